//! Estimates whose linearised values are made row by row: ratio, variance, correlation, quantile.
//!
//! The rows are read twice: once for the figures of each group, once for the error. The linearised value u of a row
//! becomes a column of its own, and the error of the figure is that of the weighted total of u over the rows that
//! answered (Särndal, Swensson and Wretman 1992, section 5.5), so that stages, strata with one unit, domains, degrees of
//! freedom and covariances are those of every other estimate.

use crate::error::Result;
use crate::estimate::texts as common;
use crate::estimate::{Estimate, Estimates, Interval, Note, Statistic};
use crate::estimation::accumulate::Reading;
use crate::estimation::answers::{Answers, Linear, Value, answers};
use crate::estimation::call::Call;
use crate::estimation::figure::{Figure, Made, Sums};
use crate::estimation::measure::Measure;
use crate::estimation::options::TotalRule;
use crate::estimation::repeated::Repeated;
use crate::estimation::rows::Rows;
use crate::estimation::source::{Features, Source};
use crate::estimation::{linearise, repeated, texts};
use crate::message::NoteCode;
use crate::stat::at;

/// An error below this part of the figure is rounding.
const ROUNDING: f64 = 1e-13;

/// What is made of the answers of every group.
pub(crate) struct Linearised {
    /// One per group.
    pub figures: Vec<Value>,
    /// One per row of the table; NaN for rows that did not answer.
    pub values: Vec<f64>,
}

/// The answers of every group, and the notes of their columns.
pub(crate) struct Groups {
    pub answers: Vec<Answers>,
    pub notes: Vec<Note>,
}

impl Groups {
    /// The answers to these variables, in the order of the groups.
    ///
    /// # Errors
    /// A column without numbers, an infinite number.
    pub fn read(rows: &Rows<'_>, variables: &[&str]) -> Result<Self> {
        let (mut notes, mut numbers) = (Vec::new(), Vec::with_capacity(variables.len()));
        for variable in variables {
            let (values, note) = rows.numbers(variable)?;
            numbers.push(values);
            notes.extend(note.filter(|note| !notes.contains(note)));
        }
        Ok(Self { answers: answers(rows, &numbers), notes })
    }

    /// A figure for every group, with the linearised values of its rows.
    pub fn linearised(&self, rows: &Rows<'_>, of: impl Fn(&Answers) -> Linear) -> Linearised {
        let mut values = vec![f64::NAN; rows.len()];
        let mut figures = Vec::new();
        for answers in &self.answers {
            // All weights of a group may be 0: there are answers, and nobody whom they stand for.
            let figure = if answers.total > 0.0 { of(answers) } else { Err(texts::zero_weight()) };
            let linear = figure.as_ref().map_or(&[][..], |(_, linear)| linear.as_slice());
            for (place, row) in answers.rows.iter().enumerate() {
                if let Some(value) = values.get_mut(*row) {
                    // A group without a figure adds nothing, and its rows still count as answers.
                    *value = linear.get(place).copied().unwrap_or(0.0);
                }
            }
            figures.push(figure.map(|(value, _)| value));
        }
        Linearised { figures, values }
    }

    /// Puts the notes of the columns before the others, and the name where it belongs.
    pub fn signed(&self, estimates: &mut Estimates, statistic: Statistic, variable: String) {
        estimates.statistic = statistic;
        estimates.variable = variable;
        let others = std::mem::take(&mut estimates.notes);
        let matters = |note: &Note| note.code != NoteCode::WEIGHTS_NORMALISED;
        estimates.notes = self.notes.iter().cloned().chain(others.into_iter().filter(matters)).collect();
    }

    /// The table of a figure.
    ///
    /// # Errors
    /// As [`Call::estimate`].
    pub fn estimates(&self, call: &Call<'_>, figure: &Figure, variable: String) -> Result<Estimates> {
        let (rows, method) = (&call.rows, call.method(figure.statistic.as_str()));
        let linearised = self.linearised(rows, |answers| figure.linear(answers));
        let mut estimates = match &call.source {
            None => of_column(call, Statistic::Total, &variable, &linearised.values)?,
            Some(source) => self.repeated(rows, source, figure, &linearised, &variable)?,
        };
        let place = rows.places();
        let found = |labels: &[String]| linearised.figures.get(*place.get(labels)?).cloned();
        with_figures(&mut estimates, &method, rows.options().level, figure.interval, found);
        self.signed(&mut estimates, figure.statistic, variable);
        Ok(estimates)
    }

    /// The totals of the linearised values, with the errors of the figures that each replicate has.
    fn repeated(
        &self,
        rows: &Rows<'_>,
        source: &Source<'_>,
        figure: &Figure,
        linearised: &Linearised,
        name: &str,
    ) -> Result<Estimates> {
        let place = rows.sorted_places();
        let known = || self.answers.iter().zip(&linearised.figures).zip(&place).filter(|((_, found), _)| found.is_ok());
        let groups = || known().map(|((answers, _), group)| (answers, *group));
        let repeated = match figure.made {
            Made::Smooth { powers, value, .. } => {
                let mut all = Vec::new();
                let mut of_group = vec![([0.0; 2], 0.0); place.len()];
                for (answers, group) in groups() {
                    all.extend(figure.rows_of(answers));
                    if let Some(slot) = of_group.get_mut(group) {
                        *slot = (figure.about(answers), answers.positive());
                    }
                }
                let places = groups().flat_map(|(answers, group)| answers.rows.iter().map(move |row| (*row, group)));
                let features = Features::new(places.collect(), powers.len(), |at, numbers| {
                    let from = at * powers.len();
                    numbers.copy_from_slice(all.get(from..from + powers.len()).unwrap_or_default());
                });
                let again = |group: usize, sums: &[f64]| {
                    let (about, n) = at(&of_group, group);
                    value(&Sums { powers, sums, about, n }).unwrap_or(f64::NAN)
                };
                Repeated::of(source, rows, place.len(), &features, again)?
            }
            Made::RowByRow { again, .. } => {
                Repeated::row_by_row(source, rows, place.len(), &groups().collect::<Vec<_>>(), again)?
            }
        };
        let column = column_of(&linearised.values);
        let options = rows.options().clone().missing(TotalRule::Answered);
        rows.estimate_by(&options, Statistic::Total, &Measure::mean(name), &column, |request, sums| {
            let (cells, _) = linearise::gather(request, sums, rows.survey().design(), &rows.sampling);
            Ok(repeated::finish(rows, source, request, cells, &repeated))
        })
    }
}

/// The mean or total of a column made from the rows, of those who answered.
///
/// # Errors
/// As [`Call::estimate`].
pub(crate) fn of_column(call: &Call<'_>, statistic: Statistic, name: &str, values: &[f64]) -> Result<Estimates> {
    let options = call.rows.options().clone().missing(TotalRule::Answered);
    call.estimate(&options, statistic, &Measure::mean(name), &column_of(values))
}

/// Numbers as a column that is about its first one.
fn column_of(values: &[f64]) -> Reading<'_> {
    // As for every column that is read: the first that is there.
    let shift = values.iter().copied().find(|value| !value.is_nan()).unwrap_or(f64::NAN);
    Reading { values: values.into(), unparsed: Vec::new(), shift }
}

/// The share of the ones among the noughts and ones of a column made from the rows.
///
/// # Errors
/// As [`Call::estimate`].
pub(crate) fn share_of_column(call: &Call<'_>, name: &str, values: &[f64]) -> Result<Estimates> {
    let column = Reading { values: values.into(), unparsed: Vec::new(), shift: 0.0 };
    call.estimate(call.rows.options(), Statistic::Share, &Measure::mean(name), &column)
}

/// Turns totals of linearised values into the figures of the groups, each by its labels.
pub(crate) fn with_figures(
    estimates: &mut Estimates,
    method: &str,
    level: f64,
    interval: fn(f64, f64, f64, f64) -> Option<Interval>,
    figure: impl Fn(&[String]) -> Option<Value>,
) {
    for index in 0..estimates.rows.len() {
        let Some(row) = estimates.rows.get_mut(index) else { continue };
        method.clone_into(&mut row.estimate.method);
        if row.estimate.n == 0 {
            continue;
        }
        match figure(&row.labels).unwrap_or(Err(common::no_answers())) {
            Ok(value) => with_figure(&mut row.estimate, value, level, &interval),
            Err(said) => {
                let (n, missing) = (row.estimate.n, row.estimate.n_missing);
                row.estimate = Estimate::not_estimable(method, n, missing, Note::not_estimable(said, ""));
                // A figure that is not there has no covariance with others either.
                without_error(estimates, index);
            }
        }
    }
}

/// Turns the total of the linearised values into the figure.
fn with_figure(
    estimate: &mut Estimate,
    value: f64,
    level: f64,
    interval: &impl Fn(f64, f64, f64, f64) -> Option<Interval>,
) {
    estimate.value = Some(value);
    let (Some(se), Some(df)) = (estimate.se, estimate.df) else { return };
    // Linearised values of equal answers are roundings around 0, and so is their error.
    let se = if se <= ROUNDING * value.abs() { 0.0 } else { se };
    if se == 0.0 {
        (estimate.deff, estimate.n_eff) = (None, None);
    }
    estimate.se = Some(se);
    estimate.interval = interval(value, se, df, level);
}

/// Takes the covariances of a row away that has no figure.
fn without_error(estimates: &mut Estimates, index: usize) {
    for table in [&mut estimates.covariance, &mut estimates.joint_df] {
        for (i, row) in table.iter_mut().enumerate() {
            for (j, entry) in row.iter_mut().enumerate() {
                if i == index || j == index {
                    *entry = None;
                }
            }
        }
    }
}
