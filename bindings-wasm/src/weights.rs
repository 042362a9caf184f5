//! Calibration, non-response and response rates of a survey.

use cohesion_core::{
    CalibrationMethod, CalibrationOptions, Fault, FaultKind, PopulationMargins, ResponseOptions, Result as CoreResult,
    ToSheet, WeightLimits,
};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::options::{Options, labels, wrong};
use crate::survey::Survey;

const CALIBRATE: [&str; 5] = ["margins", "method", "bounds", "population", "trim"];
const NONRESPONSE: [&str; 4] = ["values", "by", "minimum", "collapse"];
const RATES: [&str; 4] = ["categories", "e", "by", "where"];

#[wasm_bindgen]
impl Survey {
    /// The survey with weights that meet the option `margins`.
    ///
    /// # Errors
    /// As the core.
    pub fn calibrate(&self, options: &str) -> Result<Self> {
        let mut options = Options::parse(options, &CALIBRATE)?;
        let margins = options.value("margins").unwrap_or(Value::Null).to_string();
        let mut margins = PopulationMargins::from_json(&margins)?;
        if let Some(size) = options.number("population")? {
            margins = margins.population(size);
        }
        let mut asked = CalibrationOptions::new();
        if let Some(name) = options.text("method")? {
            asked = asked.method(CalibrationMethod::parse(&name)?);
        }
        if let Some(bounds) = options.numbers("bounds")? {
            let [low, high] = bounds[..] else {
                return Err(wrong("bounds", &Value::from(bounds), "two numbers").into());
            };
            asked = asked.bounds(low, high);
        }
        if let Some(trim) = options.value("trim") {
            asked = asked.trim(limits(&trim)?);
        }
        Ok(self.with_sample(self.core()?.calibrate(&margins, asked)?.sample().clone()))
    }

    /// The survey with the weights of respondents raised to those of their cell.
    ///
    /// # Errors
    /// As the core.
    pub fn nonresponse(&self, respondent: &str, options: &str) -> Result<Self> {
        let mut options = Options::parse(options, &NONRESPONSE)?;
        let values = options.labels("values")?;
        let asked = options.texts("by")?.into_iter().fold(ResponseOptions::new(), ResponseOptions::by);
        let asked = asked.minimum(options.whole("minimum")?.unwrap_or(0)).collapse(options.flag("collapse")?);
        Ok(self.with_sample(self.core()?.nonresponse(respondent, values, asked)?.sample().clone()))
    }

    /// Response rates.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = responseRates)]
    pub fn response_rates(&self, disposition: &str, options: &str) -> Result<ResponseRates> {
        let mut options = Options::parse(options, &RATES)?;
        let given = options.value("categories").unwrap_or(Value::Null);
        let Value::Object(categories) = &given else {
            return Err(wrong("categories", &given, "an object of outcomes by code").into());
        };
        let category = |(code, category): (&String, &Value)| -> CoreResult<(String, String)> {
            Ok((code.clone(), labels(&format!("categories.{code}"), category.clone())?.join(", ")))
        };
        let categories: Vec<(String, String)> = categories.iter().map(category).collect::<CoreResult<_>>()?;
        let e = options.number("e")?;
        Ok(ResponseRates(self.core()?.response_rates(disposition, categories, e, options.estimate()?)?))
    }

    /// How the weights were calibrated; nothing where they were not.
    ///
    /// # Errors
    /// As the core.
    pub fn calibration(&self) -> Result<Option<Calibration>> {
        Ok(self.core()?.calibration().cloned().map(Calibration))
    }

    /// How the weights of respondents were raised; nothing where they were not.
    ///
    /// # Errors
    /// As the core.
    pub fn response(&self) -> Result<Option<ResponseAdjustment>> {
        Ok(self.core()?.response().cloned().map(ResponseAdjustment))
    }

    /// The weight of every row.
    ///
    /// # Errors
    /// As the core.
    pub fn weights(&self) -> Result<Vec<f64>> {
        Ok(self.core()?.weights()?)
    }

    /// What every weight was multiplied by.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = gWeights)]
    pub fn g_weights(&self) -> Result<Option<Vec<f64>>> {
        Ok(self.core()?.g_weights().map(<[f64]>::to_vec))
    }
}

/// A result that is read from JSON, and shown as JSON and as an aligned table.
macro_rules! table_of_weights {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[wasm_bindgen]
        #[derive(Debug)]
        pub struct $name(cohesion_core::$name);

        #[wasm_bindgen]
        impl $name {
            /// Reads what `toJson` wrote.
            ///
            /// # Errors
            /// A text that is no such JSON.
            #[wasm_bindgen(js_name = fromJson)]
            pub fn from_json(text: &str) -> Result<Self> {
                Ok(Self(cohesion_core::$name::from_json(text)?))
            }

            /// The result as JSON.
            #[wasm_bindgen(js_name = toJson)]
            #[must_use]
            pub fn to_json(&self) -> String {
                self.0.to_json()
            }

            /// The result as an aligned table.
            ///
            /// # Errors
            /// An unknown language.
            #[wasm_bindgen(js_name = toText)]
            pub fn to_text(&self, options: &str) -> Result<String> {
                Ok(self.0.sheet(Options::parse(options, &["language"])?.language()?).to_text())
            }
        }
    };
}

table_of_weights!(
    /// How weights were made to meet known totals.
    Calibration
);
table_of_weights!(
    /// How the weights of those who answered were raised.
    ResponseAdjustment
);
table_of_weights!(
    /// Response rates.
    ResponseRates
);

/// Limits of weights.
fn limits(given: &Value) -> CoreResult<WeightLimits> {
    let mut options = Options::parse(&given.to_string(), &["lower", "upper", "design_effect"])
        .map_err(|_| Fault::new(FaultKind::UnknownOption, "trim", "`trim` takes lower, upper or design_effect"))?;
    let mut limits = WeightLimits::new();
    if let Some(lower) = options.number("lower")? {
        limits = limits.lower(lower);
    }
    if let Some(upper) = options.number("upper")? {
        limits = limits.upper(upper);
    }
    if let Some(kish) = options.number("design_effect")? {
        limits = limits.design_effect(kish);
    }
    Ok(limits)
}
