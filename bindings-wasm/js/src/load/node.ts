import { readFileSync } from "node:fs";
import { initSync as survey } from "../../pkg/survey.js";

survey({ module: readFileSync(new URL("../../pkg/survey_bg.wasm", import.meta.url)) });

export * from "../index.js";
export { ready } from "./node-evaluate.js";
