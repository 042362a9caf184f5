// Every result is a sheet: the same calls on each.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  Comparisons,
  CountTable,
  Network,
  Plan,
  PublishedTables,
  publish,
  ScaleScores,
  Survey,
  smallAreas,
} from "cohesion-core";

const example = (name) => readFileSync(new URL(`../../cohesion-core/examples/${name}`, import.meta.url));

const data = {
  score: [3, 5, 4, 6, 8, 7, 9, 6],
  age: [20, 30, 45, 50, 60, 70, 35, 25],
  club: ["no", "no", "no", "yes", "yes", "yes", "yes", "no"],
  outcome: ["I", "I", "I", "I", "R", "I", "I", "I"],
};

/** One of each, and whether a picture shows it. */
function results() {
  const survey = new Survey(data);
  const means = survey.mean("score", { by: "club" });
  const fit = survey.regress("score", { on: ["age", "club"] });
  const counts = survey.counts("score", { values: ["6", "7"], by: "club" });
  const place = Array.from({ length: 48 }, (_, row) => row % 12);
  const areas = new Survey({ area: place, x: place.map((area, row) => area + (row % 5)) }).mean("x", { by: "area" });
  const known = { area: place.slice(0, 12), z: [1, 5, 2, 8, 3, 9, 4, 7, 6, 2, 5, 8] };
  const network = Network.fromEdges({ a: ["x", "y"], b: ["y", "z"] }, { source: "a", target: "b" });
  const plan = Plan.parse(example("somerville.toml"));
  return [
    [means, true],
    [means.differences(), true],
    [survey.tTest("score", { by: "club" }), false],
    [fit, true],
    [smallAreas(areas, known, { on: "z" }), true],
    [survey.calibrate({ club: { no: 20, yes: 30 } }).calibration, false],
    [survey.nonresponse("outcome", { values: "I" }).response, false],
    [survey.responseRates("outcome", { categories: { I: "I", R: "R" } }), false],
    [counts, false],
    [publish([means, counts]), false],
    [network.centrality(), false],
    [network.loss({ k: 1 }), true],
    [plan.score(example("somerville.csv"), "satisfaction"), false],
  ];
}

test("every result is written for people and for programs", () => {
  for (const [result, pictured] of results()) {
    const [text, french] = [result.toText(), result.toText({ language: "fr" })];
    assert.ok(text.length > 20 && french !== text && !french.includes("_"), french);
    assert.ok(result.toHtml({ language: "nl" }).includes('lang="nl"'));
    assert.ok(result.toMarkdown().length > 20);
    const columns = result.toColumns();
    const head = result.toCsv().split("\r\n")[0];
    assert.equal(columns.map((column) => column.name).join(","), head);
    for (const { kind, values } of columns) {
      assert.ok(["text", "flag", "count", "number"].includes(kind) && values.length === columns[0].values.length);
    }
    assert.ok(result.explain({ language: "nl" }).text.length > 10);
    assert.ok(Array.isArray(result.notes) && result.provenance.library_version.length > 2);
    assert.deepEqual(result.constructor.fromJson(result.toJson()).content, result.content);
    assert.equal(JSON.stringify(result), JSON.stringify(JSON.parse(result.toJson())));
    if (pictured) assert.ok(result.chart({ language: "nl" }).description.length > 10);
    else assert.throws(() => result.chart(), { kind: "not_possible" });
    assert.throws(() => result.toText({ language: "de" }), { kind: "unknown_value" });
  }
});

test("comparisons, counts, published tables and scores are results", () => {
  const all = results().map(([result]) => result);
  const [differences, counts, published, scores] = [1, 8, 9, 12].map((place) => all[place]);
  assert.ok(differences instanceof Comparisons);
  assert.deepEqual([differences.statistic, differences.keys, differences.rows.length], ["difference", ["club"], 1]);
  assert.ok(counts instanceof CountTable && published instanceof PublishedTables);
  assert.deepEqual([counts.variable, counts.rows.length, counts.unlabelled], ["score", 2, 0]);
  assert.deepEqual([published.tables.length, published.audit.passed, published.rule.id], [2, true, "default"]);
  assert.match(published.toText(), /hidden/);
  assert.ok(scores instanceof ScaleScores && scores.values.length === scores.bands.length);
});
