//! Regressions, tests and small areas.

use cohesion_core::{
    AreaVariances, BenchmarkMethod, Family, Regression as CoreRegression, RegressionOptions, SmallAreaOptions,
};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::estimates::{Estimates, SmallAreas, Test, explanation};
use crate::fault::Result;
use crate::options::Options;
use crate::survey::Survey;
use crate::table::Table;

const T_TEST: [&str; 5] = ["by", "against", "paired", "where", "level"];
const SMALL_AREAS: [&str; 6] = ["on", "area", "size", "benchmark_method", "variances", "level"];
const REGRESS: [&str; 5] = ["on", "family", "categorical", "where", "level"];

/// A regression.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Regression(CoreRegression);

#[wasm_bindgen]
impl Survey {
    /// Regression on the option `on`.
    ///
    /// # Errors
    /// As the core.
    pub fn regress(&self, variable: &str, options: &str) -> Result<Regression> {
        let mut options = Options::parse(options, &REGRESS)?;
        let family = options.text("family")?.map_or(Ok(Family::default()), |name| Family::parse(&name))?;
        let (on, categorical) = (options.texts("on")?, options.texts("categorical")?);
        let asked = RegressionOptions::new().family(family).with(options.estimate()?);
        let asked = categorical.into_iter().fold(asked, RegressionOptions::categorical);
        let on: Vec<&str> = on.iter().map(String::as_str).collect();
        Ok(Regression(self.core()?.regress(variable, &on, asked)?))
    }

    /// The t test of two groups of the option `by`, of the mean and the number `against`, or of the pairs with the column
    /// `paired`.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = tTest)]
    pub fn t_test(&self, variable: &str, options: &str) -> Result<Test> {
        let mut options = Options::parse(options, &T_TEST)?;
        options.one_of(&["by", "against", "paired"])?;
        let (against, paired) = (options.number("against")?, options.text("paired")?);
        let survey = self.core()?;
        let test = match (against, paired) {
            (Some(against), _) => survey.t_test_against(variable, against, options.estimate()?)?,
            (None, Some(before)) => survey.paired_t_test(variable, &before, options.estimate()?)?,
            (None, None) => {
                let by = options.needed("by")?;
                survey.t_test(variable, &by, options.estimate()?)?
            }
        };
        Ok(Test(test))
    }
}

#[wasm_bindgen]
impl Regression {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(CoreRegression::from_json(text)?))
    }

    /// The regression as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The terms as a table of figures.
    #[must_use]
    pub fn estimates(&self) -> Estimates {
        Estimates(self.0.estimates())
    }

    /// How it was made, as JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn explain(&self, options: &str) -> Result<String> {
        explanation(options, |language| self.0.explain(language))
    }

    /// Wald's test of all terms of these columns.
    ///
    /// # Errors
    /// As the core.
    pub fn test(&self, variables: Vec<String>) -> Result<Test> {
        let variables: Vec<&str> = variables.iter().map(String::as_str).collect();
        Ok(Test(self.0.test(&variables)?))
    }
}

#[wasm_bindgen]
impl Estimates {
    /// Figures of areas by a Fay-Herriot model.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = smallAreas)]
    pub fn small_areas(&self, covariates: &Table, options: &str) -> Result<SmallAreas> {
        Ok(SmallAreas(self.0.small_areas(&covariates.0, small_area_options(options)?.0)?))
    }

    /// The same, made to agree with the figure of the whole.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = smallAreasOf)]
    pub fn small_areas_of(&self, covariates: &Table, options: &str, whole: &Self) -> Result<SmallAreas> {
        let (asked, method) = small_area_options(options)?;
        Ok(SmallAreas(self.0.small_areas(&covariates.0, asked.benchmark(&whole.0, method))?))
    }
}

fn small_area_options(options: &str) -> cohesion_core::Result<(SmallAreaOptions, BenchmarkMethod)> {
    let mut options = Options::parse(options, &SMALL_AREAS)?;
    let variances =
        options.text("variances")?.map_or(Ok(AreaVariances::default()), |name| AreaVariances::parse(&name))?;
    let method = options.text("benchmark_method")?;
    let method = method.map_or(Ok(BenchmarkMethod::default()), |name| BenchmarkMethod::parse(&name))?;
    let asked = SmallAreaOptions::new().variances(variances);
    let asked = options.texts("on")?.into_iter().fold(asked, SmallAreaOptions::on);
    let asked = options.text("area")?.into_iter().fold(asked, SmallAreaOptions::area);
    let asked = options.text("size")?.into_iter().fold(asked, SmallAreaOptions::size);
    Ok((options.number("level")?.into_iter().fold(asked, SmallAreaOptions::level), method))
}
