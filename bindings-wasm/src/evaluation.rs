//! Evaluations and what is published from them.

use cohesion_core::call::Options;
use cohesion_core::{Error, Fault, FaultKind, chart, report};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Evaluation, PublishedEvaluation};
use crate::fault::Result;

#[wasm_bindgen]
impl Evaluation {
    /// What may be shared.
    #[must_use]
    pub fn publish(&self) -> PublishedEvaluation {
        PublishedEvaluation(self.0.publish())
    }
}

#[wasm_bindgen]
impl PublishedEvaluation {
    /// The report as a page of its own, or with `fragment` as a piece for another page.
    ///
    /// # Errors
    /// An unknown language or audience.
    #[wasm_bindgen(js_name = toHtml)]
    pub fn to_html(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience", "fragment"])?;
        let (language, audience) = (options.language()?, options.audience()?);
        let render = if options.flag("fragment")? { report::html_fragment } else { report::html };
        Ok(render(&self.0, language, audience))
    }

    /// The report as Markdown.
    ///
    /// # Errors
    /// An unknown language or audience.
    #[wasm_bindgen(js_name = toMarkdown)]
    pub fn to_markdown(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience"])?;
        Ok(report::markdown(&self.0, options.language()?, options.audience()?))
    }

    /// The figures as aligned text.
    ///
    /// # Errors
    /// An unknown language.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self, options: &str) -> Result<String> {
        Ok(report::text(&self.0, Options::parse(options, &["language"])?.language()?))
    }

    /// The figures as CSV, for programs or for a spreadsheet.
    ///
    /// # Errors
    /// An unknown flavour or language.
    #[wasm_bindgen(js_name = toCsv)]
    pub fn to_csv(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["flavour", "language"])?;
        let language = options.language()?;
        match options.text("flavour")?.as_deref() {
            None | Some("machine") => Ok(report::csv_machine(&self.0)),
            Some("spreadsheet") => Ok(report::csv_spreadsheet(&self.0, language)),
            Some(other) => {
                let known = ["machine", "spreadsheet"];
                let message = format!("`{other}` is no flavour of CSV: use {}", known.join(" or "));
                let fault = Fault::new(FaultKind::UnknownValue, "flavour", message).value(other).allowed(known);
                Err(Error::from(fault).into())
            }
        }
    }

    /// The picture of one indicator, or of all, as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown language or indicator.
    pub fn chart(&self, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "indicator"])?;
        let language = options.language()?;
        let spec = match options.text("indicator")? {
            Some(id) => chart::indicator(self.0.indicator(&id)?, language),
            None => chart::overview(&self.0, language),
        };
        Ok(spec.to_string())
    }
}
