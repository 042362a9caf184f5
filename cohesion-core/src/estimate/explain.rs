//! What each result says of how it was made.

use super::explanation::{About, said};
use super::{Comparisons, Estimates, Explanation, Provenance, Regression, SmallAreas, Statistic, Test};
use crate::message::Language;

impl Estimates {
    /// How these figures were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
    /// let call = "svymean(~trust, subset(svydesign(ids = ~1, data = d), !is.na(trust)))";
    /// assert_eq!(mean.explain(Language::En).r_call.as_deref(), Some(call));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let first = self.rows.iter().map(|row| &row.estimate).find(|estimate| estimate.interval.is_some());
        let first = first.or_else(|| self.rows.first().map(|row| &row.estimate));
        let mut inputs = vec![self.variable.clone()];
        if !self.values.is_empty() {
            inputs.push(format!("= {}", self.values.join(", ")));
        }
        inputs.extend(self.keys.iter().cloned());
        let mut of = About::new(language, &self.provenance, inputs);
        of.figure(self.statistic);
        of.estimate(first);
        of.done()
    }
}

impl Comparisons {
    /// How these differences were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    /// ])?;
    /// let trust = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let told = trust.differences()?.explain(Language::En);
    /// assert!(told.steps.iter().any(|step| step.source == "Benjamini and Hochberg 1995"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let provenance = Provenance { r_call: None, ..self.provenance.clone() };
        let mut of = About::new(language, &provenance, self.keys.clone());
        of.figure(Statistic::Difference);
        of.estimate(self.rows.first().map(|row| &row.estimate));
        of.step(&said::ADJUSTED, "p_(k) m / k, never above the next", "Benjamini and Hochberg 1995");
        of.done()
    }
}

impl Test {
    /// How this test was made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
    /// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
    /// assert_eq!(test.explain(Language::En).steps[0].formula, "t = estimate / SE, against Student's t");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let inputs = self.variables.iter().chain(&self.groups).cloned().collect();
        let mut of = About::new(language, &self.provenance, inputs);
        let (formula, source) = match self.name.as_str() {
            "t" | "t_one_sample" | "t_paired" | "contrast" => {
                ("t = estimate / SE, against Student's t", "Student 1908; Lumley 2010, section 2.4")
            }
            "wald_f" | "adjusted_wald_f" => ("F = b' V^-1 b / k", "Koch, Freeman and Freeman 1975; Wald 1943"),
            "rao_scott_f" | "rao_scott_chi_square" | "rao_scott_saddlepoint" => (
                "X2 = n sum (p_ij - p_i. p_.j)^2 / (p_i. p_.j), by its design effects",
                "Rao and Scott 1984; Lumley 2010",
            ),
            _ => ("the regression of scores of the estimated ranks on the groups", "Lumley and Scott 2013"),
        };
        of.step(&said::TEST, formula, source);
        of.method(&self.method);
        of.estimate(self.estimate.as_ref());
        of.done()
    }
}

impl Regression {
    /// How these terms were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Language, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
    ///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
    /// ])?;
    /// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
    /// assert_eq!(fit.explain(Language::En).inputs[..2], ["trust", "area"]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let columns = self.terms.iter().filter_map(|term| term.variable.clone());
        let mut inputs: Vec<String> = std::iter::once(self.variable.clone()).chain(columns).collect();
        inputs.dedup();
        let mut of = About::new(language, &self.provenance, inputs);
        of.figure(Statistic::Coefficient);
        of.method(&self.method);
        of.estimate(self.terms.first().map(|term| &term.estimate));
        of.done()
    }
}

impl SmallAreas {
    /// How these figures were made.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert!(areas.explain(Language::En).text.contains("Fay and Herriot 1979"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, language: Language) -> Explanation {
        let columns = self.terms.iter().filter_map(|term| term.variable.clone());
        let inputs = std::iter::once(self.variable.clone()).chain([self.key.clone()]).chain(columns).collect();
        let mut of = About::new(language, &self.provenance, inputs);
        of.step(
            &said::FIGURE,
            "g y + (1 - g) x'b, g = s / (s + v)",
            "Fay and Herriot 1979; Rao and Molina 2015, chapter 6",
        );
        of.step(
            &said::VARIANCE,
            "s by restricted maximum likelihood",
            "Patterson and Thompson 1971; Datta and Lahiri 2000",
        );
        of.step(&said::ERROR, "sqrt(g1 + g2 + 2 g3)", "Prasad and Rao 1990; Datta and Lahiri 2000");
        if self.benchmark.is_some() {
            of.step(
                &said::BENCHMARK,
                "the figures of all areas together = the figure of the whole",
                "Steorts and Ghosh 2013",
            );
        }
        of.method(&self.method);
        of.interval(
            self.areas.first().and_then(|area| area.estimate.interval.as_ref()).map(|interval| interval.method),
        );
        of.assume(&said::AREAS_ALIKE);
        of.assume(&said::KNOWN_COVARIATES);
        of.done()
    }
}
