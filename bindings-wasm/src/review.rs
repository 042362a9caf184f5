//! Reviews: read from JSON, published and shown.

use cohesion_core::call::Options;
use cohesion_core::chart::{self, ReviewPicture};
use cohesion_core::report;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{PublishedReview, Review};
use crate::fault::Result;

#[wasm_bindgen]
impl Review {
    /// What residents may be given.
    #[must_use]
    pub fn publish(&self) -> PublishedReview {
        PublishedReview(self.0.publish())
    }

    /// One of the pictures, as a Vega-Lite specification in JSON.
    ///
    /// # Errors
    /// An unknown picture, language or audience.
    pub fn chart(&self, picture: &str, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience"])?;
        let (language, picture) = (options.language()?, ReviewPicture::parse(picture)?);
        let spec = match options.audience()? {
            cohesion_core::ReportAudience::Partners => chart::review(&self.0, picture, language),
            cohesion_core::ReportAudience::Residents => chart::review(&self.0.publish(), picture, language),
        };
        Ok(spec.to_string())
    }
}

#[wasm_bindgen]
impl PublishedReview {
    /// One of the pictures, as a Vega-Lite specification in JSON; the audience changes nothing.
    ///
    /// # Errors
    /// An unknown picture, language or audience.
    pub fn chart(&self, picture: &str, options: &str) -> Result<String> {
        let mut options = Options::parse(options, &["language", "audience"])?;
        let (language, picture) = (options.language()?, ReviewPicture::parse(picture)?);
        options.audience()?;
        Ok(chart::review(&self.0, picture, language).to_string())
    }
}

macro_rules! shown {
    ($type:ident) => {
        #[wasm_bindgen]
        impl $type {
            /// The sentences of all findings.
            ///
            /// # Errors
            /// An unknown language.
            #[wasm_bindgen(js_name = findingTexts)]
            pub fn finding_texts(&self, options: &str) -> Result<Vec<String>> {
                Ok(report::finding_texts(&self.0, Options::parse(options, &["language"])?.language()?))
            }

            /// The findings as text.
            ///
            /// # Errors
            /// An unknown language.
            #[wasm_bindgen(js_name = toText)]
            pub fn to_text(&self, options: &str) -> Result<String> {
                Ok(report::review_text(&self.0, Options::parse(options, &["language"])?.language()?))
            }

            /// The review as a page of its own, or with `fragment` as a piece for another page.
            ///
            /// # Errors
            /// An unknown language or audience.
            #[wasm_bindgen(js_name = toHtml)]
            pub fn to_html(&self, options: &str) -> Result<String> {
                let mut options = Options::parse(options, &["language", "audience", "fragment"])?;
                let (language, audience) = (options.language()?, options.audience()?);
                let render = if options.flag("fragment")? { report::review_html_fragment } else { report::review_html };
                Ok(render(&self.0, language, audience))
            }

            /// The review as Markdown.
            ///
            /// # Errors
            /// An unknown language or audience.
            #[wasm_bindgen(js_name = toMarkdown)]
            pub fn to_markdown(&self, options: &str) -> Result<String> {
                let mut options = Options::parse(options, &["language", "audience"])?;
                Ok(report::review_markdown(&self.0, options.language()?, options.audience()?))
            }
        }
    };
}
shown!(Review);
shown!(PublishedReview);
