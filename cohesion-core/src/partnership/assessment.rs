//! Self-assessment: how the partners themselves rate the partnership, as a document.
//!
//! Several people per organisation answer; organisations are put together first within, then across. The wording of
//! published instruments is often protected: items are named by column here, and texts are the user's own.

use serde::{Deserialize, Serialize};

use super::PartnershipContext;
use crate::closed_set::closed_set;
use crate::codebook::Wave;
use crate::codebook::check::{self, IdKind, element, field};
use crate::error::{Fault, FaultKind};
use crate::indicator::Origin;
use crate::message::Text;

/// How partners rate the partnership: who answers, which questions make a dimension, and how a figure is judged.
///
/// The answers are a table with one row per person; its columns are the variables of the codebook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssessmentDefinition {
    /// What readers call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The column that names the stakeholder for which a person answers.
    #[serde(default = "organisation_column")]
    pub organisation: String,
    /// The column that says in which wave a row was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// The waves, from the first to the last; those of the survey where nothing is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waves: Vec<Wave>,
    /// What is rated.
    pub dimensions: Vec<AssessmentDimension>,
    /// From this figure up a dimension is a strength.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<f64>,
    /// Below this figure a dimension is a concern; between the two it is one to discuss.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concern: Option<f64>,
    /// To how many decimals a figure is rounded before it is held against the two; not at all where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 6)))]
    pub decimals: Option<u32>,
    /// How organisations are put together.
    #[serde(default)]
    pub across: Across,
    /// Where importance and performance are divided into high and low.
    #[serde(default)]
    pub crosshair: Crosshair,
    /// The level of intervals.
    #[serde(default = "level_95")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.5, max = 0.9999)))]
    pub level: f64,
    /// Figures of fewer organisations are not published; never fewer than 5.
    #[serde(default = "five")]
    #[cfg_attr(feature = "schema", schemars(range(min = 5)))]
    pub minimum_organisations: u32,
    /// Whether partners may read which organisations did not answer. The report for residents never says so; the
    /// published JSON does.
    #[serde(default, skip_serializing_if = "is_false")]
    pub name_silent: bool,
    /// Whether it is a fact of its source or an illustration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Where what is said here comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
}

/// What is rated: one scale of the plan or one question, and how important it is to those who rate it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssessmentDimension {
    /// Id of the dimension.
    pub id: String,
    /// What readers call it.
    pub title: Text,
    /// The scale of the plan that scores it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Or the one question that asks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable: Option<String>,
    /// The question that asks how important it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<String>,
}

closed_set! {
    /// How organisations are put together, once the people of each were.
    #[derive(Default)]
    pub enum Across {
        /// Every organisation counts the same, however many of its people answered.
        #[default]
        Organisations = "organisations",
        /// An organisation counts as often as its people answered.
        Respondents = "respondents",
    }
}

closed_set! {
    /// Where importance and performance are divided into high and low (Martilla and James 1977 leave it to the analyst).
    #[derive(Default)]
    pub enum Crosshair {
        /// At the mean of all dimensions: high is higher than the others.
        #[default]
        Means = "means",
        /// At the middle of the answers: high is in the upper half.
        Midpoint = "midpoint",
    }
}

fn organisation_column() -> String {
    "organisation".to_owned()
}

fn level_95() -> f64 {
    0.95
}

fn five() -> u32 {
    5
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl AssessmentDefinition {
    /// Adds the faults of meaning to `faults`; `path` is its place in the document.
    pub(super) fn check(&self, path: &str, context: &PartnershipContext<'_>, faults: &mut Vec<Fault>) {
        if self.dimensions.is_empty() {
            let message = "there is nothing to rate: an assessment needs a dimension";
            faults.push(Fault::new(FaultKind::MissingField, field(path, "dimensions"), message));
        }
        let list = field(path, "dimensions");
        check::unique(&list, self.dimensions.iter().map(|x| x.id.as_str()), faults);
        for (index, dimension) in self.dimensions.iter().enumerate() {
            dimension.check(&element(&list, index, Some(&dimension.id)), context, faults);
        }
        if let (Some(strength), Some(concern)) = (self.strength, self.concern)
            && strength < concern
        {
            let message = format!("a strength begins at {strength}, below the concerns ({concern})");
            faults.push(Fault::new(FaultKind::Inconsistent, field(path, "strength"), message).value(strength));
        }
        if self.strength.is_some() != self.concern.is_some() {
            let absent = if self.strength.is_none() { "strength" } else { "concern" };
            let message = "a figure is judged by two cut points: give `strength` and `concern`, or neither";
            faults.push(Fault::new(FaultKind::MissingField, field(path, absent), message));
        }
        if !self.waves.is_empty() && self.wave.is_none() {
            let message = "waves are told apart by the column that names them";
            faults.push(Fault::new(FaultKind::MissingField, field(path, "wave"), message));
        }
        let list = field(path, "waves");
        check::unique(&list, self.waves.iter().map(|wave| wave.id.as_str()), faults);
        for (index, wave) in self.waves.iter().enumerate() {
            if let Some(date) = &wave.date {
                check::date(date, &field(&element(&list, index, Some(&wave.id)), "date"), faults);
            }
        }
    }
}

impl AssessmentDimension {
    fn check(&self, path: &str, context: &PartnershipContext<'_>, faults: &mut Vec<Fault>) {
        check::id(&self.id, path, IdKind::Word, faults);
        match (&self.scale, &self.variable) {
            (Some(_), Some(_)) => {
                let message = "a dimension is a scale or one question, not both";
                faults.push(Fault::new(FaultKind::Inconsistent, field(path, "variable"), message));
            }
            (None, None) => {
                let message = "a dimension needs its `scale`, or its `variable` where one question asks it";
                faults.push(Fault::new(FaultKind::MissingField, field(path, "scale"), message));
            }
            (Some(scale), None) => check::refers(scale, context.scales, "scale", &field(path, "scale"), faults),
            (None, Some(_)) => {}
        }
        let Some(known) = context.variables else { return };
        for (key, variable) in [("variable", &self.variable), ("importance", &self.importance)] {
            if let Some(variable) = variable {
                check::refers(variable, known, "variable", &field(path, key), faults);
            }
        }
    }
}
