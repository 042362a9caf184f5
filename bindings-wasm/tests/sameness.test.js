// The bytes that JavaScript writes are those of the core: the digests are the ones that every language compares with.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Plan, readCsv } from "cohesion-core";

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
