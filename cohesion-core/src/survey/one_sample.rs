//! t tests of one mean: against a number, and of the change of the same people.

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Note, Provenance, Statistic, Test};
use crate::estimation::EstimateOptions;
use crate::estimation::call::Call;
use crate::estimation::groups::of_column;
use crate::estimation::rows::refuse_groups;
use crate::sampling::Survey;
use crate::stat::t_two_sided;

impl Survey<'_> {
    /// Whether the mean of `variable` differs from `against` (R: `svyttest(I(y - against) ~ 0)`).
    ///
    /// The estimate is the mean less `against`. Degrees of freedom are clusters less strata among those who answered.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
    /// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
    /// assert_eq!((test.df1, test.estimate.and_then(|estimate| estimate.value)), (Some(4.0), Some(1.0)));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`FaultKind::NotFinite`] for another `against` than a number;
    /// [`FaultKind::UnknownOption`] for groups.
    pub fn t_test_against(&self, variable: &str, against: f64, options: impl Into<EstimateOptions>) -> Result<Test> {
        if !against.is_finite() {
            return Err(Fault::new(FaultKind::NotFinite, "against", "the mean is held against a number").into());
        }
        let asked = OneSample { name: "t_one_sample", variables: &[variable], against };
        asked.test(self, &options.into(), &format!("mean less {against} against t"))
    }

    /// Whether the mean of `after` differs from that of `before` among the rows that have both: two answers of the same
    /// people (R: `svyttest(I(after - before) ~ 0)`).
    ///
    /// The estimate is the mean of `after` less `before`.
    ///
    /// # Errors
    /// As [`Survey::mean`]; [`FaultKind::DuplicateColumn`] for a column with itself; [`FaultKind::UnknownOption`] for
    /// groups.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("before", vec![3.0, 4.0, 5.0, 2.0]),
    ///     Column::number("after", vec![4.0, 4.0, 6.0, 4.0]),
    /// ])?;
    /// let test = Survey::new(&answers, Design::new())?.paired_t_test("after", "before", ())?;
    /// assert_eq!(test.estimate.and_then(|estimate| estimate.value), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn paired_t_test(&self, after: &str, before: &str, options: impl Into<EstimateOptions>) -> Result<Test> {
        if after == before {
            let message = format!("`{after}` cannot differ from itself");
            return Err(Error::new(FaultKind::DuplicateColumn, "before", message));
        }
        let asked = OneSample { name: "t_paired", variables: &[after, before], against: 0.0 };
        asked.test(self, &options.into(), "mean of the differences of pairs against t")
    }
}

/// A mean that is held against a number; a second variable is taken off the first, row by row.
struct OneSample<'a> {
    name: &'a str,
    variables: &'a [&'a str],
    against: f64,
}

impl OneSample<'_> {
    fn test(&self, survey: &Survey<'_>, options: &EstimateOptions, how: &str) -> Result<Test> {
        refuse_groups(options)?;
        options.check(Statistic::Mean)?;
        let call = Call::read(survey, self.variables, options)?;
        let (mut values, mut notes) = (vec![-self.against; call.rows.len()], Vec::new());
        for (place, variable) in self.variables.iter().enumerate() {
            let (numbers, note) = call.rows.numbers(variable)?;
            let sign = if place == 0 { 1.0 } else { -1.0 };
            for (value, number) in values.iter_mut().zip(numbers.iter()) {
                *value += sign * number;
            }
            notes.extend(note);
        }
        let found = of_column(&call, Statistic::Mean, &self.variables.join(" - "), &values)?;
        notes.extend(found.notes);
        let method = format!("{how}; {}", survey.design().describe());
        let estimate = found.rows.into_iter().next().map(|row| row.estimate);
        let parts = estimate.as_ref().and_then(|estimate| {
            let (value, se, df) = (estimate.value?, estimate.se.filter(|se| *se > 0.0)?, estimate.df?);
            Some((value / se, df))
        });
        let reason = estimate.as_ref().and_then(|estimate| estimate.reason.clone());
        let reason = reason.or_else(|| parts.is_none().then(|| Note::not_estimable(common::no_variance(), "")));
        Ok(Test {
            name: self.name.to_owned(),
            variables: self.variables.iter().map(ToString::to_string).collect(),
            groups: Vec::new(),
            statistic: parts.map(|(t, _)| t),
            df1: parts.map(|(_, df)| df),
            df2: None,
            p: parts.and_then(|(t, df)| t_two_sided(t, df)),
            n: estimate.as_ref().map_or(0, |estimate| estimate.n),
            n_missing: estimate.as_ref().map_or(0, |estimate| estimate.n_missing),
            estimate,
            reason,
            notes,
            method,
            provenance: Provenance {
                r_call: survey.in_r(options, self.variables).map(|like| like.one_sample(self.variables, self.against)),
                ..found.provenance
            },
        })
    }
}
