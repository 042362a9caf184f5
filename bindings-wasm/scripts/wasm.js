// Compiles the Rust layer to wasm, once per module, and writes glue, types and the shrunk modules to `js/pkg`.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { modules, packageFolder, run, workspaceFolder } from "./run.js";

const targetFolder = process.env.CARGO_TARGET_DIR ?? join(workspaceFolder, "target");
const release = join(targetFolder, "wasm32-unknown-unknown", "wasm");
const glue = join(targetFolder, "wasm-bindgen");
const pkg = join(packageFolder, "js", "pkg");

// Where the builder's crates lie is nobody's business, and long: messages of a crate name it without the folder.
const crates = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
const sources = existsSync(crates) ? readdirSync(crates) : [];
const remapped = sources.map((source) => `--remap-path-prefix=${join(crates, source)}/=`);
const env = { ...process.env, RUSTFLAGS: [process.env.RUSTFLAGS ?? "", ...remapped].join(" ").trim() };

for (const name of modules) build(name);

/** One module: the crate with the feature of that name. */
function build(name) {
  const features = ["--no-default-features", "--features", name];
  const target = ["--target", "wasm32-unknown-unknown", "--profile", "wasm"];
  run("cargo", ["build", "--locked", "--package", "cohesion-core-wasm", ...features, ...target], workspaceFolder, env);
  // Both modules are compiled to the same file.
  const compiled = readFileSync(join(release, "cohesion_core_wasm.wasm"));
  const kept = join(release, `${name}.wasm`);
  const module = join(pkg, `${name}_bg.wasm`);
  const fresh = existsSync(kept) && existsSync(module) && statSync(module).mtimeMs >= statSync(kept).mtimeMs;
  if (!fresh || !readFileSync(kept).equals(compiled)) {
    writeFileSync(kept, compiled);
    shrink(name, kept, module);
  }
  const bytes = readFileSync(module);
  console.log(`${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
}

/** Writes the glue of a compiled module, and the module made smaller. */
function shrink(name, compiled, module) {
  const arguments_ = [
    "run",
    "--locked",
    "--quiet",
    "--package",
    "cohesion-core-wasm-build",
    "--",
    compiled,
    glue,
    name,
  ];
  run("cargo", arguments_, workspaceFolder);
  mkdirSync(pkg, { recursive: true });
  for (const file of [`${name}.js`, `${name}.d.ts`, `${name}_bg.wasm.d.ts`]) {
    copyFileSync(join(glue, file), join(pkg, file));
  }
  // Rust puts the stack first, so that no object lies in the lowest 1024 bytes: with that known, addresses fold.
  const options = ["-Oz", "-Oz", "--low-memory-unused"];
  // Written last: a build that was interrupted is taken up again.
  run("node_modules/.bin/wasm-opt", [...options, join(glue, `${name}_bg.wasm`), "-o", module]);
}
