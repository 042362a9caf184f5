//! Turns a compiled wasm module into the JavaScript glue beside it: `cohesion-core-wasm-build MODULE.wasm FOLDER NAME`.
//!
//! It does what the `wasm-bindgen` command does, as a library whose version this workspace's lock file pins.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(module), Some(folder), Some(name)) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("usage: cohesion-core-wasm-build MODULE.wasm FOLDER NAME");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&module).out_name(&name).typescript(true);
    // Where the module lies is the business of `js/src/web.ts`; after a trap `js/src/core.ts` asks for a fresh instance.
    bindgen.omit_default_module_path(true).reset_state_function(true);
    match bindgen.web(true).and_then(|bindgen| bindgen.generate(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cohesion-core-wasm-build: {module}: {error:#}");
            ExitCode::FAILURE
        }
    }
}
