//! Tables and CSV: what is read, what is reported, what is refused.

use cohesion_core::{Column, Decimal, Design, FaultKind, Language, Survey, Table, TextEncoding, note_text, read_csv};

fn kinds(bytes: &[u8]) -> Vec<FaultKind> {
    read_csv(bytes).unwrap_err().faults().map(|fault| fault.kind).collect()
}

#[test]
fn semicolon_and_decimal_comma_are_guessed_and_said() {
    let csv = read_csv("wijk;score;note\nA;3,5;x\nB;4;\"y; z\"\nC;;\n".as_bytes()).unwrap();
    assert_eq!((csv.guess.separator, csv.guess.decimal, csv.guess.encoding), (';', Decimal::Comma, TextEncoding::Utf8));
    let scores = csv.table.column("score").unwrap().numbers().unwrap();
    assert_eq!(&scores.values[..2], [3.5, 4.0]);
    assert!(scores.values[2].is_nan());
    assert_eq!(csv.table.column("note").unwrap().labels().get(1), Some("y; z"));
}

#[test]
fn encodings_are_recognised() {
    let cp1252 = read_csv(b"nom\n\xe9t\xe9\n\x80\n").unwrap();
    assert_eq!(cp1252.guess.encoding, TextEncoding::Windows1252);
    assert_eq!(cp1252.table.column("nom").unwrap().labels().levels, ["été", "€"]);
    let bom = read_csv("\u{feff}nom\nété\n".as_bytes()).unwrap();
    assert_eq!(bom.table.columns()[0].name(), "nom");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("nom\nété\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_csv(&utf16).unwrap().table.column("nom").unwrap().labels().levels, ["été"]);
    assert_eq!(kinds(b"nom\n\x81\xff\n"), [FaultKind::Encoding]);
}

#[test]
fn every_ragged_row_is_named() {
    let error = read_csv(b"a,b\n1,2\n3\n4,5,6\n").unwrap_err();
    let rows: Vec<_> = error.faults().map(|fault| (fault.path.clone(), fault.line)).collect();
    assert_eq!(rows, [("csv.row[2]".into(), Some(3)), ("csv.row[3]".into(), Some(4))]);
}

#[test]
fn headers_and_emptiness() {
    assert_eq!(kinds(b"a,a,\n1,2,3\n"), [FaultKind::DuplicateColumn, FaultKind::MissingField]);
    assert_eq!(kinds(b""), [FaultKind::EmptyTable]);
    assert_eq!(read_csv(b"a,b\n").unwrap().table.rows(), 0);
    let empty = read_csv(b"a,b\n").unwrap();
    assert_eq!(Survey::new(&empty.table, Design::new()).unwrap_err().kind(), FaultKind::EmptyTable);
}

#[test]
fn what_is_no_number_is_reported_with_row_and_column_and_kept() {
    let csv = read_csv(b"x\n1\n2\nn.a.\n3\n").unwrap();
    assert_eq!((csv.unparsed[0].row, csv.unparsed[0].column.as_str(), csv.unparsed[0].text.as_str()), (3, "x", "n.a."));
    assert_eq!(csv.table.column("x").unwrap().labels().get(2), Some("n.a."));
    let mean = Survey::new(&csv.table, Design::new()).unwrap().mean("x", ()).unwrap();
    assert_eq!((mean.rows[0].estimate.value, mean.rows[0].estimate.n_missing), (Some(2.0), 1));
    assert_eq!(mean.notes[0].code.as_str(), "unparsed");
    assert!(note_text(&mean.notes[0], Language::Nl).ends_with(": rij 3: n.a.."));
}

#[test]
fn codes_with_leading_zeros_stay_labels() {
    let csv = read_csv(b"nis\n01\n02\n").unwrap();
    assert_eq!(csv.table.column("nis").unwrap().labels().levels, ["01", "02"]);
}

#[test]
fn a_label_from_a_whole_number_has_no_point() {
    let column = Column::number("g", vec![10.0, 2.5, -0.0, f64::NAN]);
    assert_eq!(column.labels().levels, ["10", "2.5", "0"]);
}

#[test]
fn a_missing_column_lists_those_there_are() {
    let table = Table::new(vec![Column::number("score", vec![1.0]), Column::number("wave", vec![1.0])]).unwrap();
    let error = table.column("scoer").unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::MissingColumn, "column[scoer]"));
    assert!(error.to_string().contains("Did you mean `score`?"), "{error}");
}

#[test]
fn infinity_is_refused_where_it_stands() {
    let table = Table::new(vec![Column::number("x", vec![1.0, f64::INFINITY])]).unwrap();
    let error = Survey::new(&table, Design::new()).unwrap().mean("x", ()).unwrap_err();
    assert_eq!((error.kind(), error.path()), (FaultKind::NotFinite, "column[x].row[2]"));
}

#[test]
fn the_fingerprint_is_that_of_the_content() {
    let table = |values: Vec<f64>, names: [&str; 2]| {
        Table::new(vec![Column::number(names[0], values.clone()), Column::number(names[1], values)])
            .unwrap()
            .fingerprint()
    };
    assert_eq!(table(vec![1.0, f64::NAN], ["a", "b"]), table(vec![1.0, -f64::NAN], ["b", "a"]));
    assert_ne!(table(vec![1.0, 2.0], ["a", "b"]), table(vec![2.0, 1.0], ["a", "b"]));
}
