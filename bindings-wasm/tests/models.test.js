import assert from "node:assert/strict";
import { test } from "node:test";

import { CohesionError, Regression, SmallAreas, Survey, smallAreas, Test } from "cohesion-core";

const data = {
  score: [3, 5, 4, 6, 8, 7, 9, 6],
  age: [20, 30, 45, 50, 60, 70, 35, 25],
  club: ["no", "no", "no", "yes", "yes", "yes", "yes", "no"],
};

test("models and tests are kept to the last digit", () => {
  const fit = new Survey(data).regress("score", { on: ["age", "club"] });
  assert.deepEqual(Regression.fromJson(fit.toJson()).content, fit.content);
  assert.equal(JSON.stringify(fit), JSON.stringify(JSON.parse(fit.toJson())));
  assert.equal(fit.get("club=yes").variable, "club");
  assert.equal(fit.get("club=no"), undefined);
  assert.deepEqual(
    fit.estimates().rows.map((row) => row.labels[0]),
    ["(Intercept)", "age", "club=yes"],
  );
  const tested = new Survey(data).tTest("score", { by: "club" });
  assert.deepEqual(Test.fromJson(tested.toJson()).content, tested.content);
  assert.equal(JSON.stringify(tested), JSON.stringify(JSON.parse(tested.toJson())));
  assert.ok(tested.p < 0.05 && tested.statistic > 0);
  assert.match(tested.toText(), /^t test: score, club\nyes − no .* Statistic {2}df {6}p\n/);
  assert.match(tested.toText({ language: "fr" }), /3,550/);
});

test("unknown options are refused", () => {
  const survey = new Survey(data);
  const kind = (call) => {
    try {
      call();
    } catch (error) {
      assert.ok(error instanceof CohesionError);
      return error.kind;
    }
    return "none";
  };
  assert.equal(
    kind(() => survey.regress("score", { on: "age", familiy: "binomial" })),
    "unknown_option",
  );
  assert.equal(
    kind(() => survey.tTest("score", { where: { club: "no" } })),
    "missing_field",
  );
  assert.equal(
    kind(() => survey.chiSquare("club", "age", { level: 0.9 })),
    "unknown_option",
  );
});

test("what counts in a share and what a t test compares is said once", () => {
  const survey = new Survey({ x: [1, 2, 3, 4], w: [1, 1, 2, 2], g: ["a", "b", "a", "b"] });
  const refused = (call, kind, path) =>
    assert.throws(call, (error) => error instanceof CohesionError && error.kind === kind && error.path === path);
  refused(() => survey.share("x", {}), "missing_field", "values");
  refused(() => survey.share("x", { values: 3, at_least: 3 }), "inconsistent", "at_least");
  refused(() => survey.share(["x", "w"], { at_least: 3 }), "inconsistent", "at_least");
  refused(() => survey.share(["g", "x"], { separator: ";" }), "inconsistent", "separator");
  refused(() => survey.tTest("x", { by: "g", against: 2 }), "inconsistent", "against");
  refused(() => survey.mean("x", { by: "g" }).contrast([["a", "1"]]), "wrong_type", "coefficients");
});

test("small areas are kept to the last digit and say what was borrowed", () => {
  const place = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
  const answers = { area: place, trust: place.map((area, row) => ((area * 5) % 7) + (row % 2)) };
  const known = {
    area: Array.from({ length: 11 }, (_, area) => area),
    tenants: [10, 12, 30, 25, 40, 45, 50, 52, 60, 70, 80],
  };
  const areas = smallAreas(new Survey(answers).mean("trust", { by: "area" }), known, { on: "tenants" });
  assert.deepEqual(SmallAreas.fromJson(areas.toJson()).content, areas.content);
  assert.equal(JSON.stringify(areas), JSON.stringify(JSON.parse(areas.toJson())));
  assert.equal(areas.get("10").gamma, 0);
  assert.equal(areas.estimates().get("1").value, areas.get("1").estimate.value);
  assert.match(areas.toText(), /: 99% of this figure is the area’s own survey; 1% is borrowed/);
  assert.match(areas.toText({ language: "nl" }), /99\s?% van dit cijfer/);
  assert.match(areas.explain({ language: "fr" }).text, /Variance entre zones/);
});
