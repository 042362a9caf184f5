// One entry per public function that the vectors call: arguments in, the public result's plain data out.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import {
  kAnonymity,
  Network,
  NetworkResult,
  Plan,
  publish,
  readCsv,
  Summary,
  Survey,
  smallAreas,
  TwoMode,
} from "cohesion-core";

import { committed } from "./data.js";

/** The named estimate of a survey or of a summary, as `args` ask for it. */
function estimate(of, from, { variable, items, parts, order, a, b, of: _, ...rest }) {
  const { numerator, denominator, x, y, probabilities, ...options } = unweighted(rest);
  if (of === "alpha") return from.alpha(items, options);
  if (of === "ratio") return from.ratio(numerator, denominator, options);
  if (of === "quantile") return from.quantile(variable, probabilities, options);
  if (of === "correlation") return from.correlation(x, y, options);
  return from[camel(of)](variable, options);
}

const camel = (name) => name.replace(/_./g, (found) => found[1].toUpperCase());

/** Margins in the two forms that people write: an object by column where it can say them, and a list. */
function margins(given) {
  const simple = (margin) => margin.column !== undefined || margin.columns.length === 1;
  if (!Array.isArray(given) || given.length % 2 === 1 || !given.every(simple)) return given;
  const figure = ({ total, se }) => (se === undefined ? total : [total, se]);
  const known = (margin) => Object.fromEntries(margin.totals.map((one) => [one.levels[0], figure(one)]));
  const entry = (margin) =>
    margin.column === undefined ? [margin.columns[0], known(margin)] : [margin.column, figure(margin)];
  return Object.fromEntries(given.map(entry));
}

/** The survey of a case, with its weights adjusted and its errors from replicates where the case says so. */
function surveyOf({ design, args }, data) {
  let survey = new Survey(data.whole(), design);
  if (args.nonresponse !== undefined) {
    const { respondent, ...options } = args.nonresponse;
    survey = survey.nonresponse(respondent, options);
  }
  if (args.calibrate !== undefined) {
    const { margins: given, ...options } = args.calibrate;
    survey = survey.calibrate(margins(given), options);
  }
  if (args.replicates === undefined) return survey;
  const { method, ...options } = args.replicates;
  return survey.replicates(method, options);
}

/** The arguments but for those that make the weights and the errors. */
function unweighted({ calibrate: _, nonresponse: __, replicates: ___, ...args }) {
  return args;
}

const plain = (result) => JSON.parse(result.toJson());

/** What a summary must hold for an estimate. */
function held(of, { variable, values, items, by, where, numerator, denominator, x, y }) {
  if (of === "alpha") return { items: [items] };
  const groups = { by: by === undefined ? [] : [by], where };
  if (of === "ratio") return { ratios: [[numerator, denominator]], ...groups };
  if (of === "variance") return { variances: variable, ...groups };
  if (of === "correlation") return { correlations: [[x, y]], ...groups };
  if (of === "share") return { measures: [{ variable, values }], ...groups };
  return ["mean", "total"].includes(of)
    ? { measures: [variable], ...groups }
    : { figures: { [of]: variable }, ...groups };
}

/** The plan of `toml`, `json`, `value` or `file`. */
function plan({ toml, json, value, file }) {
  if (toml !== undefined) return Plan.fromToml(toml);
  if (json !== undefined) return Plan.fromJson(json);
  return file === undefined ? Plan.fromObject(value) : Plan.parse(readFileSync(resolve(committed, file)));
}

/** The tables of records of a case, by kind. */
function recordTables({ tables }, data) {
  return Object.fromEntries(Object.entries(tables).map(([kind, name]) => [kind, data.named(name)]));
}

/** The evaluation of a case, from the rows or from a summary. */
function evaluation({ args }, survey) {
  const { as_of } = args;
  return plan(args).evaluate(as_of === undefined ? { survey } : { survey, as_of });
}

/** One summary of the plan, made from parts and carried as bytes. */
function summaryOfParts({ args }, data) {
  const made = data.parts(args.parts).map((survey, index) => plan(args).summarise({ survey, part: `part ${index}` }));
  return Summary.merge(args.order.map((part) => Summary.fromBytes(made[part].toBytes())));
}

/** The means of the residents that a case sets beside the partners' ratings. */
function residents({ args }, data) {
  const mean = ({ data: name, variable, design, by }) =>
    new Survey(data.named(name), design).mean(variable, by === undefined ? {} : { by });
  return Object.fromEntries(Object.entries(args.residents).map(([id, asked]) => [id, mean(asked)]));
}

/** The network of a case; with `other`, the second one: its ties, everything else as for the first. */
function network({ args }, data, other = false) {
  const given = (key) => (other ? args[`other_${key}`] : undefined) ?? args[key];
  const options = { source: args.source, target: args.target };
  for (const key of ["weight", "directed", "id", "minimum_completion"]) if (key in args) options[key] = args[key];
  if (given("respondents") !== undefined) options.respondents = given("respondents");
  if (given("nodes") !== undefined) options.nodes = data.named(given("nodes"));
  const made = Network.fromEdges(other ? data.named(args.other) : data.whole(), options);
  return args.symmetrised === undefined ? made : made.symmetrised(args.symmetrised);
}

const NETWORK_OPTIONS = [
  "by",
  "k",
  "minimum",
  "of",
  "resolution",
  "permutations",
  "starts",
  "draws",
  "samples",
  "seed",
];

/** The options of a measure of a network. */
const asked = ({ args }) =>
  Object.fromEntries(NETWORK_OPTIONS.filter((key) => key in args).map((key) => [key, args[key]]));

/** What a result says, with figures and values by name, after a way through JSON. */
function told(result) {
  const { name, figures, keys, rows, notes } = NetworkResult.fromJson(result.toJson());
  return { name, figures, keys, rows, notes };
}

/** The calls of measures that take options, or none. */
const measures = {
  summary: "summary",
  centrality: "centrality",
  pairs: "pairs",
  received: "received",
  bridges: "bridges",
  mixing: "mixing",
  ei_index: "eiIndex",
  brokerage: "brokerage",
  communities: "communities",
  core_periphery: "corePeriphery",
  hierarchy: "hierarchy",
  completions: "completions",
  layout: "layout",
  loss: "loss",
};

const networkCalls = {
  ...Object.fromEntries(
    Object.entries(measures).map(([of, method]) => [
      `Network.${of}`,
      (item, data) => told(network(item, data)[method](asked(item))),
    ]),
  ),
  "Network.betweenness": (item, data) => ({ values: Array.from(network(item, data).betweenness()) }),
  "Network.symmetrised": (item, data) => told(network(item, data).symmetrised(item.args.rule).pairs()),
  "Network.correlate": (item, data) => told(network(item, data).correlate(network(item, data, true), asked(item))),
  "Network.compare": (item, data) => told(network(item, data).compare(network(item, data, true), asked(item))),
  ...Object.fromEntries(
    ["summary", "centrality", "overlap"].map((of) => [
      `TwoMode.${of}`,
      ({ args }, data) => told(TwoMode.fromEdges(data.whole(), args)[of]()),
    ]),
  ),
  "Plan.network": ({ args }, data) => {
    const { tables, wave, kind, respondents } = args;
    const given = Object.entries({ wave, kind, respondents }).filter(([, value]) => value !== undefined);
    const records = tables === undefined ? {} : { records: recordTables(args, data) };
    return told(
      plan(args)
        .partnership.network({ ...Object.fromEntries(given), ...records })
        .summary(),
    );
  },
  "Plan.activity_network": ({ args }) => told(plan(args).partnership.activityNetwork().summary()),
};

/** Unweighted counts, as `asked`. */
function counted({ design }, data, { variable, ...options }) {
  return new Survey(data.whole(), design).counts(variable, options);
}

/** A table that is to be published: counts as they stand, or an estimate of the data. */
function toPublish(item, data, { counts, of, ...args }) {
  return counts ?? estimate(of, new Survey(data.whole(), item.design), args);
}

/** The contrast of a case. */
function contrast(item, data) {
  const { of, coefficients, ...args } = item.args;
  const pairs = coefficients.map(({ labels, coefficient }) => [labels, coefficient]);
  return estimate(of, surveyOf(item, data), args).contrast(pairs);
}

/** A regression or a test of a survey. */
function modelled(of, item, data) {
  const { variable, rows, columns, ...options } = unweighted(item.args);
  const from = surveyOf(item, data);
  return of === "chiSquare" ? from.chiSquare(rows, columns, options) : from[of](variable, options);
}

/** A result and the call of R that its explanation prints. */
const explained = (result) => ({ ...plain(result), r_call: result.explain().r_call });

/** The result that a case explains. */
function toExplain(item, data) {
  const [from, of] = item.of.split(".");
  if (from === "Estimates") return contrast(item, data);
  const models = { regress: "regress", t_test: "tTest", rank_test: "rankTest", chi_square: "chiSquare" };
  return of in models ? modelled(models[of], item, data) : estimate(of, surveyOf(item, data), item.args);
}

const explain = (item, data) => explained(toExplain(item, data));

/** The review of a case, after the one before where there is one. */
function review({ args }, data) {
  const made = ({ value, tables, as_of }, previous) =>
    Plan.fromObject(value).partnership.review({ records: recordTables({ tables }, data), as_of, previous });
  return made(args, args.previous === undefined ? undefined : made(args.previous));
}

/** A figure of a survey that has no arguments of its own. */
export function figure(item, data) {
  const [source, of] = item.call.split(".");
  if (source !== "Survey") throw new Error(`unknown call ${item.call}`);
  return plain(estimate(of, surveyOf(item, data), item.args));
}

export const calls = {
  "Plan.assess": ({ args }, data) => plain(plan(args).partnership.assess(data.whole())),
  "Assessment.publish": ({ args }, data) => plain(plan(args).partnership.assess(data.whole()).publish()),
  "Assessment.beside": (item, data) => plan(item.args).partnership.assess(data.whole()).beside(residents(item, data)),
  ...networkCalls,
  "Estimates.explain": explain,
  "Regression.explain": explain,
  "Test.explain": explain,
  publish: (item, data) => {
    const { rule, tables, counts = [], nested } = item.args;
    const given = tables.map((one) => toPublish(item, data, one));
    return publish(given, { rule, counts: counts.map((asked) => counted(item, data, asked)), nested });
  },
  "Survey.counts": (item, data) => counted(item, data, item.args),
  k_anonymity: ({ args }, data) => {
    const { columns, k, sensitive } = args;
    return kAnonymity(data.whole(), columns, sensitive === undefined ? { k } : { k, sensitive });
  },
  "Summary.for_sharing": (item, data) => {
    const { variable, by, rule } = item.args;
    const whole = new Summary({ ...item.design, measures: [variable], by: [by] }).add(data.whole());
    const shared = Summary.fromBytes(whole.forSharing(rule).toBytes());
    return { estimates: plain(shared.mean(variable, { by })), lost: shared.lost };
  },
  "Plan.check": ({ args }) => ({ faults: plan(args).check() }),
  "Plan.check_records": ({ args }, data) => ({ faults: plan(args).checkRecords(recordTables(args, data)) }),
  "Plan.review": (item, data) => plain(review(item, data)),
  "Review.publish": (item, data) => plain(review(item, data).publish()),
  "Plan.codebook_from": (_, data) => Plan.codebookFrom(data.whole()),
  "Plan.evaluate": (item, data) => plain(evaluation(item, data.whole())),
  "Plan.summarise": (item, data) => plain(evaluation(item, summaryOfParts(item, data))),
  "Evaluation.publish": (item, data) => plain(evaluation(item, data.whole()).publish()),
  "Table.read_csv": ({ args }) => {
    const { table, guess, unparsed } = readCsv(args.text);
    return { columns: table.columns, rows: table.rows, guess, unparsed };
  },
  "Plan.hash": ({ args }) => ({ hash: plan(args).hash() }),
  "Plan.lint": ({ args }) => ({ notes: Plan.fromObject(args.plan).lint() }),
  "Plan.score": ({ args }, data) => Plan.fromObject(args.plan).score(data.whole(), args.scale),
  "Plan.template": ({ args }) => {
    const plan = Plan.fromToml(Plan.template(args.name));
    return { hash: plan.hash(), faults: plan.check() };
  },
  "Plan.to_json": ({ args }) => ({ value: JSON.parse(plan(args).toJson()) }),
  "Plan.to_toml": ({ args }) => ({ hash: Plan.fromToml(plan(args).toToml()).hash() }),
  "Survey.replicates": (item, data) => surveyOf(item, data).replication,
  "Survey.calibrate": (item, data) => plain(surveyOf(item, data).calibration),
  "Survey.weights": (item, data) => {
    const { weights, gWeights } = surveyOf(item, data);
    const asked = (all) => (item.args.rows ? item.args.rows.map((row) => all[row]) : [...all]);
    return { weights: asked(weights), factors: asked(gWeights) };
  },
  "Survey.nonresponse": (item, data) => plain(surveyOf(item, data).response),
  "Survey.response_rates": (item, data) => {
    const { disposition, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).responseRates(disposition, options));
  },
  "Survey.regress": (item, data) => {
    const { variable, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).regress(variable, options));
  },
  "Survey.t_test": (item, data) => {
    const { variable, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).tTest(variable, options));
  },
  "Survey.rank_test": (item, data) => {
    const { variable, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).rankTest(variable, options));
  },
  "Survey.chi_square": (item, data) => {
    const { rows, columns, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).chiSquare(rows, columns, options));
  },
  "Regression.test": (item, data) => {
    const { variable, variables, ...options } = unweighted(item.args);
    return plain(surveyOf(item, data).regress(variable, options).test(variables));
  },
  "Estimates.difference": (item, data) => {
    const { of, a, b } = item.args;
    return estimate(of, surveyOf(item, data), item.args).difference(a, b);
  },
  "Estimates.differences": (item, data) => estimate(item.args.of, surveyOf(item, data), item.args).differences(),
  "Estimates.contrast": (item, data) => plain(contrast(item, data)),
  "Estimates.small_areas": ({ design, args }, data) => {
    const { of, variable, by, values, where, covariates, benchmark, benchmark_variable, ...options } = args;
    const survey = surveyOf({ design, args }, data);
    const areas = survey[of](variable, { by, values, where });
    const whole = () => survey[of](benchmark_variable ?? variable, { values, where });
    const asked = benchmark === undefined ? options : { ...options, benchmark: whole() };
    return plain(smallAreas(areas, data.named(covariates), asked));
  },
  "Summary.merge": (item, data) => {
    const { of, parts, order } = item.args;
    const empty = new Summary({ ...item.design, ...held(of, item.args) });
    const summaries = data.parts(parts).map((rows, index) => empty.add(rows, { part: `part ${index}` }));
    const merged = Summary.merge(order.map((part) => Summary.fromBytes(summaries[part].toBytes())));
    return plain(estimate(of, merged, item.args));
  },
};
