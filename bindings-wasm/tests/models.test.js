import assert from "node:assert/strict";
import { test } from "node:test";

import { CohesionError, Regression, Survey, Test } from "cohesion-core";

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
  assert.match(tested.toText(), /^t \(score, club\): 3\.550, df 6/);
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
    "wrong_type",
  );
  assert.equal(
    kind(() => survey.chiSquare("club", "age", { level: 0.9 })),
    "unknown_option",
  );
});
