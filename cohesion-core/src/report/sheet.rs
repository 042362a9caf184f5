//! Sheets for people, as text, HTML and Markdown: one writer for every result.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Block, Row, Table};
use super::figure::Writer;
use super::html::Html;
use super::light::{self, Light};
use super::tables::note_text;
use super::{markdown, text};
use crate::estimate::{ColumnKind, Said, Sheet, SheetCell, SheetColumn, SheetTable, words};
use crate::message::{Language, format_integer, format_number, format_percent, listed, phrases, sentence};

/// Rows named one by one before a remark; of more it is said how many they are.
const NAMED: usize = 8;
/// A notebook shows no more of a sheet.
const BYTES: usize = 14_000;
/// What is said below a table has so much of that at most.
const BYTES_SAID: usize = 2_500;

impl Sheet {
    /// The sheet as aligned tables for a terminal, with all that is said of the figures below them.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// assert!(mean.sheet(Language::En).to_text().starts_with("Mean: trust\n"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut written = text::clean(&self.title) + "\n";
        let (below, said) = self.sentences();
        for (place, (table, below)) in self.for_people().zip(below).enumerate() {
            if place > 0 {
                written.push('\n');
            }
            if let Some(caption) = &table.caption {
                written.push_str(&(text::clean(caption) + "\n"));
            }
            let cells = self.cells(table);
            written.push_str(&text::aligned(&cells.columns, &cells.rows, cells.heads));
            text::push_notes(&mut written, below);
        }
        text::push_notes(&mut written, said);
        written
    }

    /// The sheet as small HTML tables, for a notebook or a page: captions, scopes, language; no script, no address, no
    /// style; 15 kB at most.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// let html = mean.sheet(Language::Fr).to_html();
    /// assert!(html.contains("<caption>Moyenne\u{a0}: trust</caption>") && html.contains("<td>4,00</td>"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let (below, said) = self.sentences();
        let said = self.list(said);
        let mut html = Html::default();
        if below.is_empty() {
            html.leaf("p", &[("class", "cc-light"), ("lang", self.language.tag())], &self.title);
        }
        let tables = below.len();
        for (place, (table, below)) in self.for_people().zip(below).enumerate() {
            let below = self.list(below);
            let left = BYTES.saturating_sub(html.len() + below.len() + said.len());
            if place > 0 && left < BYTES / 10 {
                let more = words::more_tables(tables - place, self.language);
                html.leaf("p", &[("lang", self.language.tag())], &more);
                break;
            }
            html.append(light::within(&self.cells(table), left, self.language));
            html.append(below);
        }
        html.append(said);
        html.finish()
    }

    /// The sheet as Markdown (CommonMark with tables).
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// assert!(mean.sheet(Language::En).to_markdown().contains("| Group | Mean | 95% interval |"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::fragment(&self.blocks())
    }

    /// The tables and what is said of them, for a report that is composed by hand.
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.for_people().next().is_none() {
            blocks.push(Block::Paragraph(self.title.clone()));
        }
        let (below, said) = self.sentences();
        for (table, below) in self.for_people().zip(below) {
            let Light { caption, columns, rows, .. } = self.cells(table);
            let row = |cells: Vec<String>| {
                let mut cells = cells.into_iter();
                Row::new(cells.next().unwrap_or_default(), cells)
            };
            blocks.push(Block::Table(Table { caption, columns, rows: rows.into_iter().map(row).collect() }));
            blocks.push(Block::List(below));
        }
        blocks.push(Block::List(said));
        blocks.retain(|block| !matches!(block, Block::List(items) if items.is_empty()));
        blocks
    }

    fn for_people(&self) -> impl Iterator<Item = &SheetTable> {
        self.tables.iter().filter(|table| table.readers.are_people())
    }

    /// A table in words. A column that says nothing of any row is left out.
    fn cells(&self, table: &SheetTable) -> Light {
        let columns: Vec<&SheetColumn> = table.columns.iter().filter(|column| column.is_shown()).collect();
        let whole = table.spread(0..table.rows);
        let spread = |row| if table.own_digits { table.spread(row..row + 1) } else { whole };
        let cell = |column: &SheetColumn, row| {
            column.cells.get(row).map(|cell| self.cell(cell, column.kind, spread(row))).unwrap_or_default()
        };
        Light {
            caption: table.caption.as_ref().unwrap_or(&self.title).clone(),
            heads: columns.iter().take_while(|column| column.kind == ColumnKind::Label).count(),
            rows: (0..table.rows).map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect(),
            columns: columns.iter().map(|column| column.title.clone()).collect(),
        }
    }

    /// A value in words.
    fn cell(&self, cell: &SheetCell, kind: ColumnKind, spread: Spread) -> String {
        let language = self.language;
        let writer = |kind| Writer::sized(kind, spread.width, spread.size, language);
        match (cell, kind) {
            (SheetCell::Empty, _) => String::new(),
            (SheetCell::Text(said) | SheetCell::Word(_, said), _) => said.clone(),
            (SheetCell::Flag(yes), _) => (if *yes { &phrases::YES } else { &phrases::NO }).said(language).to_owned(),
            (SheetCell::Count(count), _) => format_integer(*count, language),
            (SheetCell::Number(number), ColumnKind::Figure(kind)) => writer(kind).number(*number),
            (SheetCell::Number(number), ColumnKind::Error(kind)) => writer(kind).error(*number),
            (SheetCell::Number(number), ColumnKind::Share) => format_percent(*number, 1, language),
            (SheetCell::Number(number), ColumnKind::P) => p_value(*number, language),
            (SheetCell::Number(number), _) => short(*number, language),
            (SheetCell::Interval(low, high), ColumnKind::Interval(kind)) => writer(kind).range(*low, *high),
            (SheetCell::Interval(low, high), _) => {
                sentence::range(short(*low, language), short(*high, language), language)
            }
            (SheetCell::Hidden, _) => phrases::HIDDEN.said(language).to_owned(),
            (SheetCell::NotEstimable, ColumnKind::Figure(_)) => phrases::NOT_ESTIMABLE.said(language).to_owned(),
            (SheetCell::NotEstimable, _) => "–".to_owned(),
        }
    }

    /// What is said below each table, and of the whole what is not said there.
    fn sentences(&self) -> (Vec<Vec<String>>, Vec<String>) {
        let below: Vec<Vec<String>> = self.for_people().map(|table| self.remarks(table)).collect();
        let mut said: Vec<String> = Vec::new();
        for note in &self.notes {
            let sentence = note_text(note, self.language);
            if !below.iter().chain([&said]).flatten().any(|known| *known == sentence) {
                said.push(sentence);
            }
        }
        (below, said)
    }

    /// What is said of the rows of a table: each sentence once, with the rows that it is about.
    fn remarks(&self, table: &SheetTable) -> Vec<String> {
        let mut sentences: Vec<(String, Vec<&str>)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for remark in &table.remarks {
            let said = match &remark.said {
                Said::Note(note) => note_text(note, self.language),
                Said::Sentence(sentence) => sentence.clone(),
            };
            let place = *places.entry(said.clone()).or_insert(sentences.len());
            match sentences.get_mut(place) {
                Some((_, rows)) if rows.last() == Some(&remark.row.as_str()) => {}
                Some((_, rows)) => rows.push(&remark.row),
                None => sentences.push((said, vec![&remark.row])),
            }
        }
        let of_rows = |(said, rows): (String, Vec<&str>)| {
            if rows.contains(&"") || rows.len() == table.rows {
                return said;
            }
            let about = match rows.len() {
                0..=NAMED => listed(&rows, self.language),
                many => words::many_rows(many, self.language),
            };
            sentence::labelled(&about, &said, self.language)
        };
        sentences.into_iter().map(of_rows).collect()
    }

    /// Sentences as a list, as many as there is room for.
    fn list(&self, sentences: Vec<String>) -> Html {
        let mut html = Html::default();
        if sentences.is_empty() {
            return html;
        }
        let mut sentences = sentences.into_iter().peekable();
        html.element("ul", &[("class", "cc-light"), ("lang", self.language.tag())], |html| {
            while let Some(sentence) = sentences.next_if(|sentence| html.len() + sentence.len() < BYTES_SAID) {
                html.leaf("li", &[], &sentence);
            }
            let more = sentences.count();
            if more > 0 {
                html.leaf("li", &[], &words::more_remarks(more, self.language));
            }
        });
        html
    }
}

impl SheetColumn {
    /// Whether people see it: where it has something to say.
    fn is_shown(&self) -> bool {
        let says = || self.cells.iter().any(|cell| *cell != SheetCell::Empty);
        self.readers.are_people() && (self.kind == ColumnKind::Label || says())
    }
}

/// What decides how many digits of figures are written: the widest of their intervals, and the largest of them.
#[derive(Clone, Copy)]
struct Spread {
    width: Option<f64>,
    size: f64,
}

impl SheetTable {
    /// The spread of the figures in these rows.
    fn spread(&self, rows: Range<usize>) -> Spread {
        let mut spread = Spread { width: None, size: 0.0 };
        for column in &self.columns {
            for cell in column.cells.get(rows.clone()).unwrap_or_default() {
                match (cell, column.kind) {
                    (SheetCell::Interval(low, high), _) => {
                        spread.width = Some(spread.width.map_or(high - low, |width| width.max(high - low)));
                    }
                    (SheetCell::Number(value), ColumnKind::Figure(_)) => spread.size = spread.size.max(value.abs()),
                    _ => {}
                }
            }
        }
        spread
    }
}

/// A p-value; one below 0.001 is not told apart from the next.
pub(super) fn p_value(p: f64, language: Language) -> String {
    if p < 0.001 { format!("<{}", format_number(0.001, 3, language)) } else { format_number(p, 3, language) }
}

/// Four significant digits; a whole number, rounding errors aside, has no more than its own.
pub(super) fn short(value: f64, language: Language) -> String {
    let is_whole = (value - value.round()).abs() <= 1e-6 * value.abs();
    let decimals = if is_whole { 0.0 } else { (3.0 - libm::floor(libm::log10(value.abs()))).clamp(0.0, 12.0) };
    format_number(value, decimals as usize, language)
}
