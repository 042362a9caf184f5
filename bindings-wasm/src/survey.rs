//! Surveys, replicates and their estimates.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::Rc;

use cohesion_core::call::Options;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::fault::Result;
use crate::summary::Summary;
use crate::table::Table;

/// A table and what was read of its design.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Survey {
    table: Rc<cohesion_core::Table<'static>>,
    sample: cohesion_core::DrawnSample,
    /// Who is told how far a long call has come.
    progress: Option<Callback>,
}

#[wasm_bindgen]
extern "C" {
    /// A JavaScript function of how many replicates are done and how many there are.
    #[wasm_bindgen(typescript_type = "(done: number, total: number) => unknown")]
    #[derive(Clone, Debug)]
    pub type Callback;

    #[wasm_bindgen(method, catch)]
    fn call(this: &Callback, receiver: &JsValue, done: f64, total: f64) -> std::result::Result<JsValue, JsValue>;
}

thread_local! {
    /// The callback of the call that runs; a module runs one at a time.
    static TOLD: RefCell<Option<Callback>> = const { RefCell::new(None) };
}

/// Tells the callback; `false`, or what it throws, stops the call.
fn tell(done: u64, total: u64) -> ControlFlow<()> {
    let callback = TOLD.with_borrow(Clone::clone);
    let answer = callback.map(|callback| callback.call(&JsValue::UNDEFINED, done as f64, total as f64));
    match answer {
        Some(Ok(answer)) if answer.as_bool() == Some(false) => ControlFlow::Break(()),
        Some(Err(_)) => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    }
}

#[wasm_bindgen]
impl Survey {
    /// A survey of `table` under the design of the options.
    ///
    /// # Errors
    /// Every fault of the design.
    #[wasm_bindgen(constructor)]
    pub fn new(table: &Table, options: &str) -> Result<Self> {
        let design = Options::from_json(options)?.into_design()?;
        let sample = cohesion_core::Survey::new(&table.0, design)?.sample().clone();
        Ok(Self { table: Rc::clone(&table.0), sample, progress: None })
    }

    /// Names who is told how far a long call has come.
    #[wasm_bindgen(js_name = reportTo)]
    pub fn report_to(&mut self, callback: Callback) {
        self.progress = Some(callback);
    }

    pub(crate) fn core(&self) -> cohesion_core::Result<cohesion_core::Survey<'_>> {
        TOLD.set(self.progress.clone());
        Ok(self.sample.survey(&self.table)?.reporting_to(&tell))
    }

    /// The same rows with other weights.
    pub(crate) fn with_sample(&self, sample: cohesion_core::DrawnSample) -> Self {
        Self { table: Rc::clone(&self.table), sample, progress: self.progress.clone() }
    }

    /// Count, scale, rscales, centre and degrees of freedom of the replicates, as JSON; `null` without.
    #[must_use]
    pub fn replication(&self) -> String {
        let described = self.sample.factors().map(|factors| {
            serde_json::json!({
                "count": factors.count(), "scale": factors.scale(), "rscales": factors.rscales(), "mse": factors.mse(),
                "df": factors.df(), "description": factors.describe(),
            })
        });
        serde_json::json!(described).to_string()
    }

    /// A summary that holds the measures of the options.
    ///
    /// # Errors
    /// As the core.
    pub fn summary(&self, options: &str) -> Result<Summary> {
        let spec = Options::from_json(options)?.into_summary(self.sample.summary_spec()?)?;
        Ok(Summary(cohesion_core::Summary::new(spec)?.add(&self.table)?))
    }
}
