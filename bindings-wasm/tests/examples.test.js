// Runs the examples of the documentation in js/src: behind `//` stands what the expression before it gives.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as library from "cohesion-core";

const sources = new URL("../js/src/", import.meta.url);

/** The examples of a source: the name of what each stands above, and its lines. */
function examplesOf(source) {
  const found = [];
  let ofClass = "";
  for (const [, comment, declared] of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(.*)/g)) {
    const [, kind, name] = declared.match(/^(?:export )?(class|function|interface|type) (\w+)/) ?? [];
    if (kind === "class") ofClass = name.replace(/Verbs$/, "");
    const code = comment.match(/@example\n \s*\* ```ts\n([\s\S]*?)\n \s*\* ```/)?.[1];
    if (code === undefined) continue;
    const member = declared.match(/^ {2}(?:static |get )*(\w+)/)?.[1];
    const lines = code.split("\n").map((line) => line.replace(/^ *\* ?/, ""));
    found.push({ name: member === undefined ? name : `${ofClass}.${member}`, lines });
  }
  return found;
}

/** Runs an example; what a line shows behind `//` must be what its expression gives. */
function run(lines) {
  const checked = lines.map((line) => line.replace(/^(.*); \/\/ (.*)$/, "same($1, $2);"));
  const same = (given, shown) => assert.deepEqual(ArrayBuffer.isView(given) ? [...given] : given, shown);
  const names = Object.keys(library);
  new Function("same", ...names, checked.join("\n"))(same, ...Object.values(library));
}

const examples = readdirSync(sources)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => examplesOf(readFileSync(new URL(file, sources), "utf8")));

for (const { name, lines } of examples) test(name, () => run(lines));

test("there are as many examples as there were", () => assert.ok(examples.length >= 165, `${examples.length}`));

test("a wrong result in an example is seen", () => {
  assert.throws(() => run(["const numbers = [1, 2];", "numbers.length; // 3"]));
});
