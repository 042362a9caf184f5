//! Cronbach's alpha of the rows of a survey.

use crate::error::Result;
use crate::estimate::texts as common;
use crate::estimate::{EstimateRow, Estimates, Interval, IntervalMethod, Note, Provenance, Statistic};
use crate::estimation::accumulate::CrossSums;
use crate::estimation::answers::Answers;
use crate::estimation::call::Call;
use crate::estimation::groups::Groups;
use crate::estimation::measure::ItemSet;
use crate::estimation::repeated::Repeated;
use crate::estimation::source::{Features, Source};
use crate::estimation::{EstimateOptions, linearise};
use crate::message::NoteCode;
use crate::sampling::Survey;
use crate::scale::alpha_of_variances;
use crate::stat::{at, t_quantile};
use crate::survey::texts;

impl Survey<'_> {
    /// Cronbach's alpha of the items, overall or by groups, from the rows that answered all of them.
    ///
    /// Without weights, strata and clusters the interval is Feldt's (1965). Under any other design there is an interval,
    /// and a standard error, with replicates only ([`Survey::replicates`], or replicate weights that came with the data).
    ///
    /// # Errors
    /// [`crate::FaultKind::MissingColumn`], [`crate::FaultKind::NotNumeric`], [`crate::FaultKind::OutOfRange`] for the
    /// level.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::number("visits", vec![1.0, 2.0, 3.0, 3.0, 1.0, 2.0]),
    ///     Column::text("area", ["N", "N", "N", "S", "S", "S"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let alpha = survey.alpha(&["trust", "visits"], ())?;
    /// assert_eq!(alpha.rows[0].estimate.n, 6);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn alpha<S: AsRef<str>>(&self, items: &[S], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        let options = options.into();
        options.check(Statistic::Alpha)?;
        let names: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        let call = Call::read(self, &names, &options)?;
        let set = ItemSet { items: names.iter().map(|name| (*name).to_owned()).collect(), margin: options.margin() };
        let mut cross = CrossSums::default();
        cross.add(self.table, &set, self.sample.weights())?;
        let mut estimates =
            table(&cross, &set, self.design().is_complex(), options.level, call.rows.provenance.clone());
        let like = self.in_r(&options, &names).filter(|_| set.margin.is_simple());
        estimates.provenance.r_call = like.map(|like| like.alpha(&set.items, set.margin.by.first()));
        if let Some(source) = &call.source {
            repeat(&mut estimates, &call, source, &names)?;
        }
        Ok(estimates)
    }
}

/// The alphas of these cross-products.
pub(crate) fn table(cross: &CrossSums, set: &ItemSet, complex: bool, level: f64, provenance: Provenance) -> Estimates {
    let rows = cross.cells.labels.iter().zip(&cross.products).map(|(labels, products)| EstimateRow {
        labels: labels.clone(),
        estimate: crate::scale::alpha(products, &set.items, complex, level),
    });
    let name = set.items.join(", ");
    linearise::separate(Statistic::Alpha, name, &set.margin, rows.collect(), provenance)
}

/// Gives the alphas the errors of replicates.
fn repeat(estimates: &mut Estimates, call: &Call<'_>, source: &Source<'_>, items: &[&str]) -> Result<()> {
    let rows = &call.rows;
    let groups = Groups::read(rows, items)?;
    let (place, count) = (rows.sorted_places(), items.len());
    let about: Vec<Vec<f64>> = groups.answers.iter().map(Answers::means).collect();
    let (mut answers, mut flat) = (Vec::new(), Vec::new());
    for ((group, means), place) in groups.answers.iter().zip(&about).zip(&place) {
        for (member, row) in group.rows.iter().enumerate() {
            answers.push((*row, *place));
            let numbers = group.numbers.iter().zip(means);
            flat.extend(numbers.map(|(values, mean)| at(values, member) - mean));
        }
    }
    // The weight, the items and the products of every two.
    let features = Features::new(answers, 1 + count + count * (count + 1) / 2, |at, numbers| {
        let item = flat.get(at * count..(at + 1) * count).unwrap_or_default();
        let products = item.iter().enumerate().flat_map(|(i, x)| item.iter().skip(i).map(move |y| x * y));
        let all = std::iter::once(1.0).chain(item.iter().copied()).chain(products);
        numbers.iter_mut().zip(all).for_each(|(number, value)| *number = value);
    });
    let repeated = Repeated::of(source, rows, place.len(), &features, |_, sums| again(sums, count))?;
    let method = call.method(Statistic::Alpha.as_str());
    for (group, row) in estimates.rows.iter_mut().enumerate() {
        let estimate = &mut row.estimate;
        estimate.method.clone_from(&method);
        let Some(value) = estimate.value else { continue };
        estimate.notes.retain(|note| note.code != NoteCode::ALPHA_IGNORES_DESIGN);
        (estimate.se, estimate.interval, estimate.df) = (None, None, None);
        let df = repeated.df(group);
        if df <= 0.0 || !repeated.has_error(group) {
            estimate.reason = Some(Note::not_estimable(common::one_unit(), ""));
            continue;
        }
        let se = repeated.covariance(group, group).sqrt();
        (estimate.se, estimate.df) = (Some(se), Some(df));
        estimate.interval = bonett(value, se, df, rows.options().level);
        if estimate.interval.is_none() && value < 1.0 {
            estimate.notes.push(Note::warning(texts::no_interval(), ""));
        }
        estimate.notes.extend(repeated.note(group));
    }
    let there = |group: usize| estimates.rows.get(group).is_some_and(|row| row.estimate.se.is_some());
    let both = |i: usize, j: usize| there(i) && there(j);
    let size = estimates.rows.len();
    let covariance = linearise::lower_triangle(size, |i, j| both(i, j).then(|| repeated.covariance(i, j)));
    let joint_df = linearise::lower_triangle(size, |i, j| if both(i, j) { repeated.joint_df(i, j) } else { None });
    (estimates.covariance, estimates.joint_df) = (covariance, joint_df);
    estimates.notes.extend(source.notes());
    Ok(())
}

/// Alpha from the weight, the sums of the items and of their products.
fn again(sums: &[f64], count: usize) -> f64 {
    let Some((weight, rest)) = sums.split_first() else { return f64::NAN };
    let (items, products) = rest.split_at(count.min(rest.len()));
    let pairs =
        items.iter().enumerate().flat_map(|(i, x)| items.iter().enumerate().skip(i).map(move |(j, y)| (i == j, x, y)));
    let (mut own, mut whole) = (0.0, 0.0);
    for ((same, x, y), product) in pairs.zip(products) {
        let covariance = product / weight - (x / weight) * (y / weight);
        own += if same { covariance } else { 0.0 };
        whole += if same { covariance } else { 2.0 * covariance };
    }
    alpha_of_variances(count, own, whole)
}

/// A t interval on the scale of log(1 - alpha), turned back; none for an alpha of 1.
fn bonett(value: f64, se: f64, df: f64, level: f64) -> Option<Interval> {
    let rest = 1.0 - value;
    if rest <= 0.0 {
        return None;
    }
    let reach = libm::exp(t_quantile(0.5 + level / 2.0, df)? * se / rest);
    // An end that no number holds says no more than that there is none.
    if !(rest * reach).is_finite() || reach <= 0.0 {
        return None;
    }
    Some(Interval { low: 1.0 - rest * reach, high: 1.0 - rest / reach, level, method: IntervalMethod::Bonett })
}
