//! Weighted quantiles by rule, with Woodruff's intervals.

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{Estimate, EstimateRow, Estimates, Interval, IntervalMethod, Note, Statistic};
use crate::estimation::answers::Answers;
use crate::estimation::call::Call;
use crate::estimation::groups::{Groups, of_column};
use crate::estimation::{EstimateOptions, QuantileRule};
use crate::sampling::Survey;
use crate::stat::t_quantile;
use crate::survey::texts;
use crate::table::number_label;

/// Cumulated shares of the weight that differ by less are the same.
const TIE: f64 = 1e-10;
/// At most this many probabilities in one call.
const MOST: usize = 1000;

impl Survey<'_> {
    /// Weighted quantiles of a column at these probabilities, overall or by groups.
    ///
    /// One row per group and probability; the probability is the last label. The interval is Woodruff's (1952): the
    /// share at or below the quantile has a t interval, and the quantiles at its two ends, by the same rule, are those of
    /// the interval. The standard error is the interval's width over 2 t (R: `svyquantile` with
    /// `interval.type = "mean"`). There is neither where no answer lies beyond the quantile. One pass over the rows and
    /// a sort, and one more pass per probability.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`FaultKind::OutOfRange`] for a probability outside 0 to 1, one that stands twice, none at
    /// all or more than 1000.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, QuantileRule, Survey, Table};
    /// let table = Table::new(vec![Column::number("age", vec![20.0, 30.0, 50.0, 70.0])])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let low = survey.quantile("age", &[0.5], QuantileRule::Math, ())?;
    /// assert_eq!(low.rows[0].estimate.value, Some(30.0));
    /// let middle = survey.quantile("age", &[0.5], QuantileRule::School, ())?;
    /// assert_eq!(middle.rows[0].estimate.value, Some(40.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn quantile(
        &self,
        variable: &str,
        probabilities: &[f64],
        rule: QuantileRule,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        check(probabilities)?;
        let (options, statistic) = (options.into(), Statistic::Quantile);
        options.check(statistic)?;
        let call = Call::read(self, &[variable], &options)?;
        let found = Groups::read(&call.rows, &[variable])?;
        let groups: Vec<Ordered> = found.answers.iter().map(Ordered::of).collect();
        let errors = call.source.as_ref().map(|source| format!(", {}", source.describe())).unwrap_or_default();
        let design = self.design().describe();
        let method = format!("quantile by rule {}, Woodruff{errors}; {design}", rule.as_str());
        let asked = |probability: &f64| {
            Asked { rule, probability: *probability, level: options.level, method: &method }.table(
                &call,
                &found.answers,
                &groups,
            )
        };
        let tables: Vec<Estimates> = probabilities.iter().map(asked).collect::<Result<_>>()?;
        let mut estimates = together(tables, probabilities)?;
        found.signed(&mut estimates, statistic, variable.to_owned());
        let margin = options.margin();
        let like = self.in_r(&options, &[variable]);
        estimates.provenance.r_call = like.map(|like| like.quantile(variable, probabilities, rule, &margin.by));
        Ok(estimates)
    }
}

fn check(probabilities: &[f64]) -> Result<()> {
    let mut faults = Vec::new();
    if probabilities.is_empty() || probabilities.len() > MOST {
        let message = format!("a call asks for 1 to {MOST} probabilities, not {}", probabilities.len());
        faults.push(Fault::new(FaultKind::OutOfRange, "probabilities", message));
    }
    for (place, probability) in probabilities.iter().enumerate() {
        let path = format!("probabilities[{place}]");
        if !(0.0..=1.0).contains(probability) {
            let message = format!("a probability lies between 0 and 1, {probability} does not");
            faults.push(Fault::new(FaultKind::OutOfRange, path, message).value(probability));
        } else if probabilities.iter().take(place).any(|before| before == probability) {
            let message = format!("the probability {probability} stands twice");
            faults.push(Fault::new(FaultKind::OutOfRange, path, message).value(probability));
        }
    }
    Error::unless_empty(faults, ())
}

/// The answers of a group in order, those without weight left out.
struct Ordered {
    values: Vec<f64>,
    weights: Vec<f64>,
    /// Weights up to and with each answer.
    cumulated: Vec<f64>,
    total: f64,
    /// Place of the last answer of each distinct value.
    distinct: Vec<usize>,
}

impl Ordered {
    fn of(answers: &Answers) -> Self {
        let values = answers.numbers.first().map_or(&[][..], Vec::as_slice);
        let weighted = values.iter().copied().zip(answers.weights.iter().copied());
        // A row without weight is nobody and has no place in the order.
        let mut pairs: Vec<(f64, f64)> = weighted.filter(|(_, weight)| *weight > 0.0).collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut total = 0.0;
        let mut cumulated = Vec::with_capacity(pairs.len());
        for (_, weight) in &pairs {
            total += weight;
            cumulated.push(total);
        }
        let (values, weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        // Equal answers are one step of the distribution.
        let ends = values.chunk_by(|a, b| a == b).scan(0, |end, run| {
            *end += run.len();
            Some(*end - 1)
        });
        let distinct = ends.collect();
        Self { values, weights, cumulated, total, distinct }
    }

    /// The quantile at `p`; probabilities beyond 0 to 1 give the lowest and highest answer.
    fn quantile(&self, p: f64, rule: QuantileRule) -> Option<f64> {
        match rule {
            QuantileRule::Math | QuantileRule::Hf1 => self.stepped(p, |low, _, _| low),
            QuantileRule::School | QuantileRule::Hf2 => self.stepped(p, |low, next, _| low / 2.0 + next / 2.0),
            QuantileRule::Hf3 => self.stepped(p, |low, next, place| if place % 2 == 0 { low } else { next }),
            QuantileRule::ShahVaish => self.shah_vaish(p),
            QuantileRule::Hf4 => self.linear(p, 0.0, 0.0),
            QuantileRule::Hf5 => self.linear(p, 0.5, 0.0),
            QuantileRule::Hf6 => self.linear(p, 0.0, 1.0),
            QuantileRule::Hf7 => self.linear(p, 1.0, -1.0),
            QuantileRule::Hf8 => self.linear(p, 1.0 / 3.0, 1.0 / 3.0),
            QuantileRule::Hf9 => self.linear(p, 0.375, 0.25),
        }
    }

    /// The smallest value with F at least p; `tied` chooses where F is p, from that value, the next, and the place of
    /// the first among the distinct values, from 1.
    fn stepped(&self, p: f64, tied: impl Fn(f64, f64, usize) -> f64) -> Option<f64> {
        let share = |end: &usize| self.cumulated.get(*end).map_or(1.0, |sum| sum / self.total);
        // Sums of weights reach a share such as a half only to rounding.
        let found = self.distinct.partition_point(|end| share(end) < p - TIE);
        let place = found.min(self.distinct.len().checked_sub(1)?);
        let end = self.distinct.get(place)?;
        let low = *self.values.get(*end)?;
        match self.values.get(end + 1) {
            // Counted from 1, as R counts: its third type looks at whether the place is even.
            Some(next) if (share(end) - p).abs() <= TIE => Some(tied(low, *next, place + 1)),
            _ => Some(low),
        }
    }

    fn shah_vaish(&self, p: f64) -> Option<f64> {
        let n = self.values.len() as f64;
        // Weights of mean 1, so that the rule does not depend on their unit.
        let scale = n / self.total;
        let at = |(sum, weight): (&f64, &f64)| (sum * scale + 0.5 - weight * scale / 2.0) / (n + 1.0);
        let last = self.cumulated.iter().zip(&self.weights).map(at).rposition(|point| point <= p + TIE);
        self.values.get(last.unwrap_or(0)).copied()
    }

    /// Linear between the points ((C - own w) / (C_n + end w_n), value); the lowest and highest answer beyond them.
    fn linear(&self, p: f64, own: f64, end: f64) -> Option<f64> {
        let last = *self.weights.last()?;
        let whole = self.total + end * last;
        let point = |place: usize| {
            Some((self.cumulated.get(place)? - own * self.weights.get(place)?) / whole)
                .filter(|point| point.is_finite())
        };
        let (mut low, mut high) = (0, self.values.len() - 1);
        if high == 0 || p <= point(0)? {
            return self.values.first().copied();
        }
        if p >= point(high)? {
            return self.values.last().copied();
        }
        // The points rise, since every answer has weight: p lies after the one and not after the other.
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if point(middle)? < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        let (from, to) = (*self.values.get(low)?, *self.values.get(high)?);
        Some(from + (p - point(low)?) / (point(high)? - point(low)?) * (to - from))
    }
}

/// One probability of a call.
struct Asked<'a> {
    rule: QuantileRule,
    probability: f64,
    level: f64,
    method: &'a str,
}

impl Asked<'_> {
    /// The quantiles of all groups at this probability.
    fn table(&self, call: &Call<'_>, answers: &[Answers], groups: &[Ordered]) -> Result<Estimates> {
        let figures: Vec<Option<f64>> =
            groups.iter().map(|group| group.quantile(self.probability, self.rule)).collect();
        // Woodruff: the error of a quantile is that of the share below it, carried over by the distribution itself.
        let mut below = vec![f64::NAN; call.rows.len()];
        for (answers, figure) in answers.iter().zip(&figures) {
            let values = answers.numbers.first().map_or(&[][..], Vec::as_slice);
            for (row, value) in answers.rows.iter().zip(values) {
                if let Some(slot) = below.get_mut(*row) {
                    *slot = if figure.is_some_and(|figure| *value <= figure) { 1.0 } else { 0.0 };
                }
            }
        }
        let mut estimates = of_column(call, Statistic::Mean, "share below", &below)?;
        let place = call.rows.places();
        for row in &mut estimates.rows {
            row.estimate.method = self.method.to_owned();
            let group = place.get(row.labels.as_slice()).and_then(|place| groups.get(*place));
            if row.estimate.value.is_some() {
                self.settle(&mut row.estimate, group);
            }
        }
        Ok(estimates)
    }

    /// Turns the share below into the quantile.
    fn settle(&self, estimate: &mut Estimate, group: Option<&Ordered>) {
        let quantile = |p: f64| group.and_then(|group| group.quantile(p, self.rule));
        let share = (estimate.value, estimate.se, estimate.df);
        estimate.value = quantile(self.probability);
        (estimate.se, estimate.interval, estimate.deff, estimate.n_eff) = (None, None, None, None);
        let (Some(below), Some(se), Some(df)) = share else { return };
        // At the ends of the answers nothing shows how far the next one would lie.
        if below <= 0.0 || below >= 1.0 || se <= 0.0 || self.probability <= 0.0 {
            (estimate.df, estimate.reliability) = (None, None);
            estimate.reason = Some(Note::not_estimable(texts::nothing_beyond(), ""));
            return;
        }
        let Some(t) = t_quantile(0.5 + self.level / 2.0, df) else { return };
        let (low, high) = (quantile(below - t * se), quantile(below + t * se));
        if let (Some(low), Some(high)) = (low, high) {
            // As R: the interval is not symmetric, and half its width over t is all that a single number can say.
            estimate.se = Some((high - low) / (2.0 * t));
            estimate.interval = Some(Interval { low, high, level: self.level, method: IntervalMethod::Woodruff });
        }
    }
}

fn nothing() -> Error {
    Error::new(FaultKind::OutOfRange, "probabilities", "there is nothing to estimate")
}

/// One table of the tables of all probabilities, the probability as the last label.
fn together(tables: Vec<Estimates>, probabilities: &[f64]) -> Result<Estimates> {
    let mut all: Option<Estimates> = None;
    let mut rows: Vec<EstimateRow> = Vec::new();
    for (mut table, probability) in tables.into_iter().zip(probabilities) {
        for mut row in std::mem::take(&mut table.rows) {
            row.labels.push(number_label(*probability));
            rows.push(row);
        }
        all.get_or_insert(table);
    }
    let Some(mut all) = all else { return Err(nothing()) };
    rows.sort_by(|a, b| a.labels.cmp(&b.labels));
    all.keys.push("probability".to_owned());
    // The covariance of two quantiles is not known.
    let triangle = |entry: &dyn Fn(&Estimate) -> Option<f64>| -> Vec<Vec<Option<f64>>> {
        let own = |(i, row): (usize, &EstimateRow)| {
            (0..=i).map(|j| if i == j { entry(&row.estimate) } else { None }).collect()
        };
        rows.iter().enumerate().map(own).collect()
    };
    all.covariance = triangle(&|estimate| estimate.se.map(|se| se * se));
    all.joint_df = triangle(&|estimate| estimate.se.and(estimate.df));
    all.rows = rows;
    Ok(all)
}
