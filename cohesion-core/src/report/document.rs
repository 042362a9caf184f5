//! What a report says, before it is HTML or Markdown. All text here is plain: each renderer escapes it.

/// A whole report.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

/// A part under a heading; its level is given by how deep it lies.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// Where links point, without prefix.
    pub(super) id: String,
    pub(super) title: String,
    /// A line above the heading: the theme.
    pub(super) theme: Option<String>,
    pub(super) blocks: Vec<Block>,
}

/// How a remark is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Good to know.
    Plain,
    /// Read before use.
    Caution,
}

/// One piece of a report.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Section(Section),
    Paragraph(String),
    /// The figure that a section is about, and what belongs to it.
    Headline {
        figure: String,
        rest: String,
    },
    Remark(Tone, String),
    Facts(Vec<(String, String)>),
    List(Vec<String>),
    Table(Table),
    Picture(Picture),
    Details {
        summary: String,
        blocks: Vec<Block>,
    },
}

/// A table; the first column heads the rows.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Without the columns that are empty in every row.
    pub(super) fn filled(mut self) -> Self {
        let cells: Vec<&[String]> = self.rows.iter().map(|row| row.cells.as_slice()).collect();
        let keep: Vec<bool> = (0..self.columns.len()).map(|at| at == 0 || is_filled(&cells, at - 1)).collect();
        retain(&mut self.columns, &keep);
        for row in &mut self.rows {
            retain(&mut row.cells, keep.get(1..).unwrap_or_default());
        }
        self
    }
}

/// Whether any row has something in this column.
pub(super) fn is_filled(rows: &[&[String]], column: usize) -> bool {
    rows.iter().any(|cells| cells.get(column).is_some_and(|cell| !cell.is_empty()))
}

/// Keeps what `keep` says.
pub(super) fn retain(cells: &mut Vec<String>, keep: &[bool]) {
    let mut keep = keep.iter().copied();
    cells.retain(|_| keep.next().unwrap_or(true));
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) header: String,
    /// The section that the row is about.
    pub(super) link: Option<String>,
    /// The segment of a bar that the row is about.
    pub(super) swatch: Option<Shade>,
    pub(super) cells: Vec<String>,
}

impl Row {
    pub(super) fn new(header: impl Into<String>, cells: impl IntoIterator<Item = String>) -> Self {
        Self { header: header.into(), cells: cells.into_iter().collect(), ..Self::default() }
    }
}

/// The shade of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shade {
    /// The side that is worse, or lower.
    First,
    /// Between.
    Middle,
    /// The side that is better, or higher.
    Last,
}

/// A drawing with its sentence.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// What somebody who does not see it is told.
    pub(super) alternative: String,
    pub(super) caption: String,
    pub(super) drawing: Drawing,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) enum Drawing {
    /// Segments side by side that make a whole.
    Bar(Vec<Segment>),
    /// A dot with its interval per row.
    Dots(Dots),
}

/// A segment of a bar.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) shade: Shade,
    /// Between 0 and 1.
    pub(super) share: f64,
    pub(super) label: String,
}

/// Dots with intervals on a common axis; every place is a part of its length, from 0 to 1.
#[derive(Clone, Debug)]
pub(super) struct Dots {
    pub(super) ticks: Vec<(f64, String)>,
    pub(super) rows: Vec<Dot>,
    /// A line across all rows.
    pub(super) reference: Option<f64>,
}

/// A dot and its interval.
#[derive(Clone, Debug)]
pub(super) struct Dot {
    pub(super) label: String,
    /// The figure and its interval in words.
    pub(super) figure: String,
    pub(super) value: f64,
    pub(super) interval: Option<(f64, f64)>,
}
