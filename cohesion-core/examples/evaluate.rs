//! The main job: a plan and a table in, a summary on the screen and a report in `evaluation.html` out.
//!
//! ```sh
//! cargo run --release --example evaluate                       # the embedded survey of Somerville
//! cargo run --release --example evaluate -- PLAN.toml DATA.csv [YYYY-MM-DD]
//! ```
//!
//! The date is the one taken as today; a plan needs it where a target runs from a dated baseline to a date.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use cohesion_core::{Error, EvaluationOptions, FaultKind, Language, Plan, ReportAudience, read_csv, report};

const PLAN: &str = include_str!("somerville.toml");
const ANSWERS: &[u8] = include_bytes!("somerville.csv");

/// The page that is written beside the caller.
const PAGE: &str = "evaluation.html";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments, Path::new("."), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Evaluates, prints to `out` and writes the page into `folder`.
///
/// # Errors
/// Every fault of the plan and the table, and files that cannot be read or written.
pub fn run(arguments: &[String], folder: &Path, out: &mut impl Write) -> Result<(), Error> {
    let (plan, answers) = match arguments {
        [] => (Plan::from_toml(PLAN)?, ANSWERS.to_vec()),
        [plan, data, ..] => (Plan::read(plan)?, std::fs::read(data).map_err(|error| file(data, &error))?),
        [_] => {
            return Err(Error::new(FaultKind::NotPossible, "arguments", "give a plan and a table: PLAN.toml DATA.csv"));
        }
    };
    let csv = read_csv(&answers)?;
    let mut options = EvaluationOptions::new();
    if let [_, _, as_of] = arguments {
        options = options.as_of(as_of);
    }
    let published = plan.evaluate(&csv.table, options)?.publish();
    let page = report::html(&published, Language::En, ReportAudience::Partners);
    std::fs::write(folder.join(PAGE), page).map_err(|error| file(PAGE, &error))?;
    write!(out, "{}", report::text(&published, Language::En)).map_err(|error| file("the screen", &error))?;
    for cell in &csv.unparsed {
        writeln!(out, "row {}, column {}: `{}` is no number", cell.row, cell.column, cell.text)
            .map_err(|error| file("the screen", &error))?;
    }
    writeln!(out, "\nThe report is in {PAGE}.").map_err(|error| file("the screen", &error))
}

fn file(name: &str, error: &io::Error) -> Error {
    Error::new(FaultKind::File, name, format!("{name}: {error}"))
}
