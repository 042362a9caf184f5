//! Contrasts: sums of rows of a table of estimates, each times a coefficient.

use super::{Estimate, Estimates, Interval, IntervalMethod, Note, Provenance, Test};
use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts;
use crate::stat::{t_quantile, t_two_sided};

impl Estimates {
    /// The sum of rows, each times its coefficient, with their covariance, held against t (R: `svycontrast`).
    ///
    /// Coefficients that sum to 0 make a comparison: 1 and -1 the difference of two groups, 1, -1, -1, 1 the change of
    /// one group less that of another. Degrees of freedom are the fewest that any two of the rows have together. Where
    /// no two rows are related a note says that the samples are taken to be independent.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0, 3.0]),
    ///     Column::text("area", ["N", "N", "E", "E", "S", "S"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let label = |area: &str| vec![area.to_owned()];
    /// let north = trust.contrast(&[(label("N"), 1.0), (label("E"), -0.5), (label("S"), -0.5)])?;
    /// assert_eq!(north.estimate.and_then(|estimate| estimate.value), Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for a row that is not there, naming those that are; [`FaultKind::DuplicateId`] for a
    /// row twice; [`FaultKind::OutOfRange`] for another number of labels than keys, for a coefficient that is no number
    /// and where none differs from 0.
    pub fn contrast(&self, coefficients: &[(Vec<String>, f64)]) -> Result<Test> {
        let places = self.places_of(coefficients)?;
        let rows = || places.iter().filter_map(|(place, by)| Some((&self.rows.get(*place)?.estimate, *by)));
        let method = rows().next().map_or("", |(estimate, _)| estimate.method.as_str());
        let method = format!("contrast of {} rows; {method}", places.len());
        let (n, n_missing) = rows().fold((0, 0), |(n, missing), (row, _)| (n + row.n, missing + row.n_missing));
        let mut estimate = Estimate { n, n_missing, method: method.clone(), ..Estimate::default() };
        estimate.value = rows().map(|(row, by)| row.value.map(|value| value * by)).sum();
        let error = estimate.value.and_then(|_| self.error_of(&places));
        if let Some((variance, df, related)) = error {
            estimate.se = Some(variance.sqrt());
            estimate.df = Some(df);
            if !related && places.len() > 1 {
                estimate.notes.push(Note::information(texts::independent_samples(), ""));
            }
        } else {
            let own = rows().find_map(|(row, _)| row.reason.clone());
            estimate.reason = own.or_else(|| Some(Note::not_estimable(texts::no_covariance(), "")));
        }
        let t = estimate.se.filter(|se| *se > 0.0).zip(estimate.value).map(|(se, value)| value / se);
        let level = rows().find_map(|(row, _)| row.interval.as_ref()).map_or(0.95, |interval| interval.level);
        if let (Some(value), Some(se), Some(df), Some(_)) = (estimate.value, estimate.se, estimate.df, t) {
            let reach = t_quantile(0.5 + level / 2.0, df).map(|quantile| quantile * se);
            let ends = |reach| Interval { low: value - reach, high: value + reach, level, method: IntervalMethod::T };
            estimate.interval = reach.map(ends);
        }
        let flat = || t.is_none().then(|| Note::not_estimable(texts::no_variance(), ""));
        Ok(Test {
            name: "contrast".to_owned(),
            variables: vec![self.variable.clone()],
            groups: places.iter().filter_map(|(place, _)| Some(self.rows.get(*place)?.labels.join(" / "))).collect(),
            statistic: t,
            df1: t.and(estimate.df),
            df2: None,
            p: t.zip(estimate.df).and_then(|(t, df)| t_two_sided(t, df)),
            n,
            n_missing,
            reason: estimate.reason.clone().or_else(flat),
            estimate: Some(estimate),
            notes: Vec::new(),
            method,
            provenance: Provenance { r_call: self.contrast_in_r(&places), ..self.provenance.clone() },
        })
    }

    /// R's call on the groups of `svyby`, which it names by their labels with points between.
    fn contrast_in_r(&self, places: &[(usize, f64)]) -> Option<String> {
        let call = self.provenance.r_call.as_ref().filter(|call| call.contains("svyby("))?;
        let (before, figures) = match call.split_once("; ") {
            Some((before, figures)) if before.starts_with("options(") => (format!("{before}; "), figures),
            _ => (String::new(), call.as_str()),
        };
        let mut parts = Vec::with_capacity(places.len());
        for (place, by) in places {
            parts.push(format!("`{}` = {by}", self.rows.get(*place)?.labels.join(".").replace('`', "\\`")));
        }
        Some(format!("{before}svycontrast({figures}, c({}))", parts.join(", ")))
    }

    /// Where the rows stand, and their coefficients; those of 0 are left out.
    fn places_of(&self, coefficients: &[(Vec<String>, f64)]) -> Result<Vec<(usize, f64)>> {
        let (mut places, mut faults): (Vec<(usize, f64)>, Vec<Fault>) = (Vec::new(), Vec::new());
        for (labels, by) in coefficients {
            let path = format!("coefficients[{}]", labels.join(" / "));
            if !by.is_finite() {
                faults.push(Fault::new(FaultKind::OutOfRange, path, "a coefficient is a number").value(by));
                continue;
            }
            match self.position(labels) {
                Ok(place) if places.iter().any(|(other, _)| *other == place) => {
                    let message = format!("row `{}` has two coefficients", labels.join(" / "));
                    faults.push(Fault::new(FaultKind::DuplicateId, path, message).value(labels.join(" / ")));
                }
                Ok(place) => places.push((place, *by)),
                Err(error) => faults.extend(error.into_faults()),
            }
        }
        places.retain(|(_, by)| *by != 0.0);
        if places.is_empty() && faults.is_empty() {
            let message = "a contrast needs at least one coefficient other than 0";
            faults.push(Fault::new(FaultKind::OutOfRange, "coefficients", message));
        }
        Error::unless_empty(faults, places)
    }

    /// Variance, degrees of freedom, and whether any two rows are related; `None` where one of them is not known.
    fn error_of(&self, places: &[(usize, f64)]) -> Option<(f64, f64, bool)> {
        let (mut variance, mut df, mut related) = (0.0, f64::INFINITY, false);
        for (a, by_a) in places {
            for (b, by_b) in places {
                let both = self.covariance_of(*a, *b)?;
                variance += by_a * by_b * both;
                related |= a != b && self.related(*a, *b);
                if a != b || places.len() == 1 {
                    df = df.min(self.joint_df_of(*a, *b)?);
                }
            }
        }
        (df > 0.0).then_some((variance.max(0.0), df, related))
    }
}
