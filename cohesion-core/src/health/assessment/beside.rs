//! How partners and residents see the partnership, side by side.

use super::content::{Assessment, AssessmentContent, DimensionReport};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{
    Comparison, Comparisons, Estimate, Estimates, Interval, IntervalMethod, Note, Provenance, Statistic,
};
use crate::health::texts;
use crate::stat::{t_quantile, t_two_sided};

impl Assessment {
    /// The partners' mean less the residents', for each dimension with a residents' figure: where the two see the
    /// partnership differently.
    ///
    /// The samples are taken to be independent; degrees of freedom by Welch (1947) and Satterthwaite (1946), p-values
    /// adjusted together (Benjamini and Hochberg 1995). Both sides must have answered the same question on the same
    /// scale. A dimension that rests on fewer organisations than the plan asks for has no difference.
    ///
    /// `residents` pairs the id of a dimension with a survey's mean: one row.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for a dimension that is not there, [`FaultKind::Inconsistent`] for a statistic that is
    /// no mean or for a mean outside the range of the ratings, [`FaultKind::OutOfRange`] for a table without exactly one
    /// row, [`FaultKind::DuplicateId`] for a dimension that is given twice.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Plan, Survey, Table};
    /// let names = ["a", "b", "c", "d", "e"];
    /// let stakeholders = names.map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).join(",");
    /// let plan = Plan::from_toml(&format!(
    ///     "[partnership]\nstakeholders = [{stakeholders}]\n\
    ///      assessment = {{ dimensions = [{{ id = 'open', title = 'Openness', variable = 'open' }}] }}"
    /// ))?;
    /// let partners = Table::new(vec![
    ///     Column::text("organisation", names.map(Some)),
    ///     Column::number("open", vec![4.0, 5.0, 4.0, 3.0, 4.0]),
    /// ])?;
    /// let residents = Table::new(vec![Column::number("open", vec![2.0, 3.0, 3.0, 2.0, 1.0, 4.0])])?;
    /// let mean = Survey::new(&residents, Design::new())?.mean("open", EstimateOptions::new())?;
    /// let beside = plan.assess(&partners)?.beside(&[("open", &mean)])?;
    /// assert_eq!(beside.rows[0].estimate.value, Some(1.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn beside(&self, residents: &[(&str, &Estimates)]) -> Result<Comparisons> {
        let mut faults = Vec::new();
        let mut rows = Vec::new();
        let mut hashes = self.content().provenance.table_hashes.clone();
        for (place, (id, estimates)) in residents.iter().enumerate() {
            if residents.iter().take(place).any(|(before, _)| before == id) {
                let message = format!("the dimension `{id}` is given twice");
                faults.push(Fault::new(FaultKind::DuplicateId, format!("residents[{id}]"), message).value(id));
                continue;
            }
            match pair(self, id, estimates) {
                Ok((dimension, residents)) => rows.push(compared(self, dimension, residents)),
                Err(fault) => faults.push(*fault),
            }
            hashes.extend(estimates.provenance.table_hashes.iter().cloned());
        }
        Error::unless_empty(faults, ())?;
        let provenance =
            Provenance { plan_hash: self.content().provenance.plan_hash.clone(), ..Provenance::of_tables(hashes) };
        let keys = vec!["dimension".to_owned(), "side".to_owned()];
        let mut comparisons = Comparisons::new(keys, rows, provenance);
        comparisons.notes.insert(0, Note::warning(texts::same_scale(), ""));
        comparisons.notes.insert(0, Note::information(common::independent_samples(), ""));
        Ok(comparisons)
    }
}

/// The dimension and the residents' figure that belong together.
fn pair<'a>(
    content: &'a AssessmentContent,
    id: &str,
    estimates: &'a Estimates,
) -> std::result::Result<(&'a DimensionReport, &'a Estimate), Box<Fault>> {
    let path = format!("residents[{id}]");
    let Some(dimension) = content.dimensions.iter().find(|dimension| dimension.id == id) else {
        let message = format!("the assessment has no dimension `{id}`");
        let known = content.dimensions.iter().map(|dimension| dimension.id.as_str());
        return Err(Box::new(Fault::new(FaultKind::UnknownValue, path, message).value(id).allowed(known)));
    };
    if estimates.statistic != Statistic::Mean {
        let message = format!("a mean of ratings stands beside a mean, not beside a {}", estimates.statistic.as_str());
        return Err(Box::new(Fault::new(FaultKind::Inconsistent, path, message).value(estimates.statistic.as_str())));
    }
    let [row] = estimates.rows.as_slice() else {
        let message = format!("one figure of the residents is needed; the table has {} rows", estimates.rows.len());
        return Err(Box::new(Fault::new(FaultKind::OutOfRange, path, message)));
    };
    if let (Some([low, high]), Some(value)) = (content.range, row.estimate.value)
        && !(low..=high).contains(&value)
    {
        let message = format!("the residents' mean is not on the scale of the partners' ratings, {low} to {high}");
        return Err(Box::new(Fault::new(FaultKind::Inconsistent, path, message).value(value)));
    }
    Ok((dimension, &row.estimate))
}

fn compared(content: &AssessmentContent, dimension: &DimensionReport, residents: &Estimate) -> Comparison {
    let partners = &dimension.performance;
    let (n, missing) = (partners.n + residents.n, partners.n_missing + residents.n_missing);
    let method = "partners less residents; independent samples, df by Welch and Satterthwaite";
    let label = |side: &str| vec![dimension.id.clone(), side.to_owned()];
    let comparison =
        |estimate, p| Comparison { a: label("partners"), b: label("residents"), estimate, p, p_adjusted: None };
    let none = |reason| comparison(Estimate::not_estimable(method, n, missing, reason), None);
    let (Some(x), Some(y)) = (partners.value, residents.value) else {
        let reason = partners.reason.clone().or_else(|| residents.reason.clone());
        return none(reason.unwrap_or_else(|| Note::not_estimable(common::no_answers(), "")));
    };
    if dimension.organisations < content.minimum_organisations {
        let minimum = content.minimum_organisations;
        return none(Note::not_estimable(texts::few_organisations(minimum), ""));
    }
    let mut estimate =
        Estimate { value: Some(x - y), n, n_missing: missing, method: method.to_owned(), ..Estimate::default() };
    let errors = (|| {
        let squares = (partners.se? * partners.se?, residents.se? * residents.se?);
        let sum = squares.0 + squares.1;
        let df = sum * sum / (squares.0 * squares.0 / partners.df? + squares.1 * squares.1 / residents.df?);
        (sum > 0.0 && df.is_finite()).then_some((sum.sqrt(), df))
    })();
    let Some((se, df)) = errors else {
        estimate.reason = Some(
            partners
                .reason
                .clone()
                .or_else(|| residents.reason.clone())
                .unwrap_or_else(|| Note::not_estimable(common::no_spread(), "")),
        );
        return comparison(estimate, None);
    };
    (estimate.se, estimate.df) = (Some(se), Some(df));
    estimate.interval = t_quantile(0.5 + content.level / 2.0, df).map(|t| Interval {
        low: x - y - t * se,
        high: x - y + t * se,
        level: content.level,
        method: IntervalMethod::T,
    });
    comparison(estimate, t_two_sided((x - y) / se, df))
}
