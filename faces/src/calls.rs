//! Verbs of a survey whose options say which of several things is done: the module `call` of the core, called from either
//! border. What people call is written by hand.

use crate::source::{Function, Source, camel, name_of};
use crate::written::{HEADER, Language, Written};

/// The functions of `call` that are asked of a survey.
fn verbs(source: &Source) -> impl Iterator<Item = &Function> {
    let of_survey = |function: &&Function| function.arguments.first().is_some_and(|(_, ty)| name_of(ty) == "Survey");
    source.functions.iter().filter(|(key, _)| key.starts_with("verbs::")).map(|(_, found)| found).filter(of_survey)
}

/// What a verb is called with between the survey and the options, and what it gives.
struct Verb<'a> {
    name: &'a str,
    /// Parameters as they cross, and as the core takes them.
    inputs: Vec<(String, String)>,
    returns: String,
}

impl<'a> Verb<'a> {
    fn of(function: &'a Function) -> Self {
        let between = function.arguments.iter().filter(|(name, _)| name != "survey" && name != "options");
        let inputs = between.map(|(name, ty)| match name_of(ty).as_str() {
            "str" => (format!("{name}: &str"), name.clone()),
            "bool" => (format!("{name}: bool"), name.clone()),
            _ => (format!("{name}: Vec<String>"), format!("&{name}")),
        });
        let returns = function.returns.as_ref().map(name_of).unwrap_or_default();
        Self { name: &function.name, inputs: inputs.collect(), returns }
    }

    fn crossing(&self) -> String {
        self.inputs.iter().map(|(input, _)| format!("{input}, ")).collect()
    }

    fn call(&self, survey: &str) -> String {
        let passed: String = self.inputs.iter().map(|(_, passed)| format!("{passed}, ")).collect();
        format!("call::{}({survey}, {passed}Options::from_json(options)?)", self.name)
    }
}

/// The use line of the handles that verbs give.
fn handles(verbs: &[Verb<'_>]) -> String {
    let names: std::collections::BTreeSet<&str> =
        verbs.iter().map(|verb| verb.returns.as_str()).filter(|name| *name != "Survey").collect();
    format!("use crate::faces::handles::{{{}}};\n", names.into_iter().collect::<Vec<_>>().join(", "))
}

const ABOUT: &str = "//! Verbs of a survey that the module `call` of the core has.\n//!\n";

/// The PyO3 half; `by_hand` are those that take more than options.
pub fn python(source: &Source, by_hand: &[String]) -> Written {
    let verbs: Vec<Verb<'_>> =
        verbs(source).map(Verb::of).filter(|verb| !by_hand.contains(&verb.name.to_owned())).collect();
    let method = |verb: &Verb<'_>| {
        let Verb { name, returns, .. } = verb;
        let (run, returns, wrap) = match returns.as_str() {
            "Survey" => ("self.reweighted(py, &table, ", "Self", String::new()),
            _ => ("self.run(py, &table, ", returns.as_str(), format!(".map({returns})")),
        };
        format!(
            "fn {name}(&self, py: Python<'_>, table: Rows<'_>, {}options: &str) -> PyResult<{returns}> {{\n\
             {run}|survey| {}){wrap}\n}}\n",
            verb.crossing(),
            verb.call("&survey")
        )
    };
    let methods: Vec<String> = verbs.iter().map(method).collect();
    let text = format!(
        "{ABOUT}//! {HEADER}\n\nuse cohesion_core::call::{{self, Options}};\nuse pyo3::prelude::*;\n\n{}\
         use crate::survey::Survey;\nuse crate::table::Rows;\n\n#[pymethods]\nimpl Survey {{\n{}}}\n",
        handles(&verbs),
        methods.join("\n")
    );
    Written { path: "bindings-python/src/faces/calls.rs".to_owned(), text, language: Language::Rust }
}

/// The wasm-bindgen half.
pub fn wasm(source: &Source) -> Written {
    let verbs: Vec<Verb<'_>> = verbs(source).map(Verb::of).collect();
    let method = |verb: &Verb<'_>| {
        let Verb { name, returns, .. } = verb;
        let call = format!("{}?", verb.call("&self.core()?"));
        let (returns, made) = match returns.as_str() {
            "Survey" => ("Self", format!("self.with_sample({call}.sample().clone())")),
            _ => (returns.as_str(), format!("{returns}({call})")),
        };
        format!(
            "/// As `call::{name}` of the core.\n///\n/// # Errors\n/// As the core.\n\
             #[wasm_bindgen(js_name = {})]\n\
             pub fn {name}(&self, {}options: &str) -> Result<{returns}> {{\nOk({made})\n}}\n",
            camel(name),
            verb.crossing()
        )
    };
    let methods: Vec<String> = verbs.iter().map(method).collect();
    let text = format!(
        "{ABOUT}//! {HEADER}\n\nuse cohesion_core::call::{{self, Options}};\nuse wasm_bindgen::prelude::wasm_bindgen;\n\n{}\
         use crate::fault::Result;\nuse crate::survey::Survey;\n\n#[wasm_bindgen]\nimpl Survey {{\n{}}}\n",
        handles(&verbs),
        methods.join("\n")
    );
    Written { path: "bindings-wasm/src/faces/calls.rs".to_owned(), text, language: Language::Rust }
}
