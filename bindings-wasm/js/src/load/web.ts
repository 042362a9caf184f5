import network from "../../pkg/network.js";
import survey from "../../pkg/survey.js";
import { ready as evaluate } from "./web-evaluate.js";

/** Resolves when the library can be called. Wait for it before the first call. */
export const ready: Promise<void> = Promise.all([evaluate, network(), survey()]).then(() => undefined);

export * from "../index.js";
