import assert from "node:assert/strict";
import { test } from "node:test";

import { CohesionError, Estimates, Summary, Survey } from "cohesion-core";

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

const answers = { trust: [3, 4, null, 5, 4, 2], g: ["a", "a", "a", "b", "b", "b"], w: [1, 2, 1, 1, 2, 1] };

test("an unknown option names the nearest", () => {
  const survey = new Survey(answers);
  const error = refusal(() => survey.mean("trust", { bye: "g" }));
  assert.equal(error.kind, "unknown_option");
  assert.equal(error.path, "bye");
  assert.deepEqual(error.faults[0].allowed, ["by", "where", "level"]);
  assert.match(error.message, /Did you mean `by`\?/);
  assert.match(refusal(() => new Survey(answers, { wieghts: "w" })).message, /Did you mean `weights`\?/);
  assert.equal(refusal(() => survey.mean("trust", { missing: "answered" })).kind, "unknown_option");
  const both = refusal(() => new Survey(answers, { wieghts: "w", stratum: "g" }));
  assert.equal(both.faults.length, 2);
});

test("an option of the wrong type is refused by name", () => {
  const survey = new Survey(answers);
  for (const [name, options] of [
    ["by", { by: 5 }],
    ["by", { by: [["g"]] }],
    ["level", { level: "0.9" }],
    ["where", { where: ["g"] }],
    ["where", { where: { g: null } }],
    ["where.g", { where: { g: undefined } }],
    ["options", "g"],
    ["options", new Map()],
  ]) {
    const error = refusal(() => survey.mean("trust", options));
    assert.equal(error.kind, "wrong_type", JSON.stringify(options));
    assert.equal(error.path, name);
  }
  assert.equal(refusal(() => survey.mean("trust", { level: NaN })).kind, "not_finite");
  assert.equal(refusal(() => survey.total("trust", { missing: "drop" })).kind, "unknown_value");
  assert.equal(refusal(() => survey.mean(5)).path, "variable");
  assert.equal(refusal(() => new Survey(answers, { single_unit: "ignore" })).path, "single_unit");
  assert.equal(refusal(() => survey.share("trust", { values: 4, interval: "exact" })).path, "interval");
});

test("a column that is not there names the nearest and those there are", () => {
  const error = refusal(() => new Survey(answers).mean("trsut"));
  assert.equal(error.kind, "missing_column");
  assert.deepEqual(error.faults[0].allowed, ["trust", "g", "w"]);
  assert.match(error.message, /Did you mean `trust`\?/);
});

test("null is missing and counted, never 0", () => {
  const { value, n, n_missing } = new Survey({ x: [1, null, 3] }).mean("x").get();
  assert.deepEqual([value, n, n_missing], [2, 2, 1]);
  assert.equal(new Survey({ x: [1, null, 3] }).total("x").get().value, null);
  assert.equal(new Survey({ x: [1, null, 3] }).total("x", { missing: "answered" }).get().value, 4);
});

test("values that count and filters may be numbers, texts or booleans", () => {
  const survey = new Survey({ ...answers, yes: [true, false, true, true, null, false] });
  const share = survey.share("trust", { values: [4, 5], by: "g" });
  assert.deepEqual(share.toJson(), survey.share("trust", { values: ["4", "5"], by: ["g"] }).toJson());
  assert.equal(survey.mean("trust", { where: { yes: true } }).get().n, 2);
  assert.equal(survey.mean("trust", { where: { g: "b", w: 2 } }).get().value, 4);
});

test("results do not change, and are what their JSON says", () => {
  const estimates = new Survey(answers, { weights: "w" }).mean("trust", { by: "g" });
  assert.throws(() => {
    estimates.rows[0].estimate.value = 1;
  }, TypeError);
  assert.deepEqual(JSON.parse(JSON.stringify(estimates)), JSON.parse(estimates.toJson()));
  assert.equal(Estimates.fromJson(estimates.toJson()).toJson(), estimates.toJson());
  assert.equal(refusal(() => Estimates.fromJson("{}")).kind, "syntax");
  assert.deepEqual(estimates.keys, ["g"]);
  assert.equal(estimates.get("b").n, 3);
  assert.equal(estimates.get("c"), undefined);
  assert.match(estimates.toCsv(), /^g,value,se,df,/);
});

test("a difference takes one label or a list of labels", () => {
  const estimates = new Survey(answers).mean("trust", { by: "g" });
  const difference = estimates.difference("b", "a");
  assert.deepEqual(difference, estimates.difference(["b"], ["a"]));
  assert.deepEqual(estimates.difference(), estimates.differences());
  assert.deepEqual(difference.rows[0].a, ["b"]);
  assert.ok(Math.abs(difference.rows[0].estimate.value - (11 / 3 - 3.5)) < 1e-12);
  const error = refusal(() => estimates.difference("c", "a"));
  assert.equal(error.kind, "unknown_value");
  assert.deepEqual(error.faults[0].allowed, ["a", "b"]);
});

test("summaries of parts give what the rows together give", () => {
  const survey = new Survey(answers, { weights: "w" });
  const parts = [0, 3].map((from) =>
    new Summary({ weights: "w", measures: ["trust", { variable: "trust", values: [4, 5] }], by: ["g"] }).add(
      Object.fromEntries(Object.entries(answers).map(([name, cells]) => [name, cells.slice(from, from + 3)])),
    ),
  );
  const merged = Summary.fromBytes(Summary.merge(parts).toBytes());
  assert.equal(merged.rows, 6);
  const [one, other] = [merged, survey].map((from) =>
    from.mean("trust", { by: "g" }).rows.map((row) => row.estimate.value),
  );
  assert.deepEqual(one, other);
  assert.equal(
    merged.share("trust", { values: [4, 5] }).get().value,
    survey.share("trust", { values: [4, 5] }).get().value,
  );
  const held = survey.summary(["trust"], { by: ["g"] });
  assert.equal(held.mean("trust").get().value, survey.mean("trust").get().value);
  assert.equal(refusal(() => held.mean("w")).kind, "not_held");
  assert.equal(refusal(() => Summary.merge([parts[0], parts[0]])).kind, "duplicate_part");
  assert.equal(refusal(() => Summary.merge([parts[0], held])).kind, "spec_mismatch");
  assert.equal(refusal(() => Summary.merge([])).kind, "out_of_range");
});

test("bytes that are no summary are refused, whichever bit was changed", () => {
  const bytes = new Survey(answers).summary(["trust"]).toBytes();
  assert.equal(refusal(() => Summary.fromBytes(new Uint8Array())).kind, "corrupt");
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = bytes.slice();
    changed[place] ^= 1 << (place % 8);
    assert.ok(["corrupt", "unsupported_format"].includes(refusal(() => Summary.fromBytes(changed)).kind));
  }
});

test("progress counts the replicates, and stops a call", () => {
  const data = { y: [1, 2, 4, 3], w: [1, 1, 2, 1], r1: [2, 0, 2, 1], r2: [0, 2, 2, 1], r3: [1, 1, 0, 2] };
  const design = { weights: "w", replicate_weights: ["r1", "r2", "r3"], scale: 0.5 };
  const told = [];
  const mean = new Survey(data, { ...design, progress: (done, total) => void told.push([done, total]) }).mean("y");
  assert.deepEqual(told, [
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  assert.equal(mean.toJson(), new Survey(data, design).mean("y").toJson());
  const cancelled = (error) => error.kind === "cancelled";
  assert.throws(() => new Survey(data, { ...design, progress: () => false }).mean("y"), cancelled);
  const thrown = () => {
    throw new Error("enough");
  };
  assert.throws(() => new Survey(data, { ...design, progress: thrown }).alpha(["y", "w"]), cancelled);
});
