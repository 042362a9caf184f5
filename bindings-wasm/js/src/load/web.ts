import health from "../../pkg/health.js";
import network from "../../pkg/network.js";
import review from "../../pkg/review.js";
import survey from "../../pkg/survey.js";
import { partnership } from "../partnership.js";
import { partnershipBy } from "../plan.js";
import { ready as evaluate } from "./web-evaluate.js";

partnershipBy(partnership);

/** Resolves when the library can be called. Wait for it before the first call. */
export const ready: Promise<void> = Promise.all([evaluate, health(), network(), review(), survey()]).then(
  () => undefined,
);

export * from "../index.js";
