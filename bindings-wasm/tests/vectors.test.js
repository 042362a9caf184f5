// Runs the shared vectors against the public face. VECTORS_DIR names another folder of them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";

import { CohesionError } from "cohesion-core";

import { calls, figure } from "./support/calls.js";
import { differences, numberPaths, present } from "./support/compare.js";
import { committed, dataAs, forms, partsOf } from "./support/data.js";

const folder = process.env.VECTORS_DIR ?? committed;
const counts = new Map();

/** The vector files: the JSON files of every folder but those of data and generators. */
function vectorFiles(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return ["data", "generate"].includes(entry.name) ? [] : vectorFiles(path);
      return entry.name.endsWith(".json") ? [path] : [];
    });
}

/** What a case gives: `{ result }` or `{ error }`. */
function outcome(vector, item, form) {
  const call = calls[item.call] ?? figure;
  assert.ok(call, `no runner for ${item.call}`);
  const source = vector.data[item.data];
  const data = {
    whole: () => dataAs(form, source, folder),
    named: (name) => dataAs(form, vector.data[name], folder),
    parts: (count) => partsOf(count, form, source, folder),
  };
  try {
    return { result: call(item, data) };
  } catch (error) {
    if (!(error instanceof CohesionError)) throw error;
    return { error: { kind: error.kind, path: error.path } };
  }
}

/** What differs between the outcome and what the case expects. */
function verdict(item, { result, error }) {
  if (item.error !== undefined) return differences(error ?? "no error", item.error, {}, "error");
  if (error !== undefined) return [`refused: ${error.kind} at ${error.path}`];
  return [...differences(result, item.expect, item.tolerance), ...present(item.absent ?? [], result)];
}

const files = vectorFiles(folder);

for (const file of files) {
  const vector = JSON.parse(readFileSync(file, "utf8"));
  test(`vectors ${relative(folder, file)}`, async (t) => {
    assert.equal(vector.format, 1);
    assert.ok(vector.cases.length > 0, "no cases");
    for (const [index, item] of vector.cases.entries()) {
      await t.test(item.id, () => {
        assert.ok("expect" in item !== "error" in item, "either `expect` or `error`");
        const form = forms[index % forms.length];
        assert.deepEqual(verdict(item, outcome(vector, item, form)), [], `given as ${form}`);
        counts.set(item.call, (counts.get(item.call) ?? 0) + 1);
      });
    }
  });
}

test("there are vectors", () => assert.ok(files.length > 0, `no vectors in ${folder}`));

test("one wrong number in a vector is seen", () => {
  const vectors = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
  const found = vectors
    .flatMap((vector) => vector.cases.map((item) => ({ vector, item })))
    .find(({ item }) => numberPaths(item.expect).length > 0);
  assert.ok(found, "no vector expects a number");
  const item = structuredClone(found.item);
  const path = numberPaths(item.expect)[0];
  const parent = path.slice(0, -1).reduce((value, key) => value[key], item.expect);
  parent[path.at(-1)] += 0.001 * Math.max(1, Math.abs(parent[path.at(-1)]));
  assert.equal(verdict(item, outcome(found.vector, item, "columns")).length, 1);
});

after(() => {
  const sorted = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  console.log(`javascript vectors: ${JSON.stringify(sorted)}`);
});
