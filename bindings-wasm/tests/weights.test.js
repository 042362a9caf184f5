// Calibration, non-response and response rates: results as plain data.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Calibration, ResponseAdjustment, ResponseRates, Survey } from "cohesion-core";

const survey = new Survey({ sex: ["f", "f", "m", "f"], outcome: ["yes", "yes", "no", "yes"], trust: [4, 5, 2, 3] });

test("a calibration is plain data, and the survey itself stays", () => {
  const calibrated = survey.calibrate({ sex: { f: 20, m: [20, 2] } }, { method: "post_stratify" });
  const { calibration } = calibrated;
  assert.deepEqual(
    calibration.content.rows.map(({ levels, before, after, se }) => [levels, before, after, se]),
    [
      [["f"], 3, 20, null],
      [["m"], 1, 20, 2],
    ],
  );
  assert.equal(Calibration.fromJson(calibration.toJson()).toJson(), calibration.toJson());
  assert.match(calibration.toText({ language: "fr" }), /^Calage/);
  assert.deepEqual(JSON.parse(JSON.stringify(calibration)), calibration.content);
  assert.ok(calibrated.weights.every((weight, row) => Math.abs(weight - calibrated.gWeights[row]) < 1e-12));
  assert.deepEqual([survey.calibration, survey.response, survey.gWeights], [null, null, null]);
  assert.equal(calibrated.mean("trust").rows[0].estimate.value, 3);
  assert.throws(() => calibrated.summary(["trust"]), { kind: "not_possible" });
});

test("weights of respondents and response rates are plain data", () => {
  const { response } = survey.nonresponse("outcome", { values: "yes" });
  assert.equal(response.content.n_respondents, 3);
  assert.equal(ResponseAdjustment.fromJson(response.toJson()).toJson(), response.toJson());
  assert.match(response.toText(), /75\.0/);
  const rates = survey.responseRates("outcome", { categories: { yes: "I", no: "R" } });
  assert.equal(rates.content.rows[0].rates[0].value, 0.75);
  assert.equal(ResponseRates.fromJson(rates.toJson()).toJson(), rates.toJson());
  assert.match(rates.toText(), /RR6/);
});

test("other options are refused", () => {
  const refused = (call, kind) => assert.throws(call, { kind });
  refused(() => survey.calibrate({ sex: "many" }), "wrong_type");
  refused(() => survey.calibrate({ sex: { f: 3, m: 1 } }, { bounds: [1] }), "wrong_type");
  refused(() => survey.calibrate({ sex: { f: 3, m: 1 } }, { trim: { top: 3 } }), "unknown_option");
  refused(() => survey.calibrate({ sex: { f: 3, m: 1 } }, { limits: 3 }), "unknown_option");
  refused(() => survey.responseRates("outcome", { categories: 3 }), "wrong_type");
  assert.throws(() => Calibration.fromJson("{}"), { kind: "syntax" });
});
