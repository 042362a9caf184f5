import * as core from "../pkg/survey.js";
import { guarded } from "./errors.js";
import { frozen } from "./estimates.js";
import { named } from "./options.js";
import type { KAnonymity } from "./publish.js";
import { shareBy } from "./summary.js";
import { surveyTable } from "./survey-table.js";
import type { TableInput } from "./table.js";

shareBy((bytes, rule) => core.forSharing(bytes, rule));

/**
 * How many rows share each combination of the columns by which people could be recognised (Sweeney 2002), and how many
 * different values of the `sensitive` column each combination has (Machanavajjhala and others 2007).
 */
export function kAnonymity(
  data: TableInput,
  columns: string | readonly string[],
  options: { readonly k?: number; readonly sensitive?: string } = {},
): KAnonymity {
  const table = surveyTable(data);
  const names = (typeof columns === "string" ? [columns] : columns).map(named);
  const { k = 5, sensitive } = options;
  return frozen(JSON.parse(guarded(() => core.kAnonymity(table, names, k, sensitive))));
}
