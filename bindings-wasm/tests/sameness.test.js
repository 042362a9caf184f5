// The bytes that JavaScript writes are those of the core: the digests are the ones that every language compares with.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Estimates, Evaluation, Plan, PublishedEvaluation, Review, readCsv, Survey } from "cohesion-core";

const core = (name) => readFileSync(new URL(`../../cohesion-core/${name}`, import.meta.url));
const digest = (text) => createHash("sha256").update(text).digest("hex");

test("what is written has the committed digests", () => {
  const plan = Plan.fromToml(core("examples/somerville.toml").toString());
  const evaluation = plan.evaluate({ survey: readCsv(core("examples/somerville.csv")).table, as_of: "2026-06-30" });
  const published = evaluation.publish();
  const found = {
    "evaluation json": digest(evaluation.toJson()),
    "publication json": digest(published.toJson()),
    "csv machine": digest(published.toCsv()),
  };
  for (const language of ["en", "fr", "nl"]) {
    found[`csv spreadsheet ${language}`] = digest(published.toCsv({ flavour: "spreadsheet", language }));
    found[`text ${language}`] = digest(published.toText({ language }));
    for (const audience of ["partners", "residents"]) {
      found[`html ${language} ${audience}`] = digest(published.toHtml({ language, audience }));
      found[`markdown ${language} ${audience}`] = digest(published.toMarkdown({ language, audience }));
    }
  }
  assert.deepEqual(found, JSON.parse(core("tests/sameness.json").toString()));
});

// One thread, where the core's own test has several: the same digits (`cohesion-core/tests/suite/threads.rs`).
test("without threads no digit is another", () => {
  const word = (1n << 64n) - 1n;
  const mixed = (place) => {
    let number = ((BigInt(place) + 1n) * 0x9e3779b97f4a7c15n) & word;
    number = ((number ^ (number >> 30n)) * 0xbf58476d1ce4e5b9n) & word;
    return Number((number ^ (number >> 31n)) % 1_000_003n);
  };
  const rows = Array.from({ length: 600 }, (_, row) => row);
  const numbers = (salt) => Float64Array.from(rows, (row) => mixed(row + salt) / 7);
  const table = { cluster: rows.map((row) => Math.floor(row / 12)), x: numbers(0), y: numbers(1_000) };
  const survey = new Survey(table, { clusters: "cluster" });
  const made = survey.replicates("bootstrap", { n: 1_100, seed: 3 }).ratio("x", "y");
  const linear = survey.correlation("x", "y");
  const digits = (found) => [found.rows[0].estimate.value, found.rows[0].estimate.se];
  assert.deepEqual(digits(made), [0.9929845768758878, 0.038900541565457844]);
  assert.deepEqual(digits(linear), [0.001297684741158933, 0.0446862695174876]);
});

test("results of format 1 are read", () => {
  const text = (name) => core(`tests/format-1/${name}`).toString();
  const estimates = Estimates.fromJson(text("estimates.json"));
  assert.equal(estimates.get(["Elm"]).value, 3.5);
  assert.match(estimates.toText(), /1 row has no value in column area/);
  const evaluation = Evaluation.fromJson(text("evaluation.json"));
  const published = PublishedEvaluation.fromJson(text("published_evaluation.json"));
  const review = Review.fromJson(text("review.json"));
  for (const document of [evaluation, published, review]) assert.match(document.toJson(), /^\{"format":2,/);
  assert.match(published.toText({ language: "fr" }), /Somerville/);
  assert.match(review.toMarkdown({ language: "nl", audience: "partners" }), /Kombi/);
});
