//! Tables of sheets from the rows of results.

use super::{ColumnKind, FigureKind, Readers, Remark, Said, SheetCell, SheetColumn, SheetTable};
use crate::estimate::{Estimate, Grade, Note, words};
use crate::message::{Entry, Language, phrases, sentence};

/// A table as it is made from rows, column by column.
pub(crate) struct Rows<'r, R> {
    rows: &'r [R],
    language: Language,
    table: SheetTable,
}

impl<'r, R> Rows<'r, R> {
    pub(crate) fn of(rows: &'r [R], language: Language) -> Self {
        let (caption, columns, remarks) = (None, Vec::new(), Vec::new());
        let readers = Readers::Everybody;
        let table = SheetTable { caption, readers, rows: rows.len(), columns, own_digits: false, remarks };
        Self { rows, language, table }
    }

    /// A column for everybody.
    pub(crate) fn column<C: Into<SheetCell>>(
        self,
        name: &str,
        title: impl Into<String>,
        kind: ColumnKind,
        of: impl Fn(&'r R) -> C,
    ) -> Self {
        self.filled(name, title.into(), kind, &|row| of(row).into())
    }

    // The loop is there once for each kind of row, and not for each column.
    fn filled(mut self, name: &str, title: String, kind: ColumnKind, of: &dyn Fn(&'r R) -> SheetCell) -> Self {
        let cells = self.rows.iter().map(of).collect();
        self.table.push(name, title, kind, Readers::Everybody, cells);
        self
    }

    /// A column for people.
    pub(crate) fn seen<C: Into<SheetCell>>(
        self,
        title: impl Into<String>,
        kind: ColumnKind,
        of: impl Fn(&'r R) -> C,
    ) -> Self {
        self.column("", title, kind, of).last_for(Readers::People)
    }

    /// A column for programs.
    pub(crate) fn data<C: Into<SheetCell>>(self, name: &str, kind: ColumnKind, of: impl Fn(&'r R) -> C) -> Self {
        self.column(name, "", kind, of).last_for(Readers::Programs)
    }

    fn last_for(mut self, readers: Readers) -> Self {
        if let Some(last) = self.table.columns.last_mut() {
            last.readers = readers;
        }
        self
    }

    /// The labels of groups. People see the first four keys; without keys they read “All together”.
    pub(crate) fn keys(mut self, keys: &[String], labels: impl Fn(&'r R) -> &'r [String]) -> Self {
        const SHOWN: usize = 4;
        for (place, key) in keys.iter().enumerate() {
            self = self.column(key, key.as_str(), ColumnKind::Label, |row| labels(row).get(place).cloned());
            if place >= SHOWN {
                self = self.last_for(Readers::Programs);
            }
        }
        if keys.is_empty() {
            let (group, all) = (phrases::GROUP.said(self.language), phrases::OVERALL.said(self.language));
            self = self.seen(group, ColumnKind::Label, |_| all);
        }
        self
    }

    /// An estimate: for people its figure, interval, error, answers and grade; for programs all that is known of it. What
    /// is said of it stands below the table.
    pub(crate) fn estimate(mut self, title: &str, kind: FigureKind, of: impl Fn(&'r R) -> &'r Estimate) -> Self {
        let estimates: Vec<&Estimate> = self.rows.iter().map(of).collect();
        self.table.push_estimates(title, kind, &estimates, self.language);
        self
    }

    /// The columns of these names are for programs alone.
    pub(crate) fn for_programs(mut self, names: &[&str]) -> Self {
        for column in self.table.columns.iter_mut().filter(|column| names.contains(&column.name.as_str())) {
            column.readers = Readers::Programs;
        }
        self
    }

    /// Figures are rounded row by row: each has a unit of its own.
    pub(crate) fn own_digits(mut self) -> Self {
        self.table.own_digits = true;
        self
    }

    /// What is said of a row.
    pub(crate) fn remark(mut self, label: impl Fn(&'r R) -> String, of: impl Fn(&'r R) -> Option<&'r Note>) -> Self {
        for row in self.rows {
            let notes = of(row).cloned().map(|note| Remark { row: label(row), said: Said::Note(note) });
            self.table.remarks.extend(notes);
        }
        self
    }

    pub(crate) fn table(self) -> SheetTable {
        self.table
    }
}

impl SheetTable {
    fn push(&mut self, name: &str, title: String, kind: ColumnKind, readers: Readers, cells: Vec<SheetCell>) {
        self.columns.push(SheetColumn { name: name.to_owned(), title, kind, readers, cells });
    }

    fn push_estimates(&mut self, title: &str, kind: FigureKind, estimates: &[&Estimate], language: Language) {
        let mut push = |name: &str, title: &str, kind, readers, of: &dyn Fn(&Estimate) -> SheetCell| {
            let hidden = if name == "value" { SheetCell::Hidden } else { SheetCell::Empty };
            let shown = |estimate: &&Estimate| if estimate.is_hidden() { hidden.clone() } else { of(estimate) };
            let cells = estimates.iter().map(shown).collect();
            self.push(name, title.to_owned(), kind, readers, cells);
        };
        let (all, people, programs) = (Readers::Everybody, Readers::People, Readers::Programs);
        let say = |name: &'static Entry| name.said(language);
        let level = estimates.iter().find_map(|estimate| estimate.interval.as_ref()).map(|interval| interval.level);
        let interval =
            level.map_or_else(|| say(&phrases::INTERVAL).to_owned(), |level| words::interval(level, language));
        let graded = estimates.iter().any(|estimate| words::caution(estimate.reliability.as_ref(), language).is_some());
        let grades = if graded { all } else { programs };
        push("value", title, ColumnKind::Figure(kind), all, &|of| {
            of.value.map_or(SheetCell::NotEstimable, SheetCell::from)
        });
        push("", &interval, ColumnKind::Interval(kind), people, &|of| {
            of.interval.as_ref().map_or(SheetCell::Empty, |interval| SheetCell::Interval(interval.low, interval.high))
        });
        push("se", say(&phrases::STANDARD_ERROR), ColumnKind::Error(kind), all, &|of| of.se.into());
        push("df", "", ColumnKind::Number, programs, &|of| of.df.into());
        push("ci_low", "", ColumnKind::Number, programs, &|of| of.interval.map(|interval| interval.low).into());
        push("ci_high", "", ColumnKind::Number, programs, &|of| of.interval.map(|interval| interval.high).into());
        push("level", "", ColumnKind::Number, programs, &|of| of.interval.map(|interval| interval.level).into());
        push("n", say(&phrases::ANSWERS), ColumnKind::Count, all, &|of| of.n.into());
        push("n_missing", say(&phrases::MISSING), ColumnKind::Count, all, &|of| of.n_missing.into());
        push("n_eff", "", ColumnKind::Number, programs, &|of| of.n_eff.into());
        push("deff", "", ColumnKind::Number, programs, &|of| of.deff.into());
        push("interval_method", "", ColumnKind::Text, programs, &|of| {
            of.interval.map(|interval| interval.method.as_str()).into()
        });
        push("grade", say(&phrases::RELIABILITY), ColumnKind::Text, grades, &|of| {
            let word =
                |grade: Grade| SheetCell::Word(grade.as_str().to_owned(), words::grade(grade, language).to_owned());
            of.reliability.as_ref().map_or(SheetCell::Empty, |reliability| word(reliability.grade))
        });
        push("method", "", ColumnKind::Text, programs, &|of| of.method.as_str().into());
        let reason = |of: &&Estimate| of.reason.as_ref().map(|note| note.code.as_str()).into();
        self.push("reason", String::new(), ColumnKind::Text, programs, estimates.iter().map(reason).collect());
        self.remark_estimates(estimates, language);
    }

    /// Reasons, notes and cautions of estimates, each under the label of its row.
    fn remark_estimates(&mut self, estimates: &[&Estimate], language: Language) {
        for (row, estimate) in estimates.iter().enumerate() {
            let notes = estimate.reason.iter().chain(&estimate.notes).cloned().map(Said::Note);
            // A grade without a reason is in the table already.
            let reliability = estimate.reliability.as_ref().filter(|reliability| reliability.reason.is_some());
            let caution = words::caution(reliability, language).map(Said::Sentence);
            let label = self.label(row);
            self.remarks.extend(notes.chain(caution).map(|said| Remark { row: label.clone(), said }));
        }
    }

    /// One more row that is not shown, and why.
    pub(crate) fn push_hidden(&mut self, labels: &[String], why: &Note) {
        let mut labels = labels.iter().cloned();
        let mut word = Some(SheetCell::Hidden);
        for column in &mut self.columns {
            let cell = match column.kind {
                ColumnKind::Label => labels.next().map_or_else(SheetCell::default, SheetCell::from),
                _ if column.readers.are_people() => word.take().unwrap_or_default(),
                _ => SheetCell::Empty,
            };
            column.cells.push(cell);
        }
        let row = self.label(self.rows);
        self.remarks.push(Remark { row, said: Said::Note(why.clone()) });
        self.rows += 1;
    }

    /// What people call a row.
    fn label(&self, row: usize) -> String {
        let heads = self.columns.iter().filter(|column| column.kind == ColumnKind::Label);
        let cells = heads.filter_map(|column| match column.cells.get(row) {
            Some(SheetCell::Text(said) | SheetCell::Word(_, said)) => Some(said.as_str()),
            _ => None,
        });
        cells.collect::<Vec<_>>().join(" / ")
    }
}

/// The labels of a row, or the words for all together.
pub(crate) fn labels(labels: &[String], language: Language) -> String {
    if labels.is_empty() { phrases::OVERALL.said(language).to_owned() } else { labels.join(" / ") }
}

/// What the groups of these keys are called together.
pub(crate) fn group_name(keys: &[String], language: Language) -> String {
    if keys.is_empty() { phrases::GROUP.said(language).to_owned() } else { keys.join(" / ") }
}

/// What figures of a variable by groups are about: “Share: trust = 4, 5, by area”.
pub(crate) fn title(figure: &str, variable: &str, values: &[String], keys: &[String], language: Language) -> String {
    let mut title = sentence::labelled(figure, variable, language);
    if !values.is_empty() {
        title = format!("{title} = {}", values.join(", "));
    }
    by(title, keys, language)
}

/// What something by groups is about.
pub(crate) fn by(title: String, keys: &[String], language: Language) -> String {
    if keys.is_empty() { title } else { sentence::by(&title, keys.join(" × "), language) }
}
