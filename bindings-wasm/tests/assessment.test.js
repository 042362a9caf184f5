import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import { Assessment, CohesionError, Plan, PublishedAssessment, Survey } from "cohesion-core";

import { committed } from "./support/data.js";

const example = (name) => readFileSync(resolve(committed, "../../examples", name));
const assess = () => Plan.parse(example("kombi.toml")).partnership.assess(example("kombi.csv"));

function kind(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CohesionError);
    return `${error.kind} ${error.path}`;
  }
  return "none";
}

test("what is kept reads back, and what is confidential does not pass for a publication", () => {
  const assessment = assess();
  assert.deepEqual(Assessment.fromJson(assessment.toJson()).content, assessment.content);
  const published = assessment.publish();
  assert.deepEqual(PublishedAssessment.fromJson(published.toJson()).content, published.content);
  assert.equal(
    kind(() => PublishedAssessment.fromJson(assessment.toJson())),
    "inconsistent kind",
  );
  assert.equal(
    kind(() => Assessment.fromJson(published.toJson())),
    "inconsistent kind",
  );
  assert.equal(assessment.content.dimensions[0].by_organisation.length, 7);
  assert.equal(published.content.dimensions[0].by_organisation, undefined);
});

test("reports and the picture are those of the publication, in every language", () => {
  const assessment = assess();
  const published = assessment.publish();
  for (const [language, answered] of [
    ["en", "7 of 8 organisations answered"],
    ["fr", "7 organisations sur 8 ont répondu"],
    ["nl", "7 van 8 organisaties antwoordden"],
  ]) {
    for (const audience of ["partners", "residents"]) {
      const options = { language, audience };
      assert.ok(assessment.toMarkdown(options).includes(answered));
      assert.equal(assessment.toMarkdown(options), published.toMarkdown(options));
      assert.equal(assessment.toHtml(options), published.toHtml(options));
      assert.ok(published.toHtml(options).startsWith("<!DOCTYPE html>"));
      assert.ok(published.toHtmlFragment(options).startsWith('<div class="cc-report"'));
    }
    assert.deepEqual(assessment.chart({ language }), published.chart({ language }));
    assert.equal(published.chart({ language }).data.values.length, 5);
  }
  assert.equal(
    kind(() => published.toHtml({ audience: "press" })),
    "unknown_value audience",
  );
});

test("what is no mean of a survey is refused beside the partners", () => {
  const assessment = assess();
  assert.equal(
    kind(() => assessment.beside([["known", 3]])),
    "wrong_type residents",
  );
  assert.equal(
    kind(() => assessment.beside({ known: 3 })),
    "wrong_type residents[known]",
  );
  const share = new Survey({ known: [1, 2, 3] }).share("known", { values: [1] });
  assert.equal(
    kind(() => assessment.beside({ known: share })),
    "inconsistent residents[known]",
  );
});
