// One entry per public function that the vectors call: arguments in, the public result's plain data out.

import { Summary, Survey } from "cohesion-core";

/** The named estimate of a survey or of a summary, as `args` ask for it. */
function estimate(of, from, { variable, items, parts, order, a, b, of: _, ...options }) {
  return of === "alpha" ? from.alpha(items, options) : from[of](variable, options);
}

const plain = (result) => JSON.parse(result.toJson());

/** What a summary must hold for an estimate. */
function held(of, { variable, values, items, by }) {
  if (of === "alpha") return { items: [items] };
  return { measures: [of === "share" ? { variable, values } : variable], by: by === undefined ? [] : [by] };
}

export const calls = {
  "Survey.mean": (item, data) => plain(estimate("mean", new Survey(data.whole(), item.design), item.args)),
  "Survey.share": (item, data) => plain(estimate("share", new Survey(data.whole(), item.design), item.args)),
  "Survey.total": (item, data) => plain(estimate("total", new Survey(data.whole(), item.design), item.args)),
  "Survey.alpha": (item, data) => plain(estimate("alpha", new Survey(data.whole(), item.design), item.args)),
  "Estimates.difference": (item, data) => {
    const { of, a, b } = item.args;
    return estimate(of, new Survey(data.whole(), item.design), item.args).difference(a, b);
  },
  "Summary.merge": (item, data) => {
    const { of, parts, order } = item.args;
    const empty = new Summary({ ...item.design, ...held(of, item.args) });
    const summaries = data.parts(parts).map((rows, index) => empty.add(rows, { part: `part ${index}` }));
    const merged = Summary.merge(order.map((part) => Summary.fromBytes(summaries[part].toBytes())));
    return plain(estimate(of, merged, item.args));
  },
};
