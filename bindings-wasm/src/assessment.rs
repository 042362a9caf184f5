//! Self-assessments and what is published from them.

use cohesion_core::call::Options;
use cohesion_core::{Estimates, chart, report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::fault::Result;
use crate::result::Comparisons;

/// The evaluator's own copy of a self-assessment.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Assessment(pub(crate) cohesion_core::Assessment);

/// What may be shared of a self-assessment.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct PublishedAssessment(cohesion_core::PublishedAssessment);

/// What residents say of the dimensions.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Residents(Vec<(String, Estimates)>);

#[wasm_bindgen]
impl Assessment {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON, or a publication.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Assessment::from_json(text)?))
    }

    /// The results as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// What may be shared.
    #[must_use]
    pub fn publish(&self) -> PublishedAssessment {
        PublishedAssessment(self.0.publish())
    }

    /// The partners' means less the residents'.
    ///
    /// # Errors
    /// As the core.
    pub fn beside(&self, residents: &Residents) -> Result<Comparisons> {
        let pairs: Vec<(&str, &Estimates)> = residents.0.iter().map(|(id, means)| (id.as_str(), means)).collect();
        Ok(Comparisons(self.0.beside(&pairs)?))
    }
}

#[wasm_bindgen]
impl Residents {
    /// No estimates yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the estimates of a dimension.
    pub fn add(&mut self, dimension: &str, estimates: &crate::result::Estimates) {
        self.0.push((dimension.to_owned(), estimates.0.clone()));
    }
}

#[wasm_bindgen]
impl PublishedAssessment {
    /// Reads what `toJson` wrote.
    ///
    /// # Errors
    /// A text that is no such JSON, or a confidential assessment.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::PublishedAssessment::from_json(text)?))
    }

    /// The results as JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The report as a page of its own, or with `fragment` as a piece for another page.
    ///
    /// # Errors
    /// An unknown language or audience.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience", "fragment"])?;
        let (language, audience) = (options.language()?, options.audience()?);
        let fragment = options.flag("fragment")?;
        let render = if fragment { report::assessment_html_fragment } else { report::assessment_html };
        Ok(render(&self.0, language, audience))
    }

    /// The report as Markdown.
    ///
    /// # Errors
    /// An unknown language or audience.
    #[wasm_bindgen(js_name = toMarkdown)]
    pub fn to_markdown(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience"])?;
        Ok(report::assessment_markdown(&self.0, options.language()?, options.audience()?))
    }

    /// Importance over performance as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown language.
    pub fn chart(&self, options: &str) -> Result<String> {
        let language = Options::parse(options, &["language"])?.language()?;
        Ok(chart::importance_performance(&self.0, language).to_string())
    }
}
