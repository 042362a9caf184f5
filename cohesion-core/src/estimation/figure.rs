//! The plug of estimators: a figure of one or two columns, said once.
//!
//! A smooth figure is a function of weighted sums of products of powers of its columns. Its value and its gradient are all
//! that is said of it; errors by Taylor linearisation (the linearised value of a row is the gradient times its powers),
//! errors from replicates (the value of other sums) and the mergeable summary (the sums themselves, and those of products
//! of two powers for the squares of linearised values) follow. A figure that needs the order of its rows says how rows are
//! linearised and how other weights change it; no summary holds it.

use crate::error::{Error, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Interval, Statistic};
use crate::estimation::answers::{Answers, Linear, Value};
use crate::estimation::options::EstimateOptions;
use crate::estimation::r_call::RDesign;
use crate::estimation::texts;
use crate::stat::at;

/// Exponents of the first column, of the second, and of the logarithm of the first. The powers of a figure without
/// logarithms are those of distances from the means; with logarithms they are those of the numbers themselves, of which
/// none is negative, and 0 log 0 is 0.
pub(crate) type Powers = (u8, u8, u8);

/// All that one estimator is.
pub(crate) struct Figure {
    pub statistic: Statistic,
    /// How many columns it is made of, and what stands between their names.
    pub columns: usize,
    pub between: &'static str,
    pub made: Made,
    pub interval: fn(f64, f64, f64, f64) -> Option<Interval>,
    /// The call of R, where there is one.
    pub r_call: fn(RDesign, &[&str], &EstimateOptions) -> Option<String>,
}

/// How a figure is made of its answers.
pub(crate) enum Made {
    /// Of weighted sums of these powers.
    Smooth {
        powers: &'static [Powers],
        value: fn(&Sums<'_>) -> Value,
        /// By each of the sums in their order, at a value.
        gradient: fn(&Sums<'_>, f64) -> Vec<f64>,
    },
    /// Of the rows in their order.
    RowByRow {
        linear: fn(&Answers) -> Linear,
        /// The figure of other weights.
        again: fn(&Answers, &[f64]) -> f64,
    },
}

/// The weighted sums of a group.
pub(crate) struct Sums<'s> {
    pub powers: &'s [Powers],
    pub sums: &'s [f64],
    /// What distances are from.
    pub about: [f64; 2],
    /// Answers with a weight above 0.
    pub n: f64,
}

impl Sums<'_> {
    /// The sum of these powers.
    pub fn of(&self, powers: Powers) -> f64 {
        self.powers.iter().zip(self.sums).find(|(known, _)| **known == powers).map_or(0.0, |(_, sum)| *sum)
    }

    /// The sum of the weights.
    pub fn weight(&self) -> f64 {
        self.of((0, 0, 0))
    }

    /// The mean of a column.
    pub fn mean(&self, column: usize) -> f64 {
        let sum = if column == 0 { self.of((1, 0, 0)) } else { self.of((0, 1, 0)) };
        self.about_of(column) + sum / self.weight()
    }

    /// What distances of a column are from.
    pub fn about_of(&self, column: usize) -> f64 {
        at(&self.about, column)
    }

    /// The mean of a product of powers about the means, of sums about points near them.
    pub fn central(&self, powers: Powers) -> f64 {
        let (x, y) = (self.of((1, 0, 0)) / self.weight(), self.of((0, 1, 0)) / self.weight());
        let product = match powers {
            (2, 0, 0) => x * x,
            (0, 2, 0) => y * y,
            (1, 1, 0) => x * y,
            _ => 0.0,
        };
        // Sums are about points near the means and not at them: what is left of the distance is taken off here.
        self.of(powers) / self.weight() - product
    }
}

/// Whether powers hold a logarithm, so that the numbers themselves are what they are of.
pub(crate) fn logarithmic(powers: &[Powers]) -> bool {
    powers.iter().any(|(_, _, log)| *log > 0)
}

/// A product of powers; NaN for the logarithm of a negative number.
pub(crate) fn power((i, j, k): Powers, [x, y]: [f64; 2]) -> f64 {
    let raised = |base: f64, exponent: u8| (0..exponent).fold(1.0, |product, _| product * base);
    // With amounts of 0 the logarithm is multiplied by 0 anyway: any finite number will do.
    let log = if k == 0 || x == 0.0 { 1.0 } else { raised(libm::log(x), k) };
    raised(x, i) * raised(y, j) * log
}

impl Figure {
    /// Refuses what no summary holds.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] for a figure that needs the rows.
    pub fn refuse_rows(&self) -> Result<()> {
        if matches!(self.made, Made::Smooth { .. }) {
            return Ok(());
        }
        let name = self.statistic.as_str();
        let message =
            format!("a summary holds sums, and the {name} needs the rows in their order: ask the survey itself");
        Err(Error::new(FaultKind::NotPossible, "figure", message))
    }

    /// The powers it is a function of; none where it needs the rows.
    pub fn powers(&self) -> &'static [Powers] {
        match self.made {
            Made::Smooth { powers, .. } => powers,
            Made::RowByRow { .. } => &[],
        }
    }

    /// What distances are from, in a group.
    pub fn about(&self, answers: &Answers) -> [f64; 2] {
        let mut about = [0.0; 2];
        if !logarithmic(self.powers()) {
            about.iter_mut().zip(answers.means()).for_each(|(about, mean)| *about = mean);
        }
        about
    }

    /// The value and the gradient of these sums, of which `barred` answers have no power.
    pub fn of_sums(&self, sums: &Sums<'_>, barred: f64) -> Linear {
        let Made::Smooth { value, gradient, .. } = self.made else { return Err(common::no_answers()) };
        // One negative amount makes the figure undefined; its number is told rather than a figure of the others.
        if barred > 0.0 {
            return Err(texts::negative_values(barred as u64));
        }
        let value = value(sums)?;
        let gradient = gradient(sums, value);
        Ok((value, gradient))
    }

    /// The figure of a group and the linearised values of its answers, without their weights.
    pub fn linear(&self, answers: &Answers) -> Linear {
        let powers = match self.made {
            Made::RowByRow { linear, .. } => return linear(answers),
            Made::Smooth { powers, .. } => powers,
        };
        let rows = self.rows_of(answers);
        let mut sums = vec![0.0; powers.len()];
        for (numbers, weight) in rows.chunks_exact(powers.len().max(1)).zip(&answers.weights) {
            sums.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += weight * number);
        }
        let barred = rows.chunks_exact(powers.len().max(1)).filter(|row| row.iter().any(|x| x.is_nan())).count() as f64;
        let sums = Sums { powers, sums: &sums, about: self.about(answers), n: answers.positive() };
        let (value, gradient) = self.of_sums(&sums, barred)?;
        let rows = rows.chunks_exact(powers.len().max(1));
        Ok((value, rows.map(|row| row.iter().zip(&gradient).map(|(x, by)| x * by).sum()).collect()))
    }

    /// The powers of every answer of a group, answer after answer.
    pub fn rows_of(&self, answers: &Answers) -> Vec<f64> {
        let (powers, about) = (self.powers(), self.about(answers));
        let mut rows = Vec::with_capacity(answers.rows.len() * powers.len());
        for place in 0..answers.rows.len() {
            let mut distances = [0.0; 2];
            for ((distance, column), about) in distances.iter_mut().zip(&answers.numbers).zip(about) {
                *distance = column.get(place).copied().unwrap_or(f64::NAN) - about;
            }
            rows.extend(powers.iter().map(|powers| power(*powers, distances)));
        }
        rows
    }
}
