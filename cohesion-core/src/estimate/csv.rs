//! Lines of CSV, and what they hold of an estimate.

use super::Estimate;

/// The columns after the keys: the stable names of every language's data frame.
pub(crate) const COLUMNS: [&str; 14] = [
    "value",
    "se",
    "df",
    "ci_low",
    "ci_high",
    "level",
    "n",
    "n_missing",
    "n_eff",
    "deff",
    "interval_method",
    "grade",
    "method",
    "reason",
];

/// The cells of one figure in the order of [`COLUMNS`].
pub(crate) fn cells(estimate: &Estimate) -> [String; 14] {
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let interval = estimate.interval.as_ref();
    [
        number(estimate.value),
        number(estimate.se),
        number(estimate.df),
        number(interval.map(|interval| interval.low)),
        number(interval.map(|interval| interval.high)),
        number(interval.map(|interval| interval.level)),
        estimate.n.to_string(),
        estimate.n_missing.to_string(),
        number(estimate.n_eff),
        number(estimate.deff),
        interval.map(|interval| interval.method.as_str().to_owned()).unwrap_or_default(),
        estimate.reliability.as_ref().map(|r| r.grade.as_str().to_owned()).unwrap_or_default(),
        estimate.method.clone(),
        estimate.reason.as_ref().map(|note| note.code.as_str().to_owned()).unwrap_or_default(),
    ]
}

/// One CSV line. A cell that a spreadsheet would run as a formula is led by an apostrophe.
pub(crate) fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&harmless(&cell), ',')).collect();
    cells.join(",") + "\r\n"
}

/// The cell in quotes where it holds the separator, a quote or a line end.
pub(crate) fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Text that starts like a formula gets an apostrophe in front; numbers stay numbers.
pub(crate) fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}
