//! CSV text to columns: what was guessed is said, nothing is dropped.

use crate::stat::at;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Column, Table, Unparsed, parse_number};
use crate::error::{Error, Fault, FaultKind, Result};

/// The largest CSV that is read, in bytes.
const MAX_BYTES: usize = 1 << 30;
/// How many ragged rows are listed before the rest is counted.
const MAX_LISTED: usize = 20;

/// Encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TextEncoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, by its byte order mark.
    Utf16,
    /// Windows code page 1252, taken where the bytes are no UTF-8.
    Windows1252,
}

/// Decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// `3.5`
    Point,
    /// `3,5`
    Comma,
}

/// What was guessed about a CSV text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CsvGuess {
    /// How the bytes were read.
    pub encoding: TextEncoding,
    /// The separator between cells.
    pub separator: char,
    /// The decimal mark.
    pub decimal: Decimal,
}

/// A table read from CSV, with what was guessed and what did not parse.
#[derive(Clone, Debug)]
pub struct Csv {
    /// The table.
    pub table: Table<'static>,
    /// What was guessed.
    pub guess: CsvGuess,
    /// Cells that are no numbers in columns of which most cells are; the column keeps its texts.
    pub unparsed: Vec<Unparsed>,
}

/// Reads CSV: comma, semicolon or tab; decimal point or comma; UTF-8, UTF-16 or windows-1252.
///
/// The first line is the header. An empty cell is missing. A column is numbers when every cell that is not empty is a
/// number without a leading zero such as `01`; else it keeps its texts.
///
/// # Errors
/// All faults of the text: [`FaultKind::RaggedRows`] with the line, [`FaultKind::DuplicateColumn`],
/// [`FaultKind::EmptyTable`], [`FaultKind::TooLarge`], [`FaultKind::Syntax`].
///
/// ```
/// let csv = cohesion_core::read_csv(b"street;score\nA;3,5\nB;\nC;4,0\n")?;
/// assert_eq!(csv.guess.separator, ';');
/// assert_eq!(csv.table.column("score")?.numbers()?.values[0], 3.5);
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub fn read_csv(bytes: &[u8]) -> Result<Csv> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::new(FaultKind::TooLarge, "csv", "the file is larger than 1 GiB"));
    }
    let (text, encoding) = decode(bytes)?;
    let separator = guess_separator(&text);
    let cells = Cells::read(&text, separator)?;
    let decimal = cells.guess_decimal(separator);
    let guess = CsvGuess { encoding, separator, decimal };
    let mut unparsed = Vec::new();
    let mut columns = Vec::new();
    for (index, name) in cells.header.iter().enumerate() {
        columns.push(cells.column(index, name, decimal, &mut unparsed));
    }
    Ok(Csv { table: Table::new(columns)?, guess, unparsed })
}

/// Bytes to text. Bytes that are no UTF-8 are windows-1252; the five bytes it does not define are a fault.
fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, TextEncoding)> {
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(rest, u16::from_be_bytes);
    }
    // Spreadsheets put a mark before UTF-8, which would become part of the first column's name.
    let body = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(body) {
        return Ok((Cow::Borrowed(text), TextEncoding::Utf8));
    }
    // What is no UTF-8 nearly always comes from a western European spreadsheet.
    let mut text = String::with_capacity(body.len() + body.len() / 8);
    for (offset, byte) in body.iter().enumerate() {
        match windows_1252(*byte) {
            Some(character) => text.push(character),
            None => {
                let line = body.iter().take(offset).filter(|byte| **byte == b'\n').count() + 1;
                let mut fault = Fault::new(
                    FaultKind::Encoding,
                    "csv",
                    format!("byte 0x{byte:02X} in line {line} is neither UTF-8 nor windows-1252"),
                );
                fault.line = Some(line);
                return Err(fault.into());
            }
        }
    }
    Ok((Cow::Owned(text), TextEncoding::Windows1252))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(Cow<'static, str>, TextEncoding)> {
    let units =
        bytes.chunks_exact(2).map(|pair| unit([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
    let text: std::result::Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if bytes.len().is_multiple_of(2) => Ok((Cow::Owned(text), TextEncoding::Utf16)),
        _ => Err(Error::new(FaultKind::Encoding, "csv", "the file starts like UTF-16 but is none")),
    }
}

/// The character of a windows-1252 byte; `None` for the five bytes without one. (A library for one table of 32
/// entries costs the browser 130 kB.)
fn windows_1252(byte: u8) -> Option<char> {
    const UPPER: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => UPPER.get(usize::from(byte) - 0x80).copied().filter(|character| *character != '\0'),
        _ => Some(char::from(byte)),
    }
}

/// The separator of which the header has most, outside quotes.
fn guess_separator(text: &str) -> char {
    let mut counts = [(',', 0_usize), (';', 0), ('\t', 0)];
    let mut quoted = false;
    for character in text.chars() {
        match character {
            // A doubled quote inside a cell turns twice and changes nothing.
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some(count) = counts.iter_mut().find(|count| count.0 == character) {
                    count.1 += 1;
                }
            }
        }
    }
    // On a tie the first of the list wins, so a header without separator is read as comma separated.
    counts.into_iter().rev().max_by_key(|count| count.1).map_or(',', |count| count.0)
}

/// The cells of the text, still text: one text of all of them and where each ends, so that a large file is two pieces of
/// memory and not one for every row.
struct Cells {
    header: Vec<String>,
    text: String,
    /// Row by row.
    ends: Vec<usize>,
}

impl Cells {
    fn read(text: &str, separator: char) -> Result<Self> {
        let mark = u8::try_from(separator).unwrap_or(b',');
        let mut reader =
            ::csv::ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(true).from_reader(text.as_bytes());
        let syntax = |error: ::csv::Error| Error::new(FaultKind::Syntax, "csv", error.to_string());
        let header: Vec<String> = reader.headers().map_err(syntax)?.iter().map(|name| name.trim().to_owned()).collect();
        if header.iter().all(String::is_empty) {
            return Err(Error::new(FaultKind::EmptyTable, "csv", "the file has no header line"));
        }
        let mut faults = header_faults(&header);
        // No more than this is ever needed; growing step by step would take twice as much at its end.
        let most = text.bytes().filter(|byte| *byte == mark || *byte == b'\n').count() + 1;
        let mut cells = Self { header, text: String::with_capacity(text.len()), ends: Vec::with_capacity(most) };
        let (mut row, mut ragged) = (0_usize, 0_usize);
        let mut record = ::csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(syntax)? {
            row += 1;
            if record.len() == cells.header.len() {
                cells.push(&record);
                continue;
            }
            ragged += 1;
            if ragged <= MAX_LISTED {
                faults.push(ragged_row(&record, row, cells.header.len()));
            }
        }
        if let Some(fault) = faults.last_mut().filter(|_| ragged > MAX_LISTED) {
            fault.message.push_str(&format!(" (and {} rows more)", ragged - MAX_LISTED));
        }
        Error::unless_empty(faults, cells)
    }

    fn push(&mut self, record: &::csv::StringRecord) {
        for cell in record {
            self.text.push_str(cell.trim());
            self.ends.push(self.text.len());
        }
    }

    /// Decimal comma where some cell reads as a number with a comma and none as one with a point.
    fn guess_decimal(&self, separator: char) -> Decimal {
        // With commas between cells, a comma within one has to be quoted and is rare.
        if separator == ',' && !self.cells().any(|cell| looks_decimal(cell, ',')) {
            return Decimal::Point;
        }
        let comma = self.cells().any(|cell| looks_decimal(cell, ','));
        let point = self.cells().any(|cell| looks_decimal(cell, '.'));
        if comma && !point { Decimal::Comma } else { Decimal::Point }
    }

    fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|cell| self.cell(cell))
    }

    fn cell(&self, cell: usize) -> &str {
        let end = |cell: usize| at(&self.ends, cell);
        let start = cell.checked_sub(1).map_or(0, end);
        self.text.get(start..end(cell)).unwrap_or_default()
    }

    fn column(&self, index: usize, name: &str, decimal: Decimal, unparsed: &mut Vec<Unparsed>) -> Column<'static> {
        let width = self.header.len();
        let cells = || (index..self.ends.len()).step_by(width).map(|cell| self.cell(cell));
        let mut numbers = Vec::with_capacity(self.ends.len() / width);
        let mut others: Vec<Unparsed> = Vec::new();
        let mut filled = 0_usize;
        for (row, cell) in cells().enumerate() {
            if cell.is_empty() {
                numbers.push(f64::NAN);
                continue;
            }
            filled += 1;
            match number_cell(cell, decimal) {
                Some(number) => numbers.push(number),
                None => {
                    numbers.push(f64::NAN);
                    others.push(Unparsed { row: row + 1, column: name.to_owned(), text: cell.to_owned() });
                }
            }
        }
        if others.is_empty() && filled > 0 {
            return Column::number(name, numbers);
        }
        // A column that is mostly numbers was meant as numbers, and the others are worth telling.
        if others.len() * 2 < filled {
            unparsed.append(&mut others);
        }
        Column::text(name, cells().map(Some))
    }
}

/// A number in the file's own decimal mark; `01` is a label, not the number 1.
fn number_cell(cell: &str, decimal: Decimal) -> Option<f64> {
    let digits = cell.trim_start_matches(['+', '-']);
    // Postcodes and ids such as 0123 are names, and as numbers would lose their zero.
    let leading_zero =
        digits.len() > 1 && digits.starts_with('0') && digits.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    if leading_zero
        || (decimal == Decimal::Point && cell.contains(','))
        || (decimal == Decimal::Comma && cell.contains('.'))
    {
        return None;
    }
    parse_number(cell)
}

/// Digits, the mark once, digits.
fn looks_decimal(cell: &str, mark: char) -> bool {
    let cell = cell.trim_start_matches(['+', '-']);
    cell.split_once(mark).is_some_and(|(whole, fraction)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits(whole) && digits(fraction)
    })
}

fn header_faults(header: &[String]) -> Vec<Fault> {
    let mut seen = std::collections::HashSet::new();
    let mut faults = Vec::new();
    for (index, name) in header.iter().enumerate() {
        if name.is_empty() {
            let message = format!("column {} of the header has no name", index + 1);
            faults.push(Fault::new(FaultKind::MissingField, format!("csv.header[{}]", index + 1), message));
        } else if !seen.insert(name.as_str()) {
            let message = format!("two columns are called `{name}`");
            faults.push(Fault::new(FaultKind::DuplicateColumn, format!("column[{name}]"), message));
        }
    }
    faults
}

fn ragged_row(record: &::csv::StringRecord, row: usize, width: usize) -> Fault {
    let mut fault = Fault::new(
        FaultKind::RaggedRows,
        format!("csv.row[{row}]"),
        format!("row {row} has {} cells, the header has {width}", record.len()),
    )
    .value(record.iter().collect::<Vec<_>>().join(" | "));
    fault.line = record.position().and_then(|position| usize::try_from(position.line()).ok());
    fault
}
