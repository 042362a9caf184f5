// Compiles the Rust layer to wasm and writes glue, types and the shrunk module to `js/pkg`.

import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { packageFolder, run, workspaceFolder } from "./run.js";

const targetFolder = process.env.CARGO_TARGET_DIR ?? join(workspaceFolder, "target");
const compiled = join(targetFolder, "wasm32-unknown-unknown", "wasm", "cohesion_core_wasm.wasm");
const glue = join(targetFolder, "wasm-bindgen");
const pkg = join(packageFolder, "js", "pkg");
const module = join(pkg, "cohesion_core_bg.wasm");

run(
  "cargo",
  ["build", "--locked", "--package", "cohesion-core-wasm", "--target", "wasm32-unknown-unknown", "--profile", "wasm"],
  workspaceFolder,
);
if (!existsSync(module) || statSync(module).mtimeMs < statSync(compiled).mtimeMs) {
  run(
    "cargo",
    ["run", "--locked", "--quiet", "--package", "cohesion-core-wasm-build", "--", compiled, glue],
    workspaceFolder,
  );
  mkdirSync(pkg, { recursive: true });
  for (const name of ["cohesion_core.js", "cohesion_core.d.ts", "cohesion_core_bg.wasm.d.ts"]) {
    copyFileSync(join(glue, name), join(pkg, name));
  }
  // Rust puts the stack first, so that no object lies in the lowest 1024 bytes: with that known, addresses fold.
  const options = ["-Oz", "-Oz", "--low-memory-unused"];
  // Written last: a build that was interrupted is taken up again.
  run("node_modules/.bin/wasm-opt", [...options, join(glue, "cohesion_core_bg.wasm"), "-o", module]);
}

const bytes = readFileSync(module);
console.log(`wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
