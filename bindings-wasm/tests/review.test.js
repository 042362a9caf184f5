// Reviews: kept, shown in three languages, published, refused.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Assessment, CohesionError, Plan, PublishedAssessment, PublishedReview, Review } from "cohesion-core";

const plan = Plan.parse(readFileSync(new URL("../../cohesion-core/examples/kombi.toml", import.meta.url)));
const review = plan.partnership.review({ as_of: "2026-06-30" });

test("a review is kept to the last digit", () => {
  const kept = Review.fromJson(review.toJson());
  assert.equal(kept.toJson(), review.toJson());
  assert.deepEqual(JSON.parse(JSON.stringify(review)), review.content);
  assert.equal(review.content.provenance.plan_hash, plan.hash());
  assert.throws(() => {
    review.findings[0].severity = "low";
  }, TypeError);
});

test("a review is shown in three languages", () => {
  const texts = ["en", "fr", "nl"].map((language) => review.findingTexts({ language }));
  assert.equal(new Set(texts.map((list) => list.length)).size, 1);
  assert.notEqual(texts[0][0], texts[1][0]);
  assert.ok(review.toHtml({ language: "nl" }).includes('lang="nl"'));
  assert.ok(!review.toHtmlFragment().includes("<html"));
  assert.ok(review.toMarkdown({ audience: "residents", language: "fr" }).startsWith("# Bilan du partenariat"));
  assert.ok(review.toText().includes("- high: "));
});

test("parts are plain objects", () => {
  assert.equal(review.responsibilities.activities.length, 4);
  assert.ok(review.shares.ledgers[0].concentration.gini_most > 0.79);
  assert.equal(review.conflicts.curves[0].n, review.conflicts.n);
  assert.ok(review.retention.comparison.groups.length > 1);
  assert.ok(review.retention.comparison.permutation_p > 0);
  assert.equal(review.communication.channels[0].channel, "steering");
  assert.deepEqual(review.actions, review.content.actions);
});

test("residents get what is published", () => {
  const published = review.publish();
  assert.equal(published.content.kind, "published_review");
  assert.equal(PublishedReview.fromJson(published.toJson()).toJson(), published.toJson());
  assert.deepEqual([published.conflicts.rows, published.content.actions], [undefined, undefined]);
  assert.ok(published.withheld.length > 0);
  for (const picture of [
    "responsibilities",
    "load",
    "timeline",
    "retention",
    "importance_performance",
    "network",
    "loss",
  ]) {
    const spec = review.chart(picture, { audience: "residents", language: "nl" });
    assert.ok(spec.description.length > 0);
    assert.ok(!JSON.stringify(spec).includes("Politie Gent"), picture);
  }
});

test("a review holds ratings and networks", () => {
  const answers = readFileSync(new URL("../../cohesion-core/examples/kombi.csv", import.meta.url));
  const whole = plan.partnership.review({ records: { assessment: answers }, as_of: "2026-06-30" });
  assert.equal(review.selfAssessment, undefined);
  assert.ok(whole.selfAssessment instanceof Assessment);
  assert.deepEqual(whole.selfAssessment.content.dimensions, plan.partnership.assess(answers).content.dimensions);
  const published = whole.publish();
  assert.ok(published.selfAssessment instanceof PublishedAssessment);
  assert.equal(published.selfAssessment.content.response.by_organisation, undefined);
  const [information] = whole.networks;
  assert.deepEqual([information.kind, information.wave], ["information", "after"]);
  const own = plan.partnership.network({ wave: "after", kind: "information" });
  assert.equal(information.summary.value("reciprocity"), own.summary().value("reciprocity"));
  assert.equal(published.content.networks[0].ties, undefined);
});

test("what is refused", () => {
  const refused = (call, kind, path) =>
    assert.throws(call, (error) => error instanceof CohesionError && error.kind === kind && error.path === path);
  refused(() => plan.partnership.review({}), "impossible_date", "as_of");
  refused(() => plan.partnership.review("2026-06-30"), "wrong_type", "");
  refused(() => plan.partnership.review({ as_of: "2026-06-30", records: [1] }), "wrong_type", "records");
  refused(() => plan.partnership.review({ as_of: "2026-06-30", previous: {} }), "wrong_type", "previous");
  refused(() => plan.partnership.review({ as_of: "2026-06-30", sead: 1 }), "unknown_option", "sead");
  refused(() => review.chart("pie"), "unknown_value", "picture");
});
