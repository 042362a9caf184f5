//! Results as sheets: each result says once which tables it is made of, and every writer reads that.

mod data;
mod rows;

use super::{Estimate, Explanation, Note, Provenance, Statistic};
use crate::message::Language;

pub(crate) use rows::{Rows, by, group_name, labels, title};

/// A result that is shown as a sheet.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet};
/// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
/// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
/// let sheet = mean.sheet(Language::Nl);
/// assert_eq!(sheet.title, "Gemiddelde: trust");
/// assert!(sheet.to_text().contains("4,00") && sheet.to_csv().starts_with("value,se,df"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub trait ToSheet {
    /// The result as a sheet whose words are those of `language`.
    fn sheet(&self, language: Language) -> Sheet;
}

/// A result before it is text, HTML, Markdown, CSV, a data frame or a picture: tables of values, and what is to be said
/// of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The language of its words.
    pub language: Language,
    /// What it is about.
    pub title: String,
    /// Its tables. The first one for programs is the CSV and the data frame.
    pub tables: Vec<SheetTable>,
    /// The picture that shows it, where there is one.
    pub picture: Option<SheetPicture>,
    /// Findings about the whole.
    pub notes: Vec<Note>,
    /// How the figures were made.
    pub method: Explanation,
    /// Where the figures come from, as far as the result knows.
    pub provenance: Provenance,
}

/// Who reads a table or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// People and programs.
    Everybody,
    /// People: text, HTML, Markdown.
    People,
    /// Programs: CSV and data frames.
    Programs,
}

/// A table of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetTable {
    /// What it is about, where that is not what the sheet is about.
    pub caption: Option<String>,
    /// Who reads it.
    pub readers: Readers,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns, all with that many cells.
    pub columns: Vec<SheetColumn>,
    /// Whether figures are rounded row by row; else all of a table to the same digit.
    pub own_digits: bool,
    /// What is said of rows below the table.
    pub remarks: Vec<Remark>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    /// What programs call it, the same in every language.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Who reads it.
    pub readers: Readers,
    /// One cell per row.
    pub cells: Vec<SheetCell>,
}

/// What kind of figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A share between 0 and 1, written as a percentage.
    Share,
    /// A mean, a total or a coefficient.
    Number,
    /// A difference of shares, written in percentage points.
    Points,
    /// A difference of other figures, written with its sign.
    Difference,
}

impl FigureKind {
    /// The kind of a statistic's figures.
    #[must_use]
    pub fn of(statistic: Statistic) -> Self {
        match statistic {
            Statistic::Share => Self::Share,
            Statistic::Difference => Self::Difference,
            _ => Self::Number,
        }
    }
}

/// What a column holds, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// What the row is about; heads it.
    Label,
    /// Any text.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number.
    Count,
    /// A number, written with four digits that matter.
    Number,
    /// A share between 0 and 1, written as a percentage with one decimal.
    Share,
    /// A p-value.
    P,
    /// An estimate: as many digits as its interval is sure of.
    Figure(FigureKind),
    /// The interval of an estimate.
    Interval(FigureKind),
    /// The standard error of an estimate, with one digit more.
    Error(FigureKind),
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Empty,
    /// A text as it is.
    Text(String),
    /// A word of a closed set: for programs, and for people.
    Word(String, String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u64),
    /// A number that is finite.
    Number(f64),
    /// Two numbers.
    Interval(f64, f64),
    /// A figure that cannot be had; a remark says why.
    NotEstimable,
    /// A figure that is not shown; a remark says why.
    Hidden,
}

impl From<f64> for SheetCell {
    fn from(value: f64) -> Self {
        if value.is_finite() { Self::Number(value) } else { Self::Empty }
    }
}

impl From<u64> for SheetCell {
    fn from(value: u64) -> Self {
        Self::Count(value)
    }
}

impl From<bool> for SheetCell {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<String> for SheetCell {
    fn from(value: String) -> Self {
        if value.is_empty() { Self::Empty } else { Self::Text(value) }
    }
}

impl From<&str> for SheetCell {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for SheetCell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// What is said of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Which row; empty where it is said of the whole table.
    pub row: String,
    /// What is said.
    pub said: Said,
}

/// Something to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A note, or the reason why there is no figure.
    Note(Note),
    /// A sentence in the language of the sheet.
    Sentence(String),
}

/// The picture of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetPicture {
    /// A dot with its interval for every figure.
    Dots {
        /// What the rows are.
        rows: String,
        /// What the figures are.
        figure: String,
        /// How they are written.
        kind: FigureKind,
        /// The figures by the labels of their rows.
        marks: Vec<(String, Estimate)>,
    },
    /// The curve of a loss.
    Loss(LossCurve),
}

/// What is left when more and more go.
#[derive(Clone, Debug, PartialEq)]
pub struct LossCurve {
    /// Whether ties go and not partners.
    pub of_ties: bool,
    /// From none to the most.
    pub losses: Vec<Loss>,
}

/// The loss of so many.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// How many.
    pub count: u64,
    /// Who they are in the worst case.
    pub who: String,
    /// The share of pairs that is still joined in the worst case.
    pub worst: Option<f64>,
    /// The same on average.
    pub mean: Option<f64>,
}

impl Sheet {
    /// A sheet of these tables that says nothing more.
    pub(crate) fn new(language: Language, title: impl Into<String>, tables: Vec<SheetTable>) -> Self {
        let (title, method) = (title.into(), Explanation::described("", None, language));
        Self {
            language,
            title,
            tables,
            picture: None,
            notes: Vec::new(),
            method,
            provenance: Provenance::of_tables(Vec::new()),
        }
    }

    /// With findings about the whole.
    pub(crate) fn notes(self, notes: &[Note]) -> Self {
        Self { notes: notes.to_vec(), ..self }
    }

    /// With how the figures were made, in one sentence, and where they come from.
    pub(crate) fn described(self, method: &str, provenance: &Provenance) -> Self {
        let method = Explanation::described(method, provenance.r_call.clone(), self.language);
        self.explained(method, provenance)
    }

    /// With how the figures were made and where they come from.
    pub(crate) fn explained(self, method: Explanation, provenance: &Provenance) -> Self {
        Self { method, provenance: provenance.clone(), ..self }
    }

    /// With a dot for every figure.
    pub(crate) fn dots<'e>(
        self,
        rows: impl Into<String>,
        figure: &str,
        kind: FigureKind,
        marks: impl IntoIterator<Item = (String, &'e Estimate)>,
    ) -> Self {
        let marks = marks.into_iter().map(|(label, estimate)| (label, estimate.clone())).collect();
        let (rows, figure) = (rows.into(), figure.to_owned());
        Self { picture: Some(SheetPicture::Dots { rows, figure, kind, marks }), ..self }
    }
}

impl SheetTable {
    /// For those readers alone.
    pub(crate) fn for_readers(self, readers: Readers) -> Self {
        Self { readers, ..self }
    }

    /// About something else than the sheet.
    pub(crate) fn captioned(self, caption: impl Into<String>) -> Self {
        Self { caption: Some(caption.into()), ..self }
    }

    /// With something that is said of the whole table.
    pub(crate) fn sentence(mut self, sentence: String) -> Self {
        self.remarks.push(Remark { row: String::new(), said: Said::Sentence(sentence) });
        self
    }
}

impl Readers {
    /// Whether people are among them.
    #[must_use]
    pub fn are_people(self) -> bool {
        self != Self::Programs
    }

    /// Whether programs are among them.
    #[must_use]
    pub fn are_programs(self) -> bool {
        self != Self::People
    }
}
