//! What may leave the desk: a city's rule, as a document with an id.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::json;

/// Whether a group of whom all or none gave an answer may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupDisclosure {
    /// A share of 0 % or 100 % is hidden: it says of everybody in the group what they answered.
    #[default]
    Hide,
    /// It is shown, where the group is large enough.
    Show,
}

/// A rule for what may leave the desk.
///
/// The kinds of rules (threshold, group disclosure, dominance, p %, rounding, protection interval) are those of Hundepool and
/// others, Statistical Disclosure Control (Wiley 2012), chapters 4 and 5. How large the numbers are is a matter of policy, for
/// the data protection officer: the defaults are conventions and no law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PublishRule {
    /// Id of the rule, which results name: `ghent-2026`.
    pub id: String,
    /// Groups with fewer answers (unweighted) are hidden.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub minimum_n: u32,
    /// Shares are hidden where fewer are counted, or fewer are not: the numerator, and the denominator less the numerator.
    pub minimum_numerator: u32,
    /// Whether shares of 0 % and 100 % are shown.
    pub group_disclosure: GroupDisclosure,
    /// A total is hidden where this many contributions ...
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 10)))]
    pub dominance_largest: u32,
    /// ... make more than this share of it.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub dominance_share: f64,
    /// A total is hidden where it tells the second largest contributor the largest contribution to within this share of it.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub dominance_within: f64,
    /// Counts are rounded to multiples of it; 1 for no rounding.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1000)))]
    pub rounding_base: u32,
    /// How wide the range must be within which a hidden count stays unknown, in multiples of the minimum it falls under.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 10.0)))]
    pub protection: f64,
}

impl Default for PublishRule {
    fn default() -> Self {
        Self {
            id: "default".to_owned(),
            minimum_n: 10,
            minimum_numerator: 5,
            group_disclosure: GroupDisclosure::Hide,
            dominance_largest: 2,
            dominance_share: 0.85,
            dominance_within: 0.1,
            rounding_base: 1,
            protection: 1.0,
        }
    }
}

impl PublishRule {
    /// Reads a rule from JSON; fields that are absent have their defaults.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] for a text that is no such document; the faults of [`PublishRule::checked`].
    ///
    /// ```
    /// use cohesion_core::PublishRule;
    /// let rule = PublishRule::from_json(r#"{"id": "ghent-2026", "minimum_n": 20}"#)?;
    /// assert_eq!(rule, PublishRule { id: "ghent-2026".into(), minimum_n: 20, ..PublishRule::default() });
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let rule: Self = json::read(text, "rule")?;
        rule.checked("rule")?;
        Ok(rule)
    }

    /// The rule as JSON, the same bytes in every language.
    ///
    /// ```
    /// use cohesion_core::PublishRule;
    /// let rule = PublishRule { minimum_n: 20, ..PublishRule::default() };
    /// assert_eq!((rule.minimum_numerator, rule.rounding_base), (5, 1));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The rule, where every number lies in its range.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for each number that does not.
    ///
    /// ```
    /// use cohesion_core::PublishRule;
    /// assert!(PublishRule::default().checked("publish").is_ok());
    /// let rule = PublishRule { rounding_base: 0, ..PublishRule::default() };
    /// assert_eq!(rule.checked("publish").unwrap_err().path(), "publish.rounding_base");
    /// ```
    pub fn checked(&self, path: &str) -> Result<&Self> {
        let share = |value: f64| (0.0..=1.0).contains(&value);
        let wrong = [
            ("minimum_n", self.minimum_n >= 1, "1 or more"),
            ("dominance_largest", (1..=10).contains(&self.dominance_largest), "1 to 10"),
            ("dominance_share", share(self.dominance_share), "0 to 1"),
            ("dominance_within", share(self.dominance_within), "0 to 1"),
            ("rounding_base", (1..=1000).contains(&self.rounding_base), "1 to 1000"),
            ("protection", (0.0..=10.0).contains(&self.protection), "0 to 10"),
        ];
        let fault = |(name, _, allowed): &(&str, bool, &'static str)| {
            let message = format!("`{name}` lies outside {allowed}");
            Fault::new(FaultKind::OutOfRange, format!("{path}.{name}"), message).allowed([*allowed])
        };
        Error::unless_empty(wrong.iter().filter(|(_, fits, _)| !fits).map(fault).collect(), self)
    }

    /// How wide the range of a hidden number of answers must be.
    pub(crate) fn width_n(&self) -> i64 {
        self.width(self.minimum_n)
    }

    /// How wide the range of a hidden numerator must be.
    pub(crate) fn width_numerator(&self) -> i64 {
        self.width(self.minimum_numerator)
    }

    /// At least 1: what is hidden is never known exactly.
    fn width(&self, minimum: u32) -> i64 {
        (libm::ceil(self.protection * f64::from(minimum)) as i64).max(1)
    }
}
