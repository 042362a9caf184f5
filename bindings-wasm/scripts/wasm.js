// Compiles the Rust layer to one wasm module and writes it, shrunk, with glue and types to `js/pkg`.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { packageFolder, run, workspaceFolder } from "./run.js";

const targetFolder = process.env.CARGO_TARGET_DIR ?? join(workspaceFolder, "target");
const target = ["--target", "wasm32-unknown-unknown", "--profile", "wasm"];
const compiled = join(targetFolder, "wasm32-unknown-unknown", "wasm", "cohesion_core_wasm.wasm");
const glue = join(targetFolder, "wasm-bindgen");
const pkg = join(packageFolder, "js", "pkg");
const module = join(pkg, "core_bg.wasm");

// Where the builder's crates lie is nobody's business, and long: messages of a crate name it without the folder.
const crates = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
const sources = existsSync(crates) ? readdirSync(crates) : [];
const remapped = sources.map((source) => `--remap-path-prefix=${join(crates, source)}/=`);
const env = { ...process.env, RUSTFLAGS: [process.env.RUSTFLAGS ?? "", ...remapped].join(" ").trim() };

run("cargo", ["build", "--locked", "--package", "cohesion-core-wasm", ...target], workspaceFolder, env);
if (!existsSync(module) || statSync(module).mtimeMs < statSync(compiled).mtimeMs) shrink();
const bytes = readFileSync(module);
console.log(`${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);

/** Writes the glue of the compiled module, and the module made smaller. */
function shrink() {
  const tool = ["run", "--locked", "--quiet", "--package", "cohesion-core-wasm-build", "--", compiled, glue, "core"];
  run("cargo", tool, workspaceFolder);
  mkdirSync(pkg, { recursive: true });
  for (const file of ["core.js", "core.d.ts", "core_bg.wasm.d.ts"]) copyFileSync(join(glue, file), join(pkg, file));
  // Rust puts the stack first, so that no object lies in the lowest 1024 bytes: with that known, addresses fold.
  const options = ["-Oz", "-Oz", "--low-memory-unused"];
  // Written last: a build that was interrupted is taken up again.
  run("node_modules/.bin/wasm-opt", [...options, join(glue, "core_bg.wasm"), "-o", module]);
}
