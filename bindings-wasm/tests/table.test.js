import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { CohesionError, formatNumber, readCsv, Table } from "cohesion-core";

/** The error of `call`, which must be a CohesionError. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CohesionError, String(error));
    assert.equal(error.faults[0].kind, error.kind);
    return error;
  }
  assert.fail("nothing was refused");
}

test("what is missing is missing in columns, rows and CSV alike", () => {
  const columns = new Table({ x: [1, null, undefined, NaN, 2], g: ["a", null, undefined, "", "b"] });
  const typed = new Table({ x: Float64Array.of(1, NaN, NaN, NaN, 2), g: ["a", "", "", "", "b"] });
  const rows = new Table([{ x: 1, g: "a" }, { x: null }, {}, { x: undefined, g: "" }, { g: "b", x: 2 }]);
  const csv = readCsv("x,g\n1,a\n,\n,\n,\n2,b\n").table;
  for (const table of [columns, typed, rows, csv]) {
    assert.equal(table.rows, 5);
    assert.deepEqual(table.columns, ["x", "g"]);
    assert.equal(table.fingerprint(), columns.fingerprint());
  }
  assert.notEqual(
    new Table({ x: [1, 0, 0, 0, 2], g: columns.columns.concat("", "", "") }).fingerprint(),
    columns.fingerprint(),
  );
});

test("a hole of a sparse array is missing", () => {
  const holed = [1, 2, 3];
  delete holed[1];
  assert.equal(new Table({ x: holed }).fingerprint(), new Table({ x: [1, null, 3] }).fingerprint());
});

test("integer arrays are numbers, booleans are categories", () => {
  assert.equal(new Table({ x: Int16Array.of(1, 2) }).fingerprint(), new Table({ x: [1, 2] }).fingerprint());
  assert.equal(
    new Table({ b: [true, false, null] }).fingerprint(),
    new Table({ b: ["true", "false", ""] }).fingerprint(),
  );
});

test("a value that is none is refused with its column and row", () => {
  const cases = [
    [1n, "wrong_type", /1n.*Number\(\)/],
    [new Date(0), "wrong_type", /a Date.*as text/],
    [{}, "wrong_type", /an object/],
    [[5], "wrong_type", /an array/],
    [() => 1, "wrong_type", /a function/],
    [Symbol("s"), "wrong_type", /Symbol/],
    [Infinity, "not_finite", /infinite/],
    [-Infinity, "not_finite", /infinite/],
  ];
  for (const [value, kind, message] of cases) {
    for (const make of [
      () => new Table({ score: [1, null, value] }),
      () => new Table([{ score: 1 }, {}, { score: value }]),
    ]) {
      const error = refusal(make);
      assert.equal(error.kind, kind);
      assert.equal(error.path, "column[score].row[3]");
      assert.match(error.message, /`score`/);
      assert.match(error.message, message);
    }
  }
  assert.equal(refusal(() => new Table({ x: Float64Array.of(1, Infinity) })).path, "column[x].row[2]");
  assert.equal(refusal(() => new Table({ x: BigInt64Array.of(7n) })).kind, "wrong_type");
});

test("a column that mixes numbers and text names itself and the first three rows", () => {
  const error = refusal(() => new Table({ x: [1, "a", 2, "b", "c", "d"] }));
  assert.equal(error.kind, "not_numeric");
  assert.equal(error.path, "column[x]");
  assert.match(error.message, /row 2: "a", row 4: "b", row 5: "c"\)/);
  assert.doesNotMatch(error.message, /"d"/);
  assert.equal(refusal(() => new Table({ x: [true, 1] })).kind, "not_numeric");
});

test("what is no table is refused", () => {
  for (const input of [5, null, undefined, new Map(), new Date(0), () => 1]) {
    assert.equal(refusal(() => new Table(input)).kind, "wrong_type");
  }
  assert.equal(refusal(() => new Table({ x: "abc" })).path, "column[x]");
  assert.equal(refusal(() => new Table([1, 2])).path, "row[1]");
  assert.equal(refusal(() => new Table({})).kind, "empty_table");
  assert.equal(refusal(() => new Table([])).kind, "empty_table");
  assert.equal(refusal(() => new Table({ x: [1], y: [1, 2] })).kind, "length_mismatch");
});

test("every cell of a CSV that does not parse is reported", () => {
  const { guess, unparsed } = readCsv("a;b\n1,5;2\n3;x\n4;5\n6;7\n8;y\n");
  assert.deepEqual(guess, { encoding: "utf8", separator: ";", decimal: "comma" });
  assert.deepEqual(unparsed, [
    { row: 2, column: "b", text: "x" },
    { row: 5, column: "b", text: "y" },
  ]);
  const error = refusal(() => readCsv("a,b\n1\n2,3\n4,5,6\n"));
  assert.deepEqual(
    error.faults.map((fault) => [fault.kind, fault.line]),
    [
      ["ragged_rows", 2],
      ["ragged_rows", 4],
    ],
  );
});

test("windows-1252 bytes and array buffers are read", () => {
  const latin = Uint8Array.of(...Buffer.from("ville;n\nLi\u00e8ge;1\n", "latin1"));
  assert.equal(readCsv(latin).guess.encoding, "windows1252");
  assert.equal(readCsv(latin.buffer).table.fingerprint(), readCsv("ville;n\nLiège;1\n").table.fingerprint());
});

test("numbers are written as people of the language write them", () => {
  assert.equal(formatNumber(1234.5, 1, "nl"), "1.234,5");
  assert.equal(refusal(() => formatNumber(1, 1, "de")).kind, "unknown_value");
});

test("the kinds of faults are those of the core", () => {
  const core = readFileSync(new URL("../../cohesion-core/src/error.rs", import.meta.url), "utf8");
  const face = readFileSync(new URL("../js/src/content.ts", import.meta.url), "utf8");
  const start = face.indexOf("FaultKind =");
  const union = face.slice(start, face.indexOf(";", start));
  const words = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
  const expected = words(core, /^ +\w+ = "(\w+)",$/gm);
  assert.ok(expected.length > 20);
  assert.deepEqual(words(union, /"(\w+)"/g), expected);
});
