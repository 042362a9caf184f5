//! The codebook: which variables a survey or register has, which codes they take and what the codes mean.
//!
//! Why an answer is missing is kept apart per variable, since "don't know" counts differently by indicator and stands
//! under another code from one variable to the next.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::closed_set::closed_set;
use crate::error::{Fault, FaultKind};
use crate::message::Text;

pub(crate) mod check;
pub mod scale;
pub(crate) mod texts;

use check::{Ids, element, field};

/// The variables of a survey or register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// What the codebook describes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Where the data come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The variables, in the order in which they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variables: Vec<Variable>,
}

/// One wave of a survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// The label under which the wave stands in the data; a number as text: `"2024"`.
    pub id: String,
    /// What readers call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// When it was asked, as `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// One variable: a column of the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// The name of the column.
    pub id: String,
    /// What the variable says, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// The question as it was asked, where the wording may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// What kind of values it has.
    #[serde(rename = "type")]
    pub kind: VariableType,
    /// The valid codes, in their order; empty where any value is valid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<CodeLabel>,
    /// The valid range of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<ValidRange>,
    /// The unit of a number: `years`, `EUR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The codes that stand for a missing answer, by kind.
    #[serde(default, skip_serializing_if = "MissingCodes::is_empty")]
    pub missing: MissingCodes,
}

closed_set! {
    /// What kind of values a variable has.
    pub enum VariableType {
        /// Categories without an order.
        Nominal = "nominal",
        /// Categories in an order; the codes may be averaged where they are numbers.
        Ordinal = "ordinal",
        /// A number.
        Number = "number",
        /// Free text or an identifier.
        Text = "text",
    }
}

/// A code as it stands in the data: a number or a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Code {
    /// A number.
    Number(f64),
    /// A word.
    Text(String),
}

impl Code {
    /// The code as a label: a whole number without a decimal point.
    ///
    /// ```
    /// use cohesion_core::Code;
    /// assert_eq!(Code::Number(10.0).label(), "10");
    /// assert_eq!(Code::Number(2.5).label(), "2.5");
    /// assert_eq!(Code::Text("10".into()).label(), "10");
    /// ```
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            // `Display` of a float writes whole numbers without a point; adding zero turns -0 into 0.
            Self::Number(number) => (number + 0.0).to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    /// The number, where the code is one or its text reads as one.
    ///
    /// ```
    /// use cohesion_core::Code;
    /// assert_eq!(Code::Text("4".into()).as_number(), Some(4.0));
    /// assert_eq!(Code::Text("four".into()).as_number(), None);
    /// ```
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
        }
    }
}

impl From<f64> for Code {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A valid code and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeLabel {
    /// The code as it stands in the data.
    pub value: Code,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// The valid range of a number, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValidRange {
    /// The smallest valid value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The largest valid value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

impl ValidRange {
    /// Whether `value` lies in the range, its ends included.
    ///
    /// ```
    /// use cohesion_core::ValidRange;
    /// let years = ValidRange { min: Some(0.0), max: None };
    /// assert!(years.contains(0.0));
    /// assert!(!years.contains(-1.0));
    /// ```
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.min.is_none_or(|min| value >= min) && self.max.is_none_or(|max| value <= max)
    }
}

closed_set! {
    /// Why an answer is missing.
    pub enum MissingKind {
        /// The person does not know, or has no opinion.
        DontKnow = "dont_know",
        /// The person does not want to say.
        Refused = "refused",
        /// The question does not apply to the person.
        NotApplicable = "not_applicable",
        /// The question was not put to the person.
        NotAsked = "not_asked",
        /// Nothing is known of the reason.
        Missing = "missing",
    }
}

/// The codes that stand for a missing answer, by kind. An empty cell is `missing` without being listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MissingCodes {
    /// Codes for "don't know" and "no opinion".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dont_know: Vec<Code>,
    /// Codes for a refusal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Code>,
    /// Codes for "does not apply".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<Code>,
    /// Codes for "was not asked".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_asked: Vec<Code>,
    /// Codes for a missing value of unknown reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Code>,
}

impl MissingCodes {
    /// Whether no code is listed.
    ///
    /// ```
    /// use cohesion_core::MissingCodes;
    /// assert!(MissingCodes::default().is_empty());
    /// assert!(!MissingCodes { refused: vec![9.0.into()], ..MissingCodes::default() }.is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        MissingKind::ALL.into_iter().all(|kind| self.of(kind).is_empty())
    }

    /// The codes of one kind.
    ///
    /// ```
    /// use cohesion_core::{MissingCodes, MissingKind};
    /// let codes = MissingCodes { dont_know: vec![8.0.into()], ..MissingCodes::default() };
    /// assert_eq!(codes.of(MissingKind::DontKnow).len(), 1);
    /// assert!(codes.of(MissingKind::Refused).is_empty());
    /// ```
    #[must_use]
    pub fn of(&self, kind: MissingKind) -> &[Code] {
        match kind {
            MissingKind::DontKnow => &self.dont_know,
            MissingKind::Refused => &self.refused,
            MissingKind::NotApplicable => &self.not_applicable,
            MissingKind::NotAsked => &self.not_asked,
            MissingKind::Missing => &self.missing,
        }
    }

    /// The kind under which `label` is listed, see [`Code::label`].
    ///
    /// ```
    /// use cohesion_core::{MissingCodes, MissingKind};
    /// let codes = MissingCodes { dont_know: vec![8.0.into()], refused: vec!["X".into()], ..MissingCodes::default() };
    /// assert_eq!(codes.kind_of("8"), Some(MissingKind::DontKnow));
    /// assert_eq!(codes.kind_of("X"), Some(MissingKind::Refused));
    /// assert_eq!(codes.kind_of("4"), None);
    /// ```
    #[must_use]
    pub fn kind_of(&self, label: &str) -> Option<MissingKind> {
        MissingKind::ALL.into_iter().find(|kind| self.of(*kind).iter().any(|code| code.label() == label))
    }
}

/// What a codebook says of one value of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeMeaning {
    /// A valid answer.
    Valid,
    /// A missing answer, and why.
    Missing(MissingKind),
    /// A value that the codebook does not list.
    Undeclared,
}

impl Variable {
    /// What the codebook says of `code`.
    ///
    /// ```
    /// use cohesion_core::{Code, CodeMeaning, MissingKind, Plan};
    /// let plan = Plan::from_toml(
    ///     "[[codebook.variables]]\nid = 'q'\ntype = 'number'\nrange = {min = 1, max = 5}\nmissing = {dont_know = [9]}",
    /// )?;
    /// let q = plan.codebook.as_ref().and_then(|book| book.variable("q")).unwrap();
    /// assert_eq!(q.meaning(&Code::Number(4.0)), CodeMeaning::Valid);
    /// assert_eq!(q.meaning(&Code::Number(9.0)), CodeMeaning::Missing(MissingKind::DontKnow));
    /// assert_eq!(q.meaning(&Code::Number(7.0)), CodeMeaning::Undeclared);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn meaning(&self, code: &Code) -> CodeMeaning {
        let label = code.label();
        if let Some(kind) = self.missing.kind_of(&label) {
            return CodeMeaning::Missing(kind);
        }
        let listed = self.codes.iter().any(|known| known.value.label() == label);
        let in_range = self.range.map(|range| code.as_number().is_some_and(|number| range.contains(number)));
        let valid = if listed { true } else { in_range.unwrap_or(self.codes.is_empty()) };
        if valid { CodeMeaning::Valid } else { CodeMeaning::Undeclared }
    }

    /// Adds the faults of meaning of this variable to `faults`; `path` is its place in the document.
    pub(crate) fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        check::id(&self.id, path, check::IdKind::Column, faults);
        self.check_codes(path, faults);
        self.check_missing(path, faults);
        self.check_range(path, faults);
    }

    fn check_codes(&self, path: &str, faults: &mut Vec<Fault>) {
        let mut seen = Ids::default();
        for (index, code) in self.codes.iter().enumerate() {
            if check::enough(faults) {
                return;
            }
            let label = code.value.label();
            let at = format!("{}.value", element(&field(path, "codes"), index, None));
            if !seen.insert(label.clone()) {
                faults.push(
                    Fault::new(FaultKind::DuplicateId, &at, format!("the code `{label}` is listed twice"))
                        .value(&label),
                );
            }
            if self.kind == VariableType::Number && code.value.as_number().is_none() {
                faults.push(
                    Fault::new(FaultKind::Inconsistent, &at, format!("`{label}` is no number, but the variable is"))
                        .value(&label),
                );
            }
        }
    }

    fn check_missing(&self, path: &str, faults: &mut Vec<Fault>) {
        let valid = BTreeSet::from_iter(self.codes.iter().map(|code| code.value.label()));
        let mut seen = Ids::default();
        for kind in MissingKind::ALL {
            let list = field(&field(path, "missing"), kind.as_str());
            for (index, code) in self.missing.of(kind).iter().enumerate() {
                if check::enough(faults) {
                    return;
                }
                let label = code.label();
                let in_range =
                    self.range.is_some_and(|range| code.as_number().is_some_and(|number| range.contains(number)));
                let wrong = if valid.contains(&label) || in_range {
                    Some((FaultKind::Inconsistent, "is both a valid code and a code for a missing answer"))
                } else if seen.insert(label.clone()) {
                    None
                } else {
                    Some((FaultKind::DuplicateId, "stands for a missing answer twice"))
                };
                if let Some((fault, what)) = wrong {
                    let at = element(&list, index, None);
                    faults.push(Fault::new(fault, at, format!("`{label}` {what}")).value(&label));
                }
            }
        }
    }

    fn check_range(&self, path: &str, faults: &mut Vec<Fault>) {
        let Some(range) = self.range else { return };
        let at = field(path, "range");
        if self.kind != VariableType::Number {
            let message = format!("only a number has a range, and this variable is {}", self.kind.as_str());
            faults.push(Fault::new(FaultKind::Inconsistent, &at, message));
        }
        if let (Some(min), Some(max)) = (range.min, range.max)
            && min > max
        {
            let message = format!("the range ends at {max}, before it starts at {min}");
            faults.push(Fault::new(FaultKind::OutOfRange, &at, message).value(max));
        }
        for (index, code) in self.codes.iter().enumerate() {
            if check::enough(faults) {
                return;
            }
            if code.value.as_number().is_some_and(|number| !range.contains(number)) {
                let at = format!("{}.value", element(&field(path, "codes"), index, None));
                let label = code.value.label();
                faults.push(
                    Fault::new(FaultKind::OutOfRange, at, format!("the code `{label}` lies outside the range"))
                        .value(&label),
                );
            }
        }
    }
}

impl Codebook {
    /// The variable with this id.
    ///
    /// ```
    /// use cohesion_core::Plan;
    /// let plan = Plan::from_toml(&Plan::template("survey")?)?;
    /// let book = plan.codebook.as_ref().unwrap();
    /// assert!(book.variable("at_home").is_some());
    /// assert!(book.variable("at_work").is_none());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn variable(&self, id: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.id == id)
    }

    /// Adds the faults of meaning of the codebook to `faults`; `path` is its place in the document.
    pub(crate) fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        let list = field(path, "variables");
        check::unique(&list, self.variables.iter().map(|variable| variable.id.as_str()), faults);
        for (index, variable) in self.variables.iter().enumerate() {
            variable.check(&element(&list, index, Some(&variable.id)), faults);
        }
    }
}
