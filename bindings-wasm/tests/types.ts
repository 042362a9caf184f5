// Checked by the type checker, not run: what compiles here must, and what is marked must not.

import { CohesionError, type Estimates, Plan, readCsv, Summary, Survey, Table } from "../js/dist/node.js";

const survey = new Survey(
  { x: [1, null, undefined], g: ["a", "b", ""], f: Float64Array.of(1, 2, 3) },
  { weights: "f" },
);
export const means: Estimates = survey.mean("x", { by: ["g"], where: { g: ["a", "b"], f: 1 }, level: 0.9 });
export const value: number | null | undefined = means.get("a")?.value;
export const shares: Estimates = new Survey([{ x: 1, g: "a" }, { x: null }]).share("x", { values: [1, 2] });
export const table: Table = readCsv(new Uint8Array()).table;
export const merged: Summary = Summary.merge([survey.summary(["x", { variable: "x", values: 1 }], { by: ["g"] })]);
export const plan: Plan = Plan.fromObject({ title: { en: "x", fr: "y" }, survey: { weights: "w", level: 0.95 } });
export const json: string = plan.evaluate({ survey: table, as_of: "2026-06-30" }).publish().toJson();
export const kind = (error: unknown) => (error instanceof CohesionError ? error.kind === "missing_column" : false);

// @ts-expect-error: an option that there is not
survey.mean("x", { bye: "g" });
// @ts-expect-error: `missing` belongs to totals
survey.mean("x", { missing: "answered" });
// @ts-expect-error: a share needs its values
survey.share("x", {});
// @ts-expect-error: dates are written as text
new Table({ x: [new Date()] });
// @ts-expect-error: results do not change
means.rows[0].estimate.value = 1;
// @ts-expect-error: a key that plans do not have
Plan.fromObject({ titel: "x" });
// @ts-expect-error: an evaluation needs answers
plan.evaluate({ as_of: "2026-06-30" });
// @ts-expect-error: a kind that there is not
export const wrong = (error: CohesionError) => error.kind === "no_such_kind";
