//! Documents and results: what JavaScript holds of them.
//!
//! Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::result::Sheet;

/// The evaluator's own copy of a self-assessment: as confidential as the answers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Assessment(pub(crate) cohesion_core::Assessment);

#[wasm_bindgen]
impl Assessment {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Assessment::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// A calibration: known totals, weights before and after, and how far they moved.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calibration(pub(crate) cohesion_core::Calibration);

#[wasm_bindgen]
impl Calibration {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Calibration::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Several comparisons, with p-values adjusted for their number.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Comparisons(pub(crate) cohesion_core::Comparisons);

#[wasm_bindgen]
impl Comparisons {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Comparisons::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Unweighted counts of a column's answers by groups, as confidential as the rows.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CountTable(pub(crate) cohesion_core::CountTable);

#[wasm_bindgen]
impl CountTable {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::CountTable::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// A table of figures with the covariance between them: what every estimator returns.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Estimates(pub(crate) cohesion_core::Estimates);

#[wasm_bindgen]
impl Estimates {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Estimates::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// The evaluator's own copy of the results: as confidential as the answers.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Evaluation(pub(crate) cohesion_core::Evaluation);

#[wasm_bindgen]
impl Evaluation {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Evaluation::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// How many rows share each combination of columns by which people could be recognised.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KAnonymity(pub(crate) cohesion_core::KAnonymity);

#[wasm_bindgen]
impl KAnonymity {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::KAnonymity::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Measures of a network: figures of the whole and a table of rows, with notes and where they come from.
#[wasm_bindgen]
#[derive(Debug)]
pub struct NetworkResult(pub(crate) cohesion_core::NetworkResult);

#[wasm_bindgen]
impl NetworkResult {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::NetworkResult::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// What may be shared of a self-assessment.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PublishedAssessment(pub(crate) cohesion_core::PublishedAssessment);

#[wasm_bindgen]
impl PublishedAssessment {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::PublishedAssessment::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// An evaluation that may be shared.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PublishedEvaluation(pub(crate) cohesion_core::PublishedEvaluation);

#[wasm_bindgen]
impl PublishedEvaluation {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::PublishedEvaluation::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// What residents may be given of a review.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PublishedReview(pub(crate) cohesion_core::PublishedReview);

#[wasm_bindgen]
impl PublishedReview {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::PublishedReview::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// Tables that may be shared together.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PublishedTables(pub(crate) cohesion_core::PublishedTables);

#[wasm_bindgen]
impl PublishedTables {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::PublishedTables::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// A regression with design-based errors.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Regression(pub(crate) cohesion_core::Regression);

#[wasm_bindgen]
impl Regression {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Regression::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Weights of those who answered, raised so that they stand for the others of their cell.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ResponseAdjustment(pub(crate) cohesion_core::ResponseAdjustment);

#[wasm_bindgen]
impl ResponseAdjustment {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::ResponseAdjustment::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Response rates 1 to 6 of the American Association for Public Opinion Research.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ResponseRates(pub(crate) cohesion_core::ResponseRates);

#[wasm_bindgen]
impl ResponseRates {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::ResponseRates::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// The partners' own review, which names stakeholders.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Review(pub(crate) cohesion_core::Review);

#[wasm_bindgen]
impl Review {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Review::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

/// The scores of a scale, one per row.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ScaleScores(pub(crate) cohesion_core::ScaleScores);

#[wasm_bindgen]
impl ScaleScores {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::ScaleScores::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// Figures of areas by a Fay-Herriot model: the area's own survey where it is strong, what similar areas have where it
/// is weak.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SmallAreas(pub(crate) cohesion_core::SmallAreas);

#[wasm_bindgen]
impl SmallAreas {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::SmallAreas::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}

/// A test statistic, its reference distribution and its p-value.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Test(pub(crate) cohesion_core::Test);

#[wasm_bindgen]
impl Test {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Test::from_json(text)?))
    }

    /// As JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// As a sheet.
    ///
    /// # Errors
    /// An unknown language.
    pub fn sheet(&self, options: &str) -> Result<Sheet> {
        Sheet::of(&self.0, options)
    }
}
