// Written by `cargo run -p faces` from the Rust sources and faces.toml; do not edit.

import * as core from "../pkg/core.js";
import { given, handleOf } from "./arguments.js";
import { guarded, Held, made } from "./core.js";
import { type Label, optionsJson } from "./estimates.js";
import { NetworkResult } from "./network-results.js";
import type { ChartSpec } from "./results.js";
import { Table, type TableInput } from "./table.js";
import type { Language } from "./text.js";

/** Options of `Network.communities`. */
export interface CommunityOptions {
  /** Above 0; larger gives smaller communities. 1 unless given. */
  readonly resolution?: number;
  /** From how many random starts the best is sought, from 1 to 1,000,000. 100 unless given. */
  readonly starts?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.compare`. */
export interface CompareOptions {
  /** How many random samples of partners are drawn, from 1 to 1,000,000. 5,000 unless given. */
  readonly samples?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.completions`. */
export interface CompletionOptions {
  /** How many random draws are made, from 1 to 1,000,000. 200 unless given. */
  readonly draws?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.correlate`. */
export interface CorrelateOptions {
  /**
   * How many random arrangements are looked at where there are too many for all, from 1 to 1,000,000. 9,999 unless
   * given.
   */
  readonly permutations?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.eiIndex`. */
export interface EiOptions {
  /** What partners are grouped by: a column of the table of partners. */
  readonly by: string;
  /**
   * How many random arrangements are looked at where there are too many for all, from 1 to 1,000,000. 9,999 unless
   * given.
   */
  readonly permutations?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.brokerage` and `Network.mixing`. */
export interface GroupOptions {
  /** What partners are grouped by: a column of the table of partners. */
  readonly by: string;
}

/** Options of `Network.loss`. */
export interface LossOptions {
  /** How many go at most. */
  readonly k: number;
  /** What goes. `"partners"` unless given. */
  readonly of?: "partners" | "ties";
  /** How many random draws are made, from 1 to 1,000,000. 1,000 unless given. */
  readonly draws?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `Network.chart`. */
export interface MapOptions {
  /** What partners are grouped by: a column of the table of partners. */
  readonly by?: string;
  /** The language of labels and titles. `"en"` unless given. */
  readonly language?: Language;
}

/** Options of `Network.fromEdges`. */
export interface NetworkOptions {
  /** The column of the partner at one end; in a directed network, of the one who says so. */
  readonly source: string;
  /** The column of the partner at the other end. */
  readonly target: string;
  /** The column that says how strong a tie is: numbers from 0 up, larger is stronger; 0 is no tie. */
  readonly weight?: string;
  /** Whether a tie from one to another says nothing of the way back. `false` unless given. */
  readonly directed?: boolean;
  /**
   * The table of partners, one row each: their id, and columns to group them by. With it, a tie to anybody else is a
   * fault, and partners without a tie are seen.
   */
  readonly nodes?: TableInput;
  /** The column of ids in the table of partners; `id` unless given. */
  readonly id?: string;
  /** The partners who answered; everybody unless given. */
  readonly respondents?: readonly Label[];
  /**
   * The share of partners who must have answered for measures of the whole pattern (betweenness, communities, loss),
   * between 0 and 1; 0.7 unless given. This is a convention of this library: Costenbader and Valente (2003, Social
   * Networks 25, 283) and Borgatti, Carley and Krackhardt (2006, Social Networks 28, 124) show that centralities drift
   * from the true ones as answers are missing, without a step at any share.
   */
  readonly minimum_completion?: number;
}

/** Options of `Network.received`. */
export interface ReceivedOptions {
  /** A mean of fewer raters is not shown; 3 or more. 3 unless given. */
  readonly minimum?: number;
}

/** Options of `Network.corePeriphery`. */
export interface SearchOptions {
  /** From how many random starts the best is sought, from 1 to 1,000,000. 100 unless given. */
  readonly starts?: number;
  /** The seed; the same one gives the same figures in every language. 1 unless given. */
  readonly seed?: number;
}

/** Options of `TwoMode.fromEdges`. */
export interface TwoModeOptions {
  /** The column of partners. */
  readonly partner: string;
  /** The column of activities. */
  readonly activity: string;
}

/**
 * Partners and the ties between them, as they were stated.
 *
 * Partners are sorted by the bytes of their ids, so that no result depends on the order of the rows. In a directed
 * network a tie is what its source says of its target. Who did not answer has said nothing: their ties to others are
 * not absent but unknown.
 *
 * @example
 * ```ts
 * const ties = { from: ["city", "police", "club"], to: ["police", "city", "city"] };
 * const network = Network.fromEdges(ties, { source: "from", target: "to", directed: true });
 * network.nodes; // ["city", "club", "police"]
 * network.summary().value("density"); // 0.5
 * ```
 */
export class Network extends Held<core.Network> {
  /** @internal Made by Network.fromEdges or plan.partnership.network. */
  constructor(handle: core.Network) {
    super(made(handle, core.Network, "a Network is made by Network.fromEdges or plan.partnership.network"));
  }

  /**
   * Reads a network from a table with one row per tie.
   *
   * Rows that say the same of the same pair count once. Ids are compared as labels: 1 and "1" are one partner.
   *
   * @param edges The ties, one row each.
   * @throws {CohesionError} All faults of the rows at once, each with its row: `inconsistent` for a partner tied to
   * itself and for a tie stated by somebody who is said not to have answered, `dangling_id` for a tie to nobody or to
   * somebody who is not in the table of partners, `bad_weight` for a weight that is missing, negative or infinite,
   * `duplicate_id` for two rows that give one tie different weights. Also `missing_column`, `empty_table` without a
   * partner, `out_of_range` for `minimum_completion` outside 0 to 1.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.ties; // 3
   * ```
   */
  static fromEdges(edges: TableInput, options: NetworkOptions): Network {
    const { nodes, ...rest } = given(options);
    return new Network(
      guarded(() => core.Network.fromEdges(Table.of(edges).handle, Table.copied(nodes), optionsJson(rest))),
    );
  }

  /**
   * What partners may be grouped by: the columns of the table of partners, in order.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
   * network.attributes; // ["sector"]
   * ```
   */
  get attributes(): readonly string[] {
    return guarded(() => this.handle.attributes);
  }

  /**
   * Whether a tie from one to another says nothing of the way back.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * !network.directed; // true
   * ```
   */
  get directed(): boolean {
    return guarded(() => this.handle.directed);
  }

  /**
   * The ids of the partners, sorted by their bytes.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.nodes; // ["city", "club", "police", "school"]
   * ```
   */
  get nodes(): readonly string[] {
    return guarded(() => this.handle.nodes);
  }

  /**
   * How many ties there are; in an undirected network each counts once.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.ties; // 3
   * ```
   */
  get ties(): number {
    return guarded(() => this.handle.ties);
  }

  /**
   * Betweenness alone, in the order of `nodes`: what `centrality` says of it, at once.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.betweenness(); // [2, 2, 0, 0]
   * ```
   */
  betweenness(): Float64Array {
    return guarded(() => this.handle.betweenness());
  }

  /**
   * The bridges: ties whose loss cuts partners off from each other. Each row says how many are cut off with its smaller
   * side. Direction is left aside.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.bridges().get(["city", "club"], "cut_off"); // 2
   * ```
   */
  bridges(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.bridges()));
  }

  /**
   * How often every partner stands between two others who are not tied themselves, by role: `coordinator` (all three of
   * one group), `itinerant` (the two others of one group, the broker of another), `representative` (from the own group
   * to outside), `gatekeeper` (from outside into the own group), `liaison` (three groups).
   *
   * Each role has its count, its expectation by chance and the distance from it in standard deviations (`_z`), for
   * every partner and for the whole. By chance every tie is there with the density of the network, independently of the
   * others. The distance is not defined where chance leaves no choice, as for the coordinator of a group of one. In an
   * undirected network every tie leads both ways; counts are then those of ordered pairs, and distances are not given.
   *
   * @throws {CohesionError} `missing_column` for something partners are not grouped by, `out_of_range` for more than
   * 200 groups.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
   * network.brokerage({ by: "sector" }).get(["city"], "gatekeeper"); // 1
   * ```
   */
  brokerage(options: GroupOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.brokerage(optionsJson(options))));
  }

  /**
   * How central every partner is, one row each.
   *
   * Degree counts ties, strength sums their weights; `_in` is what others say of a partner, `_out` what it says of
   * others. Harmonic closeness is defined in every network; classical closeness is not where a partner does not reach
   * all others, and is left empty there. Betweenness counts the pairs whose shortest way leads through a partner (each
   * pair once in an undirected network); its share is of the (n - 1)(n - 2) ordered pairs of others, half as many where
   * undirected. The weighted one takes 1 / weight as the length of a tie. `eigenvector_out` counts a partner by those
   * it names, `eigenvector_in` by those who name it; neither is defined where two separate parts have the same largest
   * eigenvalue, nor where no tie lies on a closed way. `core` is the highest k of a part in which all have k ties.
   *
   * Where some did not answer, degrees have exact bounds; where too few did, everything but degree and strength is left
   * empty.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const centrality = network.centrality();
   * centrality.get(["city"], "degree"); // 2
   * centrality.get(["police"], "betweenness"); // 0
   * ```
   */
  centrality(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.centrality()));
  }

  /**
   * The network as a map, places by `Network.layout`, sizes by ties, colours and shapes by the groups of `by`.
   *
   * On a map of more than 40 partners only the 40 with most ties are named. Ties are drawn without direction.
   *
   * @throws {CohesionError} `missing_column` for something partners are not grouped by, `too_large` for more than 2,500
   * partners.
   */
  chart(options?: MapOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(optionsJson(options))));
  }

  /**
   * Communities: parts with more ties inside than partners with as many ties would have by chance.
   *
   * The partition of highest modularity (Newman and Girvan 2004; `resolution` 1 is theirs, larger gives smaller parts),
   * sought from many seeded starts, 100 unless told, by the Leiden algorithm (Traag, Waltman and van Eck 2019,
   * Scientific Reports 9, 5233), and then proven the best of all by branch and bound where a million steps allow it, as
   * they always do up to 11 partners: `proven` is 1. `reached` is the share of starts that found it, `stability` the
   * mean adjusted Rand index (Hubert and Arabie 1985) between starts: 1 where all find the same. Directions are left
   * aside: a returned tie counts twice. Communities are numbered in the order of their first partner.
   *
   * @throws {CohesionError} `out_of_range` for a resolution that is not above 0 or a number of starts outside 1 to
   * 1,000,000.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const found = network.communities({ resolution: 1 });
   * found.value("communities"); // 2
   * found.get(["police"], "community"); // 1
   * ```
   */
  communities(options?: CommunityOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.communities(optionsJson(options))));
  }

  /**
   * What changed from this wave to a later one, over the partners who are in both and answered in both.
   *
   * Where the partners differ a note says how many were left out: no change is told of them. Ties kept, gone and new;
   * `stability`, the share of kept ties among all that were there in either wave (Jaccard); the change in density with
   * a standard error from as many seeded samples of partners as asked, 5,000 unless told, and an interval by t with n -
   * 1 degrees of freedom. Rows: every partner's ties in both waves. Weights are left aside.
   *
   * @param later The network of the later wave.
   * @throws {CohesionError} As `correlate`.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const fewer = { a: ["city", "club"], b: ["club", "school"] };
   * const later = Network.fromEdges(fewer, { source: "a", target: "b" });
   * const change = network.compare(later);
   * change.value("kept"); // 2
   * ```
   */
  compare(later: Network, options?: CompareOptions): NetworkResult {
    return new NetworkResult(
      guarded(() => this.handle.compare(handleOf("later", later, Network), optionsJson(options))),
    );
  }

  /**
   * What measures of the whole become where the missing answers are filled in: for each its median over seeded
   * completions and where the middle 90 % of them lie. It is a range of what could be, no confidence interval: it knows
   * nothing of why somebody did not answer.
   *
   * An unknown tie is drawn with the share of ties that respondents state: towards somebody who names this partner,
   * towards somebody who does not, or, where the other did not answer either, the density. 200 completions unless told.
   * With every answer given there is nothing to complete, and the figures are those of the network.
   *
   * @throws {CohesionError} `out_of_range` for a number of draws outside 1 to 1,000,000, `too_large` for more than
   * 2,500 partners.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const told = network.completions();
   * told.value("density"); // 0.5
   * ```
   */
  completions(options?: CompletionOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.completions(optionsJson(options))));
  }

  /**
   * A core whose partners are tied to each other and to the others, and a periphery without ties of its own.
   *
   * The core whose ideal pattern - a tie wherever one of the two is in the core, none in the periphery - correlates
   * most with the ties (Borgatti and Everett 2000, Social Networks 21, 375, equations 1 and 2). Every core is looked at
   * up to 20 partners, and `proven` is 1; beyond, the best of many seeded starts, each bettered move by move. `fit` is
   * the correlation. Where the network is empty or complete there is none.
   *
   * @throws {CohesionError} `out_of_range` for a number of starts outside 1 to 1,000,000.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const found = network.corePeriphery();
   * found.value("core_size"); // 2
   * found.get(["police"], "core"); // 0
   * ```
   */
  corePeriphery(options?: SearchOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.corePeriphery(optionsJson(options))));
  }

  /**
   * How far the ties of two networks of the same partners agree: the correlation of their weights over pairs, against
   * permutations of the partners of the other network (quadratic assignment procedure).
   *
   * The p-value is that of a correlation as far from 0; `greater` and `less` are one-sided. All permutations are looked
   * at up to 8 partners, else as many seeded ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1). Where the
   * partners differ, those that both networks have are compared, with a note, and so are those who answered in both.
   * Where one network does not vary (empty or complete with equal weights) there is no correlation; where every
   * permutation gives the same there is no p-value.
   *
   * @param other The other network.
   * @throws {CohesionError} `not_possible` where one network is directed and the other is not; `out_of_range` for a
   * number of permutations outside 1 to 1,000,000; `too_large` for more than 2,500 partners.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.correlate(network).value("correlation"); // 1
   * ```
   */
  correlate(other: Network, options?: CorrelateOptions): NetworkResult {
    return new NetworkResult(
      guarded(() => this.handle.correlate(handleOf("other", other, Network), optionsJson(options))),
    );
  }

  /**
   * Bridging against bonding: the E-I index (Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123) of ties
   * between groups (external) and within (internal), (E - I) / (E + I), from -1 (all within) to 1 (all between).
   *
   * By chance, with the groups dealt anew among the partners, it is 1 - 2 Σ n(n - 1) / (N(N - 1)) exactly; the p-value
   * is that of a distance from there as large as this one. Arrangements are all looked at where there are at most
   * 50,000, else as many random ones as asked, 9,999 unless told, and p is (b + 1) / (m + 1). Where every arrangement
   * gives the same index there is no p-value. Where some did not answer, the bounds are exact: all missing ties within,
   * all between. Rows: the index of every partner's own ties, in both directions.
   *
   * @throws {CohesionError} `missing_column` for something partners are not grouped by, `out_of_range` for a number of
   * permutations outside 1 to 1,000,000.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
   * const index = network.eiIndex({ by: "sector" });
   * index.value("external"); // 1
   * index.get(["city"], "ei_index"); // 0
   * ```
   */
  eiIndex(options: EiOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.eiIndex(optionsJson(options))));
  }

  /**
   * How far the network resembles an out-tree, each measure from 0 to 1 (Krackhardt 1994).
   *
   * `connectedness`: the share of pairs that any way joins, directions left aside. `hierarchy`: of the pairs with a way
   * in one direction at least, the share without a way back. `efficiency`: 1 less the share of ties beyond those a tree
   * needs. `least_upper_bounds`: 1 less the share of pairs without a single nearest boss, counted within components.
   * Each is not defined where there is nothing to count: below two partners, without a way, in components of fewer than
   * two or three.
   *
   * @throws {CohesionError} `too_large` for more than 2,500 partners.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.hierarchy().value("connectedness"); // 1
   * ```
   */
  hierarchy(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.hierarchy()));
  }

  /**
   * Where each partner lies on a map, between -1 and 1: distances in the picture follow distances in the network.
   *
   * Stress majorisation (Gansner, Koren and North 2004, Graph Drawing, 239) from a circle and from classical scaling;
   * nothing is random, and the order of the rows does not matter. Direction and weight of ties are left aside.
   *
   * @throws {CohesionError} `too_large` for more than 2,500 partners.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const layout = network.layout();
   * layout.columns; // ["x", "y"]
   * ```
   */
  layout(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.layout()));
  }

  /**
   * The loss curve: what is left when up to `k` partners, or ties, go.
   *
   * Two measures for every number lost: `pairs`, the share of the pairs that could reach each other before and still
   * can, and `largest`, the share of all partners in the largest part that hangs together. Both in the worst case,
   * whose losses the row names (least pairs; of equals the smaller largest part), and on average over random losses.
   * All choices are looked at where there are at most 20,000; else the worst case is sought greedily, one loss after
   * the other (`exact` is 0), and the average is that of as many seeded draws as asked, 1,000 unless told.
   *
   * @throws {CohesionError} `out_of_range` for a `k` of 0 or above what there is, and for a number of draws outside 1
   * to 1,000,000; `too_large` for more than 2,500 partners.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * const loss = network.loss({ k: 1, of: "partners" });
   * loss.get(["1", "city"], "largest_worst"); // 0.5
   * ```
   */
  loss(options: LossOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.loss(optionsJson(options))));
  }

  /**
   * Ties between groups: one row per pair of groups, with the ties from the first to the second, the ties that answers
   * could have stated, and the share of them. Partners without a group are left out, with a note.
   *
   * @throws {CohesionError} `missing_column` for something partners are not grouped by.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const partners = { id: ["city", "club", "police", "school"], sector: ["public", "civic", "public", "civic"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b", nodes: partners });
   * network.mixing({ by: "sector" }).get(["civic", "public"], "density"); // 0.25
   * ```
   */
  mixing(options: GroupOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.mixing(optionsJson(options))));
  }

  /**
   * What the two of each pair say of their tie: one row per pair of which at least one says something.
   *
   * `stated_a` is the weight that a gives the tie to b (1 without weights), empty where a names no tie or did not
   * answer; `confirmed` is 1 where both state it, 0 where one does and the other does not, empty where the other did
   * not answer. `difference` is the gap between the two weights. In an undirected network both views are one.
   *
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b" });
   * network.pairs().get(["city", "club"], "confirmed"); // 1
   * ```
   */
  pairs(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.pairs()));
  }

  /**
   * How partners are rated by each other: the mean of the weights of the ties that lead to each, with the number of
   * those who rated it.
   *
   * For a survey of trust or of value the weight of a tie is a rating: of reliability, of what a partner brings in. A
   * pair without a tie, or with weight 0, is not rated. A mean of fewer than `minimum` raters (3 or more) is not shown,
   * and no figure is about a single rater.
   *
   * The partners of the result are the population, not a sample: there is no standard error.
   *
   * @throws {CohesionError} `out_of_range` for a minimum below 3; `not_possible` for a network without weights or one
   * that is undirected: nobody rates there.
   * @example
   * ```ts
   * const ratings = { from: ["police", "club", "school", "city"],
   *   to: ["city", "city", "city", "club"],
   *   reliable: [4, 3, 5, 1] };
   * const network = Network.fromEdges(ratings, { source: "from", target: "to", weight: "reliable", directed: true });
   * const received = network.received({ minimum: 3 });
   * received.get(["city"], "mean"); // 4
   * received.get(["club"], "mean"); // null
   * ```
   */
  received(options?: ReceivedOptions): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.received(optionsJson(options))));
  }

  /**
   * The network as a whole: completion, density, reciprocity, components, cut points, bridges, core and centralisation.
   *
   * Density counts the answers that could be given: the rows of those who did not answer are none. Its bounds are
   * exact: all missing answers "no", all "yes". Reciprocity is the share of ties that are returned; `confirmed_pairs`
   * the share of tied pairs in which both say so. Both look only at pairs whose members both answered.
   *
   * Maxima of the centralisations (n partners; directed first, undirected behind it): degree 2 (n - 1)(n - 2) and (n -
   * 1)(n - 2), in- and out-degree (n - 1)², betweenness (n - 1)²(n - 2) and half of it, harmonic closeness n - 1 and (n
   * - 2) / 2, eigenvector n - 1 (a bound that is not reached) and (n - 2) / √2. A measure is not defined, with its
   * reason, below 2 or 3 partners, without ties, and where too few answered (`minimum_completion`).
   *
   * @example
   * ```ts
   * const star = { a: ["city", "city", "city"], b: ["club", "police", "school"] };
   * const summary = Network.fromEdges(star, { source: "a", target: "b" }).summary();
   * summary.value("centralisation_betweenness"); // 1
   * summary.value("cut_points"); // 1
   * ```
   */
  summary(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.summary()));
  }

  /**
   * The undirected network of a rule.
   *
   * A tie is there where one of the two says so (`union`) or both do (`intersection`). Where weights differ, union
   * keeps the larger and intersection the smaller. A pair is unknown where a missing answer could decide it.
   *
   * @param rule Which views make a tie.
   * @throws {CohesionError} `not_possible` for a network that is undirected already.
   * @example
   * ```ts
   * const ties = { a: ["city", "city", "club"], b: ["club", "police", "school"] };
   * const network = Network.fromEdges(ties, { source: "a", target: "b", directed: true });
   * const undirected = network.symmetrised("union");
   * undirected.ties; // 3
   * !undirected.directed; // true
   * ```
   */
  symmetrised(rule: "union" | "intersection"): Network {
    return new Network(guarded(() => this.handle.symmetrised(String(rule))));
  }
}

/**
 * Who takes part in what: a network of partners and activities, with ties between the two kinds only.
 *
 * @example
 * ```ts
 * const rows = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
 * const network = TwoMode.fromEdges(rows, { partner: "partner", activity: "activity" });
 * network.summary().value("density"); // 0.75
 * network.overlap().get(["city", "club"], "shared"); // 1
 * ```
 */
export class TwoMode extends Held<core.TwoMode> {
  /** @internal Made by TwoMode.fromEdges or plan.partnership.activityNetwork. */
  constructor(handle: core.TwoMode) {
    super(made(handle, core.TwoMode, "a TwoMode is made by TwoMode.fromEdges or plan.partnership.activityNetwork"));
  }

  /**
   * Reads a table with one row per partner and activity. Rows that say the same again count once, with a note.
   *
   * @param table One row per partner and activity.
   * @throws {CohesionError} `missing_column`; `dangling_id` for a row without partner or activity; `empty_table`
   * without a row.
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.partners; // ["city", "club"]
   * ```
   */
  static fromEdges(table: TableInput, options: TwoModeOptions): TwoMode {
    return new TwoMode(guarded(() => core.TwoMode.fromEdges(Table.of(table).handle, optionsJson(options))));
  }

  /**
   * The ids of the activities, sorted by their bytes.
   *
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.activities; // ["barbecue", "boxing"]
   * ```
   */
  get activities(): readonly string[] {
    return guarded(() => this.handle.activities);
  }

  /**
   * The ids of the partners, sorted by their bytes.
   *
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.partners; // ["city", "club"]
   * ```
   */
  get partners(): readonly string[] {
    return guarded(() => this.handle.partners);
  }

  /**
   * Every partner and every activity: degree, its share of the other kind, and betweenness by its largest possible
   * value (Borgatti and Everett 1997). The first key is `partner` or `activity`.
   *
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.centrality().get(["partner", "city"], "degree"); // 2
   * ```
   */
  centrality(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.centrality()));
  }

  /**
   * Partners who do things together: one row per pair with at least one activity in common, with how many they share
   * and which share that is of the activities of either (Jaccard).
   *
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.overlap().get(["city", "club"], "shared"); // 1
   * ```
   */
  overlap(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.overlap()));
  }

  /**
   * The whole: how many partners and activities, density, mean degrees, components, activities that one partner carries
   * alone.
   *
   * @example
   * ```ts
   * const table = { partner: ["city", "city", "club"], activity: ["boxing", "barbecue", "barbecue"] };
   * const network = TwoMode.fromEdges(table, { partner: "partner", activity: "activity" });
   * network.summary().value("density"); // 0.75
   * ```
   */
  summary(): NetworkResult {
    return new NetworkResult(guarded(() => this.handle.summary()));
  }
}
