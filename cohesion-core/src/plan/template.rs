//! Plans to start from.

use crate::error::{Fault, FaultKind, Result, did_you_mean};

const SURVEY: &str = include_str!("template/survey.toml");
const PARTNERSHIP: &str = include_str!("template/partnership.toml");

const NAMES: [&str; 3] = ["survey", "partnership", "full"];

/// The commented text of the template with this name.
pub(super) fn template(name: &str) -> Result<String> {
    match name {
        "survey" => Ok(SURVEY.to_owned()),
        "partnership" => Ok(PARTNERSHIP.to_owned()),
        "full" => Ok(full()),
        _ => {
            let hint = did_you_mean(name, NAMES);
            let message = format!("there is no template `{name}`: use {}.{hint}", NAMES.join(", "));
            Err(Fault::new(FaultKind::UnknownValue, "name", message).value(name).allowed(NAMES).into())
        }
    }
}

/// The partnership and the survey in one file: head of the one, parts of both.
fn full() -> String {
    let parts = SURVEY.split_once(PARTS).map_or("", |(_, parts)| parts);
    format!("{}\n{PARTS}{parts}", PARTNERSHIP.trim_end())
}

/// The line after which a template holds parts only.
const PARTS: &str = "# ---- The survey ----\n";
