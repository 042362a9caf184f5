import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { CohesionError, Evaluation, Plan, PublishedEvaluation, readCsv, Survey, Table } from "cohesion-core";

const examples = new URL("../../cohesion-core/examples/", import.meta.url);
const toml = readFileSync(new URL("somerville.toml", examples), "utf8");
const csv = readFileSync(new URL("somerville.csv", examples));

/** The error of `call`, which must be a CohesionError. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CohesionError, String(error));
    return error;
  }
  assert.fail("nothing was refused");
}

test("a plan is the same as TOML, JSON, bytes and object", () => {
  const plan = Plan.fromToml(toml);
  assert.deepEqual(plan.check(), []);
  for (const same of [
    Plan.parse(toml),
    Plan.parse(new TextEncoder().encode(toml)),
    Plan.fromJson(plan.toJson()),
    Plan.fromObject(plan.document),
    Plan.fromToml(plan.toToml()),
  ]) {
    assert.equal(same.hash(), plan.hash());
  }
});

test("all faults of a plan come at once, with their lines", () => {
  const error = refusal(() => Plan.fromToml("titel = 'x'\n[survey]\nweigths = 'pw'\nlevel = 'high'\n"));
  assert.deepEqual(
    error.faults.map(({ kind, path, line }) => [kind, path, line]),
    [
      ["unknown_key", "titel", 1],
      ["unknown_key", "survey.weigths", 3],
      ["wrong_type", "survey.level", 4],
    ],
  );
});

test("an object that JSON cannot hold is refused with its path", () => {
  const cases = [
    [{ indicators: [{ id: "a", title: "x", target: { value: NaN } }] }, "not_finite", "indicators[0].target.value"],
    [{ title: () => "x" }, "wrong_type", "title"],
    [{ survey: { level: 1n } }, "wrong_type", "survey.level"],
    [{ survey: { waves: [{ id: "1", date: new Date(0) }] } }, "wrong_type", "survey.waves[0].date"],
  ];
  for (const [document, kind, path] of cases) {
    const error = refusal(() => Plan.fromObject(document));
    assert.deepEqual([error.kind, error.path], [kind, path]);
  }
  const circle = {};
  circle.survey = circle;
  assert.equal(refusal(() => Plan.fromObject(circle)).kind, "too_deep");
  for (const nothing of [null, undefined, "x", []])
    assert.equal(refusal(() => Plan.fromObject(nothing)).kind, "wrong_type");
  assert.equal(refusal(() => Plan.parse(5)).kind, "wrong_type");
  assert.equal(refusal(() => new Plan({})).kind, "wrong_type");
});

test("a codebook is guessed from data in any form", () => {
  const codebook = Plan.codebookFrom({ trust: [1, 2, 3, 4, 5, 9], name: ["a", null, "b", "c", "d", "e"] });
  assert.deepEqual(
    codebook.variables.map(({ id }) => id),
    ["trust", "name"],
  );
});

test("scores are numbers or null", () => {
  const plan = Plan.fromObject({
    scales: [{ id: "s", range: [1, 5], items: [{ variable: "a" }, { variable: "b" }], missing: { rule: "all" } }],
  });
  const data = { a: [1, null, 5], b: [3, 3, 4] };
  assert.deepEqual(plan.score(data, "s").values, [2, null, 4.5]);
  assert.deepEqual(plan.withScores(data, "s").columns, ["a", "b", "s"]);
  assert.equal(new Survey(plan.withScores(data, "s")).mean("s").get().n_missing, 1);
  assert.equal(refusal(() => plan.score(data, "t")).kind, "dangling_id");
});

test("rows and their summary give the same evaluation", () => {
  const plan = Plan.fromToml(toml);
  const { table } = readCsv(csv);
  const evaluation = plan.evaluate({ survey: csv, as_of: "2026-06-30" });
  for (const survey of [table, csv.toString(), plan.summarise({ survey: table })]) {
    assert.equal(plan.evaluate({ survey, as_of: "2026-06-30" }).toJson(), evaluation.toJson());
  }
  assert.equal(Evaluation.fromJson(evaluation.toJson()).toJson(), evaluation.toJson());
  const publication = evaluation.publish();
  assert.equal(PublishedEvaluation.fromJson(publication.toJson()).toJson(), publication.toJson());
  assert.equal(refusal(() => PublishedEvaluation.fromJson(evaluation.toJson())).kind, "inconsistent");
});

test("an evaluation needs answers and knows its options", () => {
  const plan = Plan.fromToml(toml);
  assert.equal(refusal(() => plan.evaluate({})).path, "survey");
  assert.equal(refusal(() => plan.evaluate(csv)).path, "survey");
  assert.match(refusal(() => plan.evaluate({ survey: csv, asOf: "2026-06-30" })).message, /Did you mean `as_of`\?/);
  assert.equal(refusal(() => plan.evaluate({ survey: csv, as_of: "30 June" })).kind, "impossible_date");
});

test("tables of records are checked against the plan", () => {
  const plan = Plan.fromToml(Plan.template("partnership"));
  const faults = plan.checkRecords({ ties: { from: ["nobody"], to: ["nobody else"] } });
  assert.deepEqual(new Set(faults.map(({ kind }) => kind)), new Set(["dangling_id"]));
});

test("a table made once serves plans and surveys", () => {
  const table = readCsv("x;g\n1,5;a\n;b\n3;\n").table;
  const columns = { x: [1.5, null, 3], g: ["a", "b", ""] };
  assert.equal(table.fingerprint(), new Table(columns).fingerprint());
  for (const data of [table, columns]) {
    assert.equal(
      new Survey(data).mean("x", { by: "g" }).toJson(),
      new Survey([...rows(columns)]).mean("x", { by: "g" }).toJson(),
    );
  }
});

function* rows({ x, g }) {
  for (const [index, value] of x.entries()) yield { x: value, g: g[index] };
}
