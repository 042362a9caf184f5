import * as core from "../pkg/survey.js";
import { carrier } from "./carried.js";
import type { TableInput } from "./table.js";

/** The data as a table of the module that estimates. */
export const surveyTable: (data: TableInput) => core.Table = carrier(() => new core.TableBuilder());
