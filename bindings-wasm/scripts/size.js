// Compares what was built with size-budget.json.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { modules, packageFolder } from "./run.js";

const budget = JSON.parse(readFileSync(join(packageFolder, "size-budget.json"), "utf8"));
for (const module of modules) {
  const wasm = readFileSync(join(packageFolder, "js", "pkg", `${module}_bg.wasm`));
  const sizes = { wasm: wasm.length, wasm_gzip: gzipSync(wasm, { level: 9 }).length };
  for (const [name, size] of Object.entries(sizes)) {
    const fits = size <= budget[name];
    console.log(`${module}: ${name} ${size} of ${budget[name]} bytes: ${fits ? "ok" : "TOO LARGE"}`);
    if (!fits) process.exitCode = 1;
  }
}
