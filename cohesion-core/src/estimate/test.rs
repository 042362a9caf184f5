//! The result of a test.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Estimate, Note, Provenance};
use crate::error::{Error, FaultKind, Result};

/// A test statistic, its reference distribution and its p-value.
///
/// A test that cannot be made has `statistic: None` and `p: None` and says why in `reason`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Test {
    /// What was tested and how, in snake case: `t`, `wald_f`.
    pub name: String,
    /// The columns that were tested, in order.
    pub variables: Vec<String>,
    /// The groups that were compared, sorted by the bytes of their labels; empty where there are none.
    pub groups: Vec<String>,
    /// The statistic: a t, F or chi-square as `method` says.
    pub statistic: Option<f64>,
    /// Degrees of freedom: those of a t or chi-square, or the first of an F.
    pub df1: Option<f64>,
    /// The second degrees of freedom of an F.
    pub df2: Option<f64>,
    /// The p-value, two-sided for a t.
    pub p: Option<f64>,
    /// What the test is about, where it is one figure: a difference, in the unit of the variable.
    pub estimate: Option<Estimate>,
    /// How many rows went in.
    pub n: u64,
    /// How many rows of the domain lack one of the answers.
    pub n_missing: u64,
    /// Why there is no statistic.
    pub reason: Option<Note>,
    /// Findings that are not fatal.
    pub notes: Vec<Note>,
    /// How the statistic was made and what it is held against.
    pub method: String,
    /// Where the figures come from.
    pub provenance: Provenance,
}

impl Test {
    /// The test as JSON, the same bytes in every language.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Test::to_json`] wrote.
    ///
    /// # Errors
    /// [`FaultKind::Syntax`] where the text is no such JSON.
    pub fn from_json(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|error| Error::new(FaultKind::Syntax, "test", error.to_string()))
    }
}

/// One line in English: `t of api00 by comp.imp: -2.31 (df 196), p 0.022, n 200`.
impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}: ", self.name, self.variables.join(", "))?;
        let (Some(statistic), Some(p)) = (self.statistic, self.p) else {
            let reason = self.reason.as_ref().map_or("no reason given", |reason| reason.code.as_str());
            return write!(f, "not estimable ({reason})");
        };
        write!(f, "{}", short(statistic))?;
        match (self.df1, self.df2) {
            (Some(df1), Some(df2)) => write!(f, " (df {} and {})", short(df1), short(df2))?,
            (Some(df), None) | (None, Some(df)) => write!(f, " (df {})", short(df))?,
            (None, None) => {}
        }
        write!(f, ", p {}, n {}", short(p), self.n)
    }
}

/// Four significant digits without zeros at the end.
fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let size = libm::floor(libm::log10(value.abs()));
    if !(-5.0..15.0).contains(&size) {
        return format!("{value:.3e}");
    }
    let text = format!("{value:.*}", (3.0 - size).max(0.0) as usize);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in
            [(196.0, "196"), (-2.312_34, "-2.312"), (0.000_123_46, "0.0001235"), (2.333e-42, "2.333e-42")]
        {
            assert_eq!(short(value), text);
        }
    }

    #[test]
    fn one_line_for_people() {
        let json = r#"{"name":"t","variables":["y","g"],"groups":["a","b"],"statistic":-2.5,"df1":7,"df2":null,
            "p":0.041,"estimate":null,"n":9,"n_missing":0,"reason":null,"notes":[],"method":"m",
            "provenance":{"plan_hash":null,"table_hashes":[],"definition":null,"rule":null,"library_version":"0",
            "seed":null,"as_of":null}}"#;
        let mut test = Test::from_json(json).unwrap();
        assert_eq!(test.to_string(), "t of y, g: -2.5 (df 7), p 0.041, n 9");
        assert_eq!(Test::from_json(&test.to_json()).unwrap(), test);
        test.statistic = None;
        test.reason = Some(Note::not_estimable(super::super::NoteCode::NoDegreesOfFreedom, ""));
        assert_eq!(test.to_string(), "t of y, g: not estimable (no_degrees_of_freedom)");
    }
}
