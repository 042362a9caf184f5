//! Plans: documents in, faults and results out.

use std::rc::Rc;

use cohesion_core::call::Options;
use cohesion_core::{EvaluationOptions, ReviewOptions, TieChoice};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::faces::handles::{Assessment, Evaluation, Review, ScaleScores};
use crate::faces::network::{Network, TwoMode};
use crate::fault::Result;
use crate::summary::Summary;
use crate::table::{Table, Tables};

/// A plan that was read.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Plan(cohesion_core::Plan);

#[wasm_bindgen]
impl Plan {
    /// Reads a plan in TOML.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(js_name = fromToml)]
    pub fn from_toml(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Plan::from_toml(text)?))
    }

    /// Reads a plan in JSON.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Plan::from_json(text)?))
    }

    /// Reads a plan in JSON where the text starts with `{`, else in TOML.
    ///
    /// # Errors
    /// Every fault of form.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(Self(cohesion_core::Plan::parse(text)?))
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Ok(Self(cohesion_core::Plan::from_bytes(bytes)?))
    }

    /// Takes a plan that was put together in JavaScript and crosses as JSON; its faults have no line.
    ///
    /// # Errors
    /// Every fault of form.
    #[wasm_bindgen(js_name = fromObject)]
    pub fn from_object(json: &str) -> Result<Self> {
        let value: Value = json.parse().unwrap_or_default();
        Ok(Self(cohesion_core::Plan::from_value(&value)?))
    }

    /// A commented plan to start from.
    ///
    /// # Errors
    /// An unknown name.
    pub fn template(name: &str) -> Result<String> {
        Ok(cohesion_core::Plan::template(name)?)
    }

    /// A first codebook for the columns of a table, as JSON.
    #[wasm_bindgen(js_name = codebookFrom)]
    #[must_use]
    pub fn codebook_from(table: &Table) -> String {
        json(&cohesion_core::Plan::codebook_from(&table.0))
    }

    /// Every fault of meaning, as JSON.
    #[must_use]
    pub fn check(&self) -> String {
        json(&self.0.check())
    }

    /// Every fault in tables of records, as JSON.
    #[wasm_bindgen(js_name = checkRecords)]
    #[must_use]
    pub fn check_records(&self, tables: &Tables) -> String {
        json(&self.0.check_records(&tables.0))
    }

    /// What the linter finds in the plan's scales, as JSON.
    #[must_use]
    pub fn lint(&self) -> String {
        json(&self.0.scales.iter().flat_map(|scale| scale.lint()).collect::<Vec<_>>())
    }

    /// The scores of one of the plan's scales.
    ///
    /// # Errors
    /// As the core.
    pub fn score(&self, table: &Table, scale: &str) -> Result<ScaleScores> {
        Ok(ScaleScores(self.0.score(&table.0, scale)?))
    }

    /// A table with one more column: the scores of a scale.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = withScores)]
    pub fn with_scores(&self, table: &Table, scale: &str) -> Result<Table> {
        Ok(Table(Rc::new(self.0.with_scores((*table.0).clone(), scale)?)))
    }

    /// The summary from which the plan is evaluated.
    ///
    /// # Errors
    /// As the core.
    pub fn summarise(&self, table: &Table, options: &str) -> Result<Summary> {
        let part = Options::parse(options, &["survey", "part"])?.text("part")?;
        Ok(Summary(self.0.summarise_part(&table.0, part.as_deref())?))
    }

    /// The evaluation of survey answers.
    ///
    /// # Errors
    /// As the core.
    pub fn evaluate(&self, table: &Table, options: &str) -> Result<Evaluation> {
        Ok(Evaluation(self.0.evaluate(&*table.0, evaluation_options(options)?)?))
    }

    /// The evaluation of summarised survey answers.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = evaluateSummary)]
    pub fn evaluate_summary(&self, summary: &Summary, options: &str) -> Result<Evaluation> {
        Ok(Evaluation(self.0.evaluate(&summary.0, evaluation_options(options)?)?))
    }

    /// The review of the partnership by its records.
    ///
    /// # Errors
    /// As the core.
    pub fn review(&self, records: &Tables, options: &str) -> Result<Review> {
        Ok(Review(self.0.review(&records.0, review_options(options)?)?))
    }

    /// The same, held against the review before.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = reviewAfter)]
    pub fn review_after(&self, records: &Tables, options: &str, previous: &Review) -> Result<Review> {
        Ok(Review(self.0.review(&records.0, review_options(options)?.previous(&previous.0))?))
    }

    /// What the partners' own ratings say.
    ///
    /// # Errors
    /// As the core.
    pub fn assess(&self, answers: &Table) -> Result<Assessment> {
        Ok(Assessment(self.0.assess(&answers.0)?))
    }

    /// The network of the partnership.
    ///
    /// # Errors
    /// As the core.
    pub fn network(&self, records: &Tables, options: &str) -> Result<Network> {
        let mut options = Options::parse(options, &["wave", "kind", "respondents"])?;
        let choice = options.text("wave")?.into_iter().fold(TieChoice::new(), TieChoice::wave);
        let mut choice = options.texts("kind")?.into_iter().fold(choice, TieChoice::kind);
        if options.has("respondents") {
            choice = choice.respondents(options.labels("respondents")?);
        }
        Ok(Network(self.0.network(&records.0, choice)?))
    }

    /// Who takes part in what.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = activityNetwork)]
    pub fn activity_network(&self) -> Result<TwoMode> {
        Ok(TwoMode(self.0.activity_network()?))
    }

    /// SHA-256 of the canonical JSON.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash().to_owned()
    }

    /// The document in JSON.
    #[wasm_bindgen(js_name = toJson)]
    #[must_use]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The document in TOML.
    ///
    /// # Errors
    /// As the core.
    #[wasm_bindgen(js_name = toToml)]
    pub fn to_toml(&self) -> Result<String> {
        Ok(self.0.to_toml()?)
    }
}

fn evaluation_options(options: &str) -> cohesion_core::Result<EvaluationOptions> {
    let as_of = Options::parse(options, &["survey", "as_of"])?.text("as_of")?;
    Ok(as_of.into_iter().fold(EvaluationOptions::new(), EvaluationOptions::as_of))
}

fn review_options(options: &str) -> cohesion_core::Result<ReviewOptions<'static>> {
    let mut given = Options::parse(options, &["records", "as_of", "previous", "seed"])?;
    let options = ReviewOptions::new(given.text("as_of")?.unwrap_or_default());
    Ok(given.whole("seed")?.into_iter().fold(options, ReviewOptions::seed))
}

/// Plain data as JSON text.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
