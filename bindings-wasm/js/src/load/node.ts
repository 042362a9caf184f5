import { readFileSync } from "node:fs";
import { initSync as health } from "../../pkg/health.js";
import { initSync as network } from "../../pkg/network.js";
import { initSync as review } from "../../pkg/review.js";
import { initSync as survey } from "../../pkg/survey.js";
import { partnership } from "../partnership.js";
import { partnershipBy } from "../plan.js";

health({ module: readFileSync(new URL("../../pkg/health_bg.wasm", import.meta.url)) });
partnershipBy(partnership);
network({ module: readFileSync(new URL("../../pkg/network_bg.wasm", import.meta.url)) });
review({ module: readFileSync(new URL("../../pkg/review_bg.wasm", import.meta.url)) });
survey({ module: readFileSync(new URL("../../pkg/survey_bg.wasm", import.meta.url)) });

export * from "../index.js";
export { ready } from "./node-evaluate.js";
