// Compares what was built with size-budget.json.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { packageFolder } from "./run.js";

const budget = JSON.parse(readFileSync(join(packageFolder, "size-budget.json"), "utf8"));
const wasm = readFileSync(join(packageFolder, "js", "pkg", "cohesion_core_bg.wasm"));
const sizes = { wasm: wasm.length, wasm_gzip: gzipSync(wasm, { level: 9 }).length };

let over = false;
for (const [name, size] of Object.entries(sizes)) {
  const verdict = size <= budget[name] ? "ok" : "TOO LARGE";
  console.log(`${name}: ${size} of ${budget[name]} bytes: ${verdict}`);
  over ||= size > budget[name];
}
process.exitCode = over ? 1 : 0;
