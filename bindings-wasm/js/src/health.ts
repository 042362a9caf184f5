import * as core from "../pkg/health.js";
import { carrier } from "./carried.js";
import { fault, guarded } from "./errors.js";
import { optionsJson } from "./estimates.js";
import { isPlainObject, shown } from "./json.js";
import { Review, type ReviewInput } from "./review.js";
import type { TableInput } from "./table.js";

/** @internal The JSON of the review of a plan, made in the module that reviews. */
export function review(plan: string, { records = {}, previous, ...options }: ReviewInput): string {
  if (!isPlainObject(records)) {
    throw fault("wrong_type", "records", `the records are ${shown(records)}, not tables by kind: { events: table }`);
  }
  if (previous !== undefined && !(previous instanceof Review)) {
    throw fault("wrong_type", "previous", `the review before is ${shown(previous)}, not a Review`);
  }
  const given = optionsJson(options);
  return guarded(() => {
    const reviewer = new core.Reviewer(plan);
    for (const [kind, data] of Object.entries(records)) reviewer.add(kind, table(data as TableInput));
    return reviewer.review(given, previous?.toJson() ?? "");
  });
}

/** The data as a table of the module that reviews. */
const table: (data: TableInput) => core.Table = carrier(() => new core.TableBuilder());
