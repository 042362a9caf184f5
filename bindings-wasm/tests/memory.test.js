// What lives in the memory of the wasm module: given back, lost in a breakdown, and made anew.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as library from "cohesion-core";

import { initSync } from "../js/pkg/core.js";

const { CohesionError, Network, Plan, readCsv, Summary, Survey, smallAreas, Table, TwoMode } = library;

const example = (name) => readFileSync(new URL(`../../cohesion-core/examples/${name}`, import.meta.url));

/** One of everything that holds memory, with a call that needs it. */
function everything() {
  const answers = { x: [1, 2, 6, 4], y: [2, 1, 5, 5], g: ["a", "a", "b", "b"] };
  const survey = new Survey(answers);
  const plan = Plan.parse(example("kombi.toml"));
  const evaluated = Plan.parse(example("somerville.toml")).evaluate({ survey: example("somerville.csv") });
  const assessment = plan.partnership.assess(example("kombi.csv"));
  const ties = { a: ["x", "y"], b: ["y", "z"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const known = { area: Array.from({ length: 12 }, (_, area) => area), z: [1, 5, 2, 8, 3, 9, 4, 7, 6, 2, 5, 8] };
  const place = Array.from({ length: 48 }, (_, row) => row % 12);
  const means = new Survey({ area: place, x: place.map((area, row) => area + (row % 5)) }).mean("x", { by: "area" });
  const calibrated = survey.calibrate({ g: { a: 20, b: 30 } });
  return [
    [new Table(answers), (table) => table.rows],
    [readCsv("x\n1\n").table, (table) => table.fingerprint()],
    [survey, () => survey.mean("x")],
    [calibrated, () => calibrated.weights],
    [calibrated.calibration, (calibration) => calibration.toText()],
    [survey.nonresponse("g", { values: ["a", "b"] }).response, (response) => response.toText()],
    [survey.responseRates("g", { categories: { a: "I", b: "R" } }), (rates) => rates.toText()],
    [new Summary({ measures: ["x"] }).add(answers), (summary) => summary.toBytes()],
    [survey.mean("x"), (estimates) => estimates.toText()],
    [survey.tTest("x", { by: "g" }), (tested) => tested.toText()],
    [survey.regress("x", { on: "y" }), (fit) => fit.test("y")],
    [smallAreas(means, known, { on: "z" }), (areas) => areas.toText()],
    [plan, () => plan.hash()],
    [evaluated, () => evaluated.toJson()],
    [evaluated.publish(), (published) => published.toText()],
    [assessment, () => assessment.toJson()],
    [assessment.publish(), (published) => published.toMarkdown()],
    [plan.partnership.review({ as_of: "2026-06-30" }), (review) => review.toText()],
    [network, () => network.nodes],
    [network.summary(), (summary) => summary.toText()],
    [TwoMode.fromEdges(ties, { partner: "a", activity: "b" }), (network) => network.partners],
  ];
}

const refusal = (call, kind, message) =>
  assert.throws(call, (error) => {
    assert.ok(error instanceof CohesionError, String(error));
    assert.equal(error.kind, kind);
    assert.match(error.message, message);
    return true;
  });

test("what was given back is refused, and may be given back again", () => {
  for (const [held, use] of everything()) {
    use(held);
    held.free();
    refusal(() => use(held), "released", /given back/);
    held.free();
  }
});

test("the end of a block gives back", { skip: Symbol.dispose === undefined }, () => {
  for (const [held, use] of everything()) {
    held[Symbol.dispose]();
    refusal(() => use(held), "released", /given back/);
  }
});

test("what was read before stays, and what others made of it", () => {
  const table = new Table({ x: [1, 2, 6] });
  const survey = new Survey(table);
  table.free();
  const estimates = survey.mean("x");
  survey.free();
  estimates.free();
  assert.equal(estimates.get().value, 3);
  assert.equal(JSON.parse(estimates.toJson()).rows.length, 1);
});

test("after a breakdown the next call starts afresh, and what was made before says that it is lost", () => {
  const held = everything();
  // A real breakdown, not a call that users have: every page of memory is taken, so that the next allocation fails.
  const { memory } = initSync();
  memory.grow(65_536 - memory.buffer.byteLength / 65_536);
  refusal(() => readCsv("x\n".repeat(5_000_000)), "broken_down", /broke down .*starts afresh/);
  for (const [one, use] of held) {
    refusal(() => use(one), "released", /lost when the library broke down/);
    one.free();
  }
  for (const [one, use] of everything()) use(one);
});

test("a breakdown within a callback ends the call around it", () => {
  const rows = Array.from({ length: 400 }, (_, row) => row);
  const data = { x: rows.map((row) => (row * 7) % 11), y: rows.map((row) => row % 2), c: rows.map((row) => row % 20) };
  let inner;
  const progress = () => {
    if (inner !== undefined) return;
    const { memory } = initSync();
    memory.grow(65_536 - memory.buffer.byteLength / 65_536);
    try {
      readCsv("x\n".repeat(5_000_000));
    } catch (error) {
      inner = error.kind;
    }
  };
  const survey = new Survey(data, { clusters: "c" }).replicates("jk1", { progress });
  refusal(() => survey.regress("y", { on: "x", family: "binomial" }), "broken_down", /broke down/);
  assert.equal(inner, "broken_down");
  assert.equal(new Survey(data).mean("y").get().value, 0.5);
});
