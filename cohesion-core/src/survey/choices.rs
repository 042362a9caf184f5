//! Shares of questions with several answers, and of answers from one number up or down.

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{EstimateRow, Estimates, Statistic};
use crate::estimation::EstimateOptions;
use crate::estimation::call::Call;
use crate::estimation::groups::share_of_column;
use crate::estimation::rows::Rows;
use crate::sampling::Survey;
use crate::sampling::variance::Covariance;
use crate::stat::at;
use crate::table::parse_number;

/// More answers to one question than this are refused.
const MOST: usize = 200;
/// Covariances between answers are left out above this many numbers: rows times shares.
const MOST_SCORES: usize = 8_000_000;

impl Survey<'_> {
    /// The weighted share of answers from `low` to `high`, both included, among those who answered: from one number up
    /// with `high` left out, which for the two highest boxes of a scale from 1 to 5 is 4, or down with `low` left out.
    ///
    /// The boxes are named by number and not counted from the highest answer: where nobody gave the highest, "the two
    /// highest answers given" would be others. The values of the result are the answers that were counted.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("safe", vec![1.0, 4.0, 5.0, 2.0, 4.0])])?;
    /// let top = Survey::new(&table, Design::new())?.share_between("safe", Some(4.0), None, ())?;
    /// assert_eq!((top.rows[0].estimate.value, top.values.join(" ")), (Some(0.6), "4 5".to_owned()));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Survey::share`]; [`FaultKind::MissingField`] without either end; [`FaultKind::OutOfRange`] for ends that are
    /// no numbers or in the wrong order; [`FaultKind::NotNumeric`] for an answer that is no number.
    pub fn share_between(
        &self,
        variable: &str,
        low: Option<f64>,
        high: Option<f64>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        if low.is_none() && high.is_none() {
            return Err(Error::new(
                FaultKind::MissingField,
                "at_least",
                "say from or up to which number answers count",
            ));
        }
        let (from, to) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
        if low.is_some_and(|low| !low.is_finite()) || high.is_some_and(|high| !high.is_finite()) || from > to {
            let message = format!("no answer lies between {from} and {to}");
            return Err(Error::new(FaultKind::OutOfRange, "at_least", message));
        }
        let labels = self.table.column(variable)?.labels();
        // The numbers that count become the answers that count: a share of numbers is then a share like any other, in a
        // plan and in a summary too.
        let (mut values, mut faults) = (Vec::new(), Vec::new());
        for level in &labels.levels {
            match parse_number(level) {
                Some(number) if from <= number && number <= to => values.push(level.clone()),
                Some(_) => {}
                None => {
                    let message = format!("the answer `{level}` is no number: name the values that count instead");
                    faults.push(Fault::new(FaultKind::NotNumeric, format!("column[{variable}]"), message).value(level));
                }
            }
        }
        Error::unless_empty(faults, ())?;
        if values.is_empty() {
            // Nobody gave such an answer: the share of its end, which is 0.
            values.push(low.or(high).unwrap_or_default().to_string());
        }
        self.share(variable, values, options)
    }

    /// The weighted share of each of several columns whose answer is one of `values`: a question with several answers,
    /// one column for each.
    ///
    /// One row per group and column; the column is the last label. A row answered the question where any of the columns
    /// has an answer, and an empty column then counts as not chosen. Those who chose none must have an answer somewhere
    /// (0, or "none of these" as a column of its own), or they count as missing. Shares of one question may sum to more
    /// than 1; their covariance is given, but for errors from replicates.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("bus", [Some("x"), None, Some("x"), None]),
    ///     Column::text("bike", [None, Some("x"), Some("x"), None]),
    /// ])?;
    /// let ways = Survey::new(&table, Design::new())?.choices(&["bus", "bike"], ["x"], ())?;
    /// let found: Vec<_> = ways.rows.iter().map(|row| (row.labels[0].as_str(), row.estimate.n)).collect();
    /// assert_eq!(found, [("bike", 3), ("bus", 3)]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Survey::share`]; [`FaultKind::DuplicateColumn`] for a column twice; [`FaultKind::OutOfRange`] for none or
    /// more than 200, and where `values` is empty.
    pub fn choices<S: Into<String>>(
        &self,
        columns: &[&str],
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
        let mut faults = Vec::new();
        if values.is_empty() {
            let message = "a share needs at least one value that counts";
            faults.push(Fault::new(FaultKind::OutOfRange, "values", message));
        }
        for (place, column) in columns.iter().enumerate() {
            if columns.iter().take(place).any(|before| before == column) {
                let message = format!("column `{column}` stands twice");
                faults
                    .push(Fault::new(FaultKind::DuplicateColumn, format!("variable[{place}]"), message).value(column));
            }
        }
        Error::unless_empty(faults, ())?;
        let (options, mut chosen) = (options.into(), Vec::new());
        let call = Call::read(self, columns, &options)?;
        let mut answered = vec![false; call.rows.len()];
        for column in columns {
            let labels = self.table.column(column)?.labels();
            let counts: Vec<bool> = labels.levels.iter().map(|level| values.contains(level)).collect();
            let mut here = Vec::with_capacity(call.rows.len());
            for (code, answered) in labels.codes.iter().zip(&mut answered) {
                let level = counts.get(*code as usize);
                // Who ticked anything answered the question: an empty box beside it is a no, and a row of empty boxes
                // no answer.
                *answered |= level.is_some();
                here.push(if level == Some(&true) { 1.0 } else { 0.0 });
            }
            chosen.push(((*column).to_owned(), here));
        }
        Question { name: columns.join(", "), values, chosen, answered }.shares(&call, &options)
    }

    /// The weighted share of those who gave each answer, where a cell holds several answers with a separator between:
    /// `bus; bike`.
    ///
    /// One row per group and answer; the answer is the last label. Blanks around an answer do not count. An empty cell is
    /// missing. `only` names the answers that are asked; all that were given where it is empty.
    ///
    /// # Errors
    /// As [`Survey::share`]; [`FaultKind::MissingField`] for an empty separator; [`FaultKind::OutOfRange`] for more than
    /// 200 different answers.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![Column::text("met", [Some("market; school"), Some("school"), None])])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let shares = survey.separated_choices("met", ";", [] as [&str; 0], ())?;
    /// assert_eq!(shares.get(&["market"]).and_then(|share| share.value), Some(0.5));
    /// assert_eq!(shares.get(&["school"]).and_then(|share| share.value), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn separated_choices<S: Into<String>>(
        &self,
        column: &str,
        separator: &str,
        only: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        if separator.is_empty() {
            return Err(Error::new(FaultKind::MissingField, "separator", "name the text between two answers: \";\""));
        }
        let options = options.into();
        let call = Call::read(self, &[column], &options)?;
        let labels = self.table.column(column)?.labels();
        let split = |level: &String| -> Vec<String> {
            // Cells such as "market; ; school" come from forms with an empty last field.
            level.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let given: Vec<Vec<String>> = labels.levels.iter().map(split).collect();
        let only: Vec<String> = only.into_iter().map(Into::into).collect();
        let mut answers = if only.is_empty() { given.concat() } else { only.clone() };
        answers.sort();
        answers.dedup();
        if answers.len() > MOST {
            let message = format!("`{column}` holds {} different answers, at most {MOST} are counted", answers.len());
            return Err(Fault::new(FaultKind::OutOfRange, format!("column[{column}]"), message).into());
        }
        let known = |code: &u32| given.get(*code as usize).filter(|parts| !parts.is_empty());
        let answered: Vec<bool> = labels.codes.iter().map(|code| known(code).is_some()).collect();
        let mut chosen = Vec::with_capacity(answers.len());
        for answer in answers {
            let one = |code| if known(code).is_some_and(|parts| parts.contains(&answer)) { 1.0 } else { 0.0 };
            let here = labels.codes.iter().map(one).collect();
            chosen.push((answer, here));
        }
        Question { name: column.to_owned(), values: only, chosen, answered }.shares(&call, &options)
    }
}

/// A question with several answers.
struct Question {
    name: String,
    values: Vec<String>,
    /// Each answer, and 1 for the rows that gave it.
    chosen: Vec<(String, Vec<f64>)>,
    answered: Vec<bool>,
}

impl Question {
    fn shares(mut self, call: &Call<'_>, options: &EstimateOptions) -> Result<Estimates> {
        options.check(Statistic::Share)?;
        if self.chosen.is_empty() || self.chosen.len() > MOST {
            let message = format!("a question has 1 to {MOST} answers, not {}", self.chosen.len());
            return Err(Error::new(FaultKind::OutOfRange, "variable", message));
        }
        for (_, here) in &mut self.chosen {
            for (value, answered) in here.iter_mut().zip(&self.answered) {
                if !answered {
                    *value = f64::NAN;
                }
            }
        }
        let mut tables = Vec::with_capacity(self.chosen.len());
        for (_, here) in &self.chosen {
            tables.push(share_of_column(call, &self.name, here)?);
        }
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (answer, table) in tables.iter().enumerate() {
            places.extend((0..table.rows.len()).map(|row| (answer, row)));
        }
        let label = |(answer, row): &(usize, usize)| {
            let labels = tables.get(*answer).and_then(|table| table.rows.get(*row)).map(|row| row.labels.clone());
            let own = self.chosen.get(*answer).map(|(label, _)| label.clone());
            labels.into_iter().flatten().chain(own).collect::<Vec<String>>()
        };
        places.sort_by_key(label);
        // Answers of the same people go together: without their covariance two answers could not be compared.
        let between = self.between(&call.rows, &tables, &places);
        let entry = |of: &dyn Fn(&Estimates, usize, usize) -> Option<f64>| -> Vec<Vec<Option<f64>>> {
            let one = |i: usize, j: usize| {
                let ((a, row), (_, other)) = (places.get(i)?, places.get(j)?);
                of(tables.get(*a)?, *row, *other)
            };
            (0..places.len()).map(|i| (0..=i).map(|j| one(i, j)).collect()).collect()
        };
        let joint_df = entry(&|table, i, j| table.joint_df_of(i, j));
        let mut covariance = entry(&|table, i, j| table.covariance_of(i, j));
        for (i, row) in covariance.iter_mut().enumerate() {
            for (j, slot) in row.iter_mut().enumerate() {
                let same = places.get(i).map(|(answer, _)| answer) == places.get(j).map(|(answer, _)| answer);
                if !same {
                    *slot = slot.and(between.as_ref().map(|between| between.get(i, j)));
                }
            }
        }
        let row = |place: &(usize, usize)| {
            let estimate = tables.get(place.0)?.rows.get(place.1)?.estimate.clone();
            Some(EstimateRow { labels: label(place), estimate })
        };
        let found: Vec<EstimateRow> = places.iter().filter_map(row).collect();
        let first = tables.first();
        let mut keys = first.map(|table| table.keys.clone()).unwrap_or_default();
        keys.push("answer".to_owned());
        Ok(Estimates {
            statistic: Statistic::Share,
            variable: self.name.clone(),
            values: self.values.clone(),
            keys,
            within: first.map(|table| table.within.clone()).unwrap_or_default(),
            rows: found,
            covariance,
            joint_df,
            notes: first.map(|table| table.notes.clone()).unwrap_or_default(),
            provenance: call.rows.provenance.clone(),
        })
    }

    /// The covariance of all shares from the linearised values w (x - p) / W of every row.
    fn between(&self, rows: &Rows<'_>, tables: &[Estimates], places: &[(usize, usize)]) -> Option<Covariance> {
        let width = places.len();
        // A score for every row and answer has to be held at once; above that memory the covariance is left open.
        if rows.survey().sample().has_replicates() || width.saturating_mul(rows.len()) > MOST_SCORES {
            return None;
        }
        let groups = tables.first()?.rows.len();
        let cells = rows.places();
        let mut group_of = vec![usize::MAX; rows.cells()];
        for (group, row) in tables.first()?.rows.iter().enumerate() {
            if let Some(slot) = cells.get(row.labels.as_slice()).and_then(|cell| group_of.get_mut(*cell)) {
                *slot = group;
            }
        }
        let group =
            |row: usize| rows.cell(row).and_then(|cell| group_of.get(cell).copied()).filter(|group| *group < groups);
        let mut weights = vec![0.0; groups];
        for (row, answered) in self.answered.iter().enumerate() {
            if let (true, Some(sum)) = (*answered, group(row).and_then(|group| weights.get_mut(group))) {
                *sum += rows.weight(row);
            }
        }
        let mut scores = vec![0.0; width * rows.len()];
        for (row, slots) in scores.chunks_exact_mut(width.max(1)).enumerate() {
            let Some(group) = group(row).filter(|_| self.answered.get(row) == Some(&true)) else { continue };
            let by = rows.weight(row) / at(&weights, group);
            for (slot, (answer, _)) in slots.iter_mut().zip(places).filter(|(_, (_, of))| *of == group) {
                let here = self.chosen.get(*answer).and_then(|(_, here)| here.get(row)).copied().unwrap_or_default();
                let share = tables.get(*answer).and_then(|table| table.rows.get(group)?.estimate.value);
                // The linearised value of a share, weighted.
                *slot = by * (here - share.unwrap_or_default());
            }
        }
        let units = (0..rows.len()).map(|row| rows.unit(row));
        Some(Covariance::of_scores(width, &scores, units, &rows.sampling))
    }
}
