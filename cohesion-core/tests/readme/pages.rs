// Generated from the pages by tests/readme.rs: see there.

pub type Shown = Vec<String>;
type Outcome = Result<(), Box<dyn std::error::Error>>;
pub const PAGES: &[(&str, fn(&mut Vec<Shown>) -> Outcome)] = &[];
