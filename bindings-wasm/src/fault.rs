//! Errors on their way to JavaScript.

use cohesion_core::Error;
use serde_json::json;
use wasm_bindgen::JsValue;

/// What crosses the border instead of a value: the JSON text of an error's message and faults.
#[derive(Debug)]
pub struct Failure(Error);

/// The result of everything JavaScript calls.
pub type Result<T> = std::result::Result<T, Failure>;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let faults: Vec<_> = failure.0.faults().collect();
        Self::from_str(&json!({ "message": failure.0.to_string(), "faults": faults }).to_string())
    }
}
