//! Verbs: what the JavaScript face calls.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use cohesion_core::call::Options;
use cohesion_core::{ChiSquareStatistic, QuantileRule, RankScore};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::Estimates;
use crate::faces::handles::Test;
use crate::fault::Result;
use crate::summary::Summary;
use crate::survey::Survey;

#[wasm_bindgen]
impl Summary {
    /// Cronbach's alpha of items that the summary holds, from the rows that answered all of them.
    ///
    /// # Errors
    /// As the core.
    pub fn alpha(&self, items: Vec<String>, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.alpha(&items, options.estimate()?)?))
    }

    /// What `Survey.coefficientOfVariation` gives, of a summary that holds it.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = coefficientOfVariation)]
    pub fn coefficient_of_variation(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.coefficient_of_variation(variable, options.estimate()?)?))
    }

    /// The weighted correlation of two columns, from the rows that answered both.
    ///
    /// # Errors
    /// As the core.
    pub fn correlation(&self, x: &str, y: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.correlation(x, y, options.estimate()?)?))
    }

    /// What `Survey.gini` gives: refused, since a summary does not hold the order of its rows.
    ///
    /// # Errors
    /// As the core.
    pub fn gini(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.gini(variable, options.estimate()?)?))
    }

    /// The weighted mean of a column that the summary holds.
    ///
    /// # Errors
    /// As the core.
    pub fn mean(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.mean(variable, options.estimate()?)?))
    }

    /// The ratio of the weighted totals of two columns, from the rows that answered both.
    ///
    /// # Errors
    /// As the core.
    pub fn ratio(&self, numerator: &str, denominator: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.ratio(numerator, denominator, options.estimate()?)?))
    }

    /// The weighted share of `values` among those who answered.
    ///
    /// # Errors
    /// As the core.
    pub fn share(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["values", "by", "where", "level", "interval"])?;
        let values = options.labels("values")?;
        Ok(Estimates(self.0.share(variable, values, options.estimate()?)?))
    }

    /// What `Survey.theil` gives, of a summary that holds it.
    ///
    /// # Errors
    /// As the core.
    pub fn theil(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.theil(variable, options.estimate()?)?))
    }

    /// The weighted total of a column that the summary holds.
    ///
    /// # Errors
    /// As the core.
    pub fn total(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level", "missing"])?;
        Ok(Estimates(self.0.total(variable, options.estimate()?)?))
    }

    /// The variance of a column among the population: what `Survey.variance` gives, of a summary that holds it.
    ///
    /// # Errors
    /// As the core.
    pub fn variance(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.0.variance(variable, options.estimate()?)?))
    }
}

#[wasm_bindgen]
impl Survey {
    /// Cronbach's alpha of the items, overall or by groups, from the rows that answered all of them.
    ///
    /// # Errors
    /// As the core.
    pub fn alpha(&self, items: Vec<String>, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.alpha(&items, options.estimate()?)?))
    }

    /// Whether `rows` and `columns` are independent (Rao and Scott 1984; R: `svychisq`).
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = chiSquare)]
    pub fn chi_square(&self, rows: &str, columns: &str, options: &str) -> Result<Test> {
        let mut options = Options::parse(options, &["statistic", "where"])?;
        let statistic = ChiSquareStatistic::parse(options.text("statistic")?.as_deref().unwrap_or("f"))?;
        Ok(Test(self.core()?.chi_square(rows, columns, statistic, options.estimate()?)?))
    }

    /// The coefficient of variation of a column, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = coefficientOfVariation)]
    pub fn coefficient_of_variation(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.coefficient_of_variation(variable, options.estimate()?)?))
    }

    /// The weighted correlation of two columns (Pearson), overall or by groups, from the rows that answered both.
    ///
    /// # Errors
    /// As the core.
    pub fn correlation(&self, x: &str, y: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.correlation(x, y, options.estimate()?)?))
    }

    /// The Gini coefficient of a column of amounts of 0 or more, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    pub fn gini(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.gini(variable, options.estimate()?)?))
    }

    /// The weighted mean of a column, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    pub fn mean(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.mean(variable, options.estimate()?)?))
    }

    /// Weighted quantiles of a column at these probabilities, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    pub fn quantile(&self, variable: &str, probabilities: &[f64], options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["rule", "by", "where", "level"])?;
        let rule = QuantileRule::parse(options.text("rule")?.as_deref().unwrap_or("math"))?;
        Ok(Estimates(self.core()?.quantile(variable, probabilities, rule, options.estimate()?)?))
    }

    /// Whether the ranks of `variable` differ between the groups of `by` (R: `svyranktest`).
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = rankTest)]
    pub fn rank_test(&self, variable: &str, options: &str) -> Result<Test> {
        let mut options = Options::parse(options, &["by", "test", "where", "level"])?;
        let by = options.needed("by")?;
        let test = RankScore::parse(options.text("test")?.as_deref().unwrap_or("wilcoxon"))?;
        Ok(Test(self.core()?.rank_test(variable, &by, test, options.estimate()?)?))
    }

    /// The ratio of the weighted totals of two columns, overall or by groups, from the rows that answered both.
    ///
    /// # Errors
    /// As the core.
    pub fn ratio(&self, numerator: &str, denominator: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.ratio(numerator, denominator, options.estimate()?)?))
    }

    /// The Theil index of a column of amounts of 0 or more, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    pub fn theil(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.theil(variable, options.estimate()?)?))
    }

    /// The weighted total of a column.
    ///
    /// # Errors
    /// As the core.
    pub fn total(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level", "missing"])?;
        Ok(Estimates(self.core()?.total(variable, options.estimate()?)?))
    }

    /// The variance of a column among the population, overall or by groups.
    ///
    /// # Errors
    /// As the core.
    pub fn variance(&self, variable: &str, options: &str) -> Result<Estimates> {
        let mut options = Options::parse(options, &["by", "where", "level"])?;
        Ok(Estimates(self.core()?.variance(variable, options.estimate()?)?))
    }
}
