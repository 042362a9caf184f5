import { type Evaluation, Plan, readCsv } from "../../../js/dist/index.js";
import type { Evaluated, Report, Request } from "../protocol.js";

/** The evaluation that reports are asked of. */
let evaluation: Evaluation | undefined;

/** Evaluates a plan on the bytes of a CSV file. */
export function evaluate({ plan, data, asOf }: Request & { ask: "evaluate" }): Evaluated {
  const { table, unparsed } = readCsv(data);
  const options = asOf === "" ? { survey: table } : { survey: table, as_of: asOf };
  evaluation = Plan.parse(plan).evaluate(options);
  return { unparsed };
}

/** The report of the last evaluation. */
export function report({ language, audience }: Request & { ask: "report" }): Report {
  if (evaluation === undefined) throw new Error("nothing has been evaluated yet");
  const publication = evaluation.publish();
  return {
    fragment: publication.toHtmlFragment({ language, audience }),
    page: publication.toHtml({ language, audience }),
    overview: publication.chart({ language }),
    spreadsheet: publication.toCsv({ flavour: "spreadsheet", language }),
    machine: publication.toCsv(),
    json: publication.toJson(),
  };
}
