//! Self-assessments and what is published from them.

use cohesion_core::call::Options;
use cohesion_core::{Estimates, chart, report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Assessment, Comparisons, PublishedAssessment};
use crate::fault::Result;

/// What residents say of the dimensions.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Residents(Vec<(String, Estimates)>);

#[wasm_bindgen]
impl Assessment {
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
    pub fn add(&mut self, dimension: &str, estimates: &crate::faces::handles::Estimates) {
        self.0.push((dimension.to_owned(), estimates.0.clone()));
    }
}

#[wasm_bindgen]
impl PublishedAssessment {
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
