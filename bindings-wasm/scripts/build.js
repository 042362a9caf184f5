// Builds the npm package: the wasm module, the types of the documents, the public face.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { compile } from "json-schema-to-typescript";

import { packageFolder, run, workspaceFolder } from "./run.js";

run("node", ["scripts/wasm.js"]);
await writeDocumentTypes();
// What is no longer written must not be packed.
rmSync(join(packageFolder, "js", "dist"), { recursive: true, force: true });
run("node_modules/.bin/tsc", ["--project", "."]);

/** The types of plan documents, from the schema that the core embeds. */
async function writeDocumentTypes() {
  const schema = JSON.parse(readFileSync(join(workspaceFolder, "cohesion-core", "schema", "plan.json"), "utf8"));
  const types = await compile(schema, "PlanDocument", {
    bannerComment: "// Generated from cohesion-core/schema/plan.json by scripts/build.js.",
    format: false,
  });
  const folder = join(packageFolder, "js", "src", "generated");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "plan.ts"), types);
}
