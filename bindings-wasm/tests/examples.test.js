// Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, Summary, Survey, TwoMode } from "cohesion-core";

test("Network", () => {
  const ties = { from: ["city", "police", "club"], to: ["police", "city", "city"] };
  const network = Network.fromEdges(ties, { source: "from", target: "to", directed: true });
  assert.deepEqual([...network.nodes], ["city", "club", "police"]);
  assert.equal(network.summary().value("density"), 0.5);
});

test("Network.fromEdges", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.ties, 3);
});

test("Network.attributes", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
  assert.deepEqual([...network.attributes], ["sector"]);
});

test("Network.directed", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(!network.directed, true);
});

test("Network.nodes", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.deepEqual([...network.nodes], ["city", "club", "police", "school"]);
});

test("Network.ties", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.ties, 3);
});

test("Network.betweenness", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.deepEqual([...network.betweenness()], [2, 2, 0, 0]);
});

test("Network.bridges", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.bridges().get(["city", "club"], "cut_off"), 2);
});

test("Network.brokerage", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
  assert.equal(network.brokerage({ by: "sector" }).get(["city"], "gatekeeper"), 1);
});

test("Network.centrality", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const centrality = network.centrality();
  assert.equal(centrality.get(["city"], "degree"), 2);
  assert.equal(centrality.get(["police"], "betweenness"), 0);
});

test("Network.communities", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const found = network.communities({ resolution: 1 });
  assert.equal(found.value("communities"), 2);
  assert.equal(found.get(["police"], "community"), 1);
});

test("Network.compare", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const fewer = { a: ["city", "club"], b: ["club", "school"] };
  const later = Network.fromEdges(fewer, { source: "a", target: "b" });
  const change = network.compare(later);
  assert.equal(change.value("kept"), 2);
});

test("Network.completions", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const told = network.completions();
  assert.equal(told.value("density"), 0.5);
});

test("Network.corePeriphery", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const found = network.corePeriphery();
  assert.equal(found.value("core_size"), 2);
  assert.equal(found.get(["police"], "core"), 0);
});

test("Network.correlate", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.correlate(network).value("correlation"), 1);
});

test("Network.eiIndex", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
  const index = network.eiIndex({ by: "sector" });
  assert.equal(index.value("external"), 1);
  assert.equal(index.get(["city"], "ei_index"), 0);
});

test("Network.hierarchy", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.hierarchy().value("connectedness"), 1);
});

test("Network.layout", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const layout = network.layout();
  assert.deepEqual([...layout.columns], ["x", "y"]);
});

test("Network.loss", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  const loss = network.loss({ k: 1, of: "partners" });
  assert.equal(loss.get(["1", "city"], "largest_worst"), 0.5);
});

test("Network.mixing", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
  assert.equal(network.mixing({ by: "sector" }).get(["civic", "public"], "density"), 0.25);
});

test("Network.pairs", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b" });
  assert.equal(network.pairs().get(["city", "club"], "confirmed"), 1);
});

test("Network.received", () => {
  const ratings = {
    from: ["police", "club", "school", "city"],
    to: ["city", "city", "city", "club"],
    reliable: [4, 3, 5, 1],
  };
  const network = Network.fromEdges(ratings, { source: "from", target: "to", weight: "reliable", directed: true });
  const received = network.received({ minimum: 3 });
  assert.equal(received.get(["city"], "mean"), 4);
  assert.equal(received.get(["club"], "mean"), null);
});

test("Network.summary", () => {
  const star = { a: ["city", "city", "city"], b: ["club", "police", "school"] };
  const summary = Network.fromEdges(star, { source: "a", target: "b" }).summary();
  assert.equal(summary.value("centralisation_betweenness"), 1);
  assert.equal(summary.value("cut_points"), 1);
});

test("Network.symmetrised", () => {
  const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
  const network = Network.fromEdges(ties, { source: "a", target: "b", directed: true });
  const undirected = network.symmetrised("union");
  assert.equal(undirected.ties, 3);
  assert.equal(!undirected.directed, true);
});

test("Summary.alpha", () => {
  const answers = { greets: [1, 2, 3, 4], helps: [1, 2, 3, 4] };
  const summary = new Summary({ items: [["greets", "helps"]] }).add(answers);
  assert.equal(summary.alpha(["greets", "helps"]).rows[0].estimate.value, 1);
});

test("Summary.coefficientOfVariation", () => {
  const answers = { visits: [1, 2, 3] };
  const summary = new Summary({ figures: { coefficient_of_variation: ["visits"] } }).add(answers);
  assert.equal(summary.coefficientOfVariation("visits").rows[0].estimate.value, 0.5);
});

test("Summary.correlation", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2] };
  const summary = new Summary({ correlations: [["trust", "visits"]] }).add(answers);
  assert.equal(summary.correlation("trust", "visits").rows[0].estimate.n, 6);
});

test("Summary.mean", () => {
  const answers = { trust: [3, 4, 5, 4] };
  const summary = new Summary({ measures: ["trust"] }).add(answers);
  assert.equal(summary.mean("trust").rows[0].estimate.value, 4);
});

test("Summary.ratio", () => {
  const table = { visits: [3, 4, 5], people: [1, 2, 3] };
  const summary = new Summary({ ratios: [["visits", "people"]] }).add(table);
  assert.equal(summary.ratio("visits", "people").rows[0].estimate.value, 2);
});

test("Summary.share", () => {
  const answers = { safe: ["yes", "no", "yes", "yes"] };
  const summary = new Summary({ measures: [{ variable: "safe", values: ["yes"] }] }).add(answers);
  assert.equal(summary.share("safe", { values: ["yes"] }).rows[0].estimate.value, 0.75);
});

test("Summary.theil", () => {
  const answers = { income: [2, 2, 2] };
  const summary = new Summary({ figures: { theil: ["income"] } }).add(answers);
  assert.equal(summary.theil("income").rows[0].estimate.value, 0);
});

test("Summary.total", () => {
  const answers = { visits: [3, 4, 5], weight: [10, 20, 10] };
  const summary = new Summary({ weights: "weight", measures: ["visits"] }).add(answers);
  assert.equal(summary.total("visits").rows[0].estimate.value, 160);
});

test("Summary.variance", () => {
  const answers = { trust: [2, 3, 4] };
  const summary = new Summary({ variances: ["trust"] }).add(answers);
  assert.equal(summary.variance("trust").rows[0].estimate.value, 1);
});

test("Survey", () => {
  const table = { trust: [3, 4, 5, 4], weight: [1.5, 2, 2, 1.5] };
  const survey = new Survey(table, { weights: "weight" });
  const mean = survey.mean("trust");
  assert.equal(mean.rows[0].estimate.value, 28.5 / 7);
});

test("Survey.alpha", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  const alpha = survey.alpha(["trust", "visits"]);
  assert.equal(alpha.rows[0].estimate.n, 6);
});

test("Survey.chiSquare", () => {
  const table = { a: ["x", "x", "y", "y", "x", "y"], b: ["u", "u", "v", "v", "v", "u"] };
  const test = new Survey(table).chiSquare("a", "b", { statistic: "f" });
  assert.equal(test.p > 0.05, true);
});

test("Survey.coefficientOfVariation", () => {
  const answers = { income: [1, 2, 3] };
  const survey = new Survey(answers);
  assert.equal(survey.coefficientOfVariation("income").rows[0].estimate.value, 0.5);
});

test("Survey.correlation", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  assert.equal(survey.correlation("trust", "visits").rows[0].estimate.n, 6);
});

test("Survey.gini", () => {
  const answers = { income: [0, 4] };
  const survey = new Survey(answers);
  assert.equal(survey.gini("income").rows[0].estimate.value, 0.5);
});

test("Survey.mean", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  const trust = survey.mean("trust", { by: "area" });
  assert.equal(trust.rows[0].estimate.value, 4);
  assert.equal(trust.rows[1].estimate.value, 3);
});

test("Survey.quantile", () => {
  const table = { age: [20, 30, 50, 70] };
  const survey = new Survey(table);
  const low = survey.quantile("age", [0.5], { rule: "math" });
  assert.equal(low.rows[0].estimate.value, 30);
  const middle = survey.quantile("age", [0.5], { rule: "school" });
  assert.equal(middle.rows[0].estimate.value, 40);
});

test("Survey.rankTest", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  const test = survey.rankTest("trust", { by: "area", test: "wilcoxon" });
  assert.equal(test.p > 0.05, true);
});

test("Survey.ratio", () => {
  const table = { visits: [3, 4, 5], people: [1, 2, 3] };
  const ratio = new Survey(table).ratio("visits", "people");
  assert.equal(ratio.rows[0].estimate.value, 2);
});

test("Survey.theil", () => {
  const answers = { income: [1, 2, 3] };
  const theil = new Survey(answers).theil("income");
  assert.equal(Math.abs(theil.rows[0].estimate.value - 0.0872) < 0.0001, true);
});

test("Survey.total", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  assert.equal(survey.total("trust").rows[0].estimate.value, 21);
});

test("Survey.variance", () => {
  const answers = { trust: [3, 4, 5, 4, 2, 3], visits: [1, 2, 3, 3, 1, 2], area: ["N", "N", "N", "S", "S", "S"] };
  const survey = new Survey(answers);
  assert.equal(survey.variance("trust").rows[0].estimate.n, 6);
});

test("TwoMode", () => {
  const rows = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(rows, { partner: "partner", activity: "activity" });
  assert.equal(network.summary().value("density"), 0.75);
  assert.equal(network.overlap().get(["city", "club"], "shared"), 1);
});

test("TwoMode.fromEdges", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.deepEqual([...network.partners], ["city", "club"]);
});

test("TwoMode.activities", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.deepEqual([...network.activities], ["barbecue", "boxing"]);
});

test("TwoMode.partners", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.deepEqual([...network.partners], ["city", "club"]);
});

test("TwoMode.centrality", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.equal(network.centrality().get(["partner", "city"], "degree"), 2);
});

test("TwoMode.overlap", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.equal(network.overlap().get(["city", "club"], "shared"), 1);
});

test("TwoMode.summary", () => {
  const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
  const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
  assert.equal(network.summary().value("density"), 0.75);
});
