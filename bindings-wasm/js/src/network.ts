import * as core from "../pkg/core.js";
import { guarded, Held, made } from "./core.js";
import { fault } from "./errors.js";
import { type Label, optionsJson } from "./estimates.js";
import { isPlainObject, shown } from "./json.js";
import { NetworkResult } from "./network-results.js";
import type { RecordTables } from "./plan.js";
import type { ChartSpec, LanguageOptions } from "./results.js";
import { Table, type TableInput } from "./table.js";

/** How a network is read from a table of ties. */
export interface NetworkOptions {
  /** The column of the partner at one end; in a directed network, of the one who says so. */
  readonly source: string;
  /** The column of the partner at the other end. */
  readonly target: string;
  /** The column of strengths: numbers from 0 up, larger is stronger; 0 is no tie. */
  readonly weight?: string;
  /** Whether a tie from one to another says nothing of the way back; `false` unless given. */
  readonly directed?: boolean;
  /** The partners, one row each: their id, and columns to group them by. With it, a tie to anybody else is a fault. */
  readonly nodes?: TableInput;
  /** The column of ids in `nodes`; `"id"` unless given. */
  readonly id?: string;
  /** The partners who answered; everybody unless given. */
  readonly respondents?: readonly Label[];
  /** The share of partners who must have answered for measures of the whole pattern; 0.7 unless given. */
  readonly minimum_completion?: number;
}

/** Which of a plan's ties make a network. */
export interface PlanNetworkOptions {
  /** Tables of records by kind, where the plan holds no ties itself. */
  readonly records?: RecordTables;
  /** The wave of the ties; needed where they are of several. */
  readonly wave?: string;
  /** The kind of the ties; needed where they are of several. Of several kinds a tie has its mean over those. */
  readonly kind?: string | readonly string[];
  /** The stakeholders who answered; everybody unless given. */
  readonly respondents?: readonly Label[];
}

/** By which column of the partners. */
export interface GroupOptions {
  readonly by: string;
}

/** Options of the E-I index. */
export interface EiOptions extends GroupOptions {
  /** How many arrangements, where there are too many to look at all; 9,999 unless given. */
  readonly permutations?: number;
  /** 1 unless given; the same seed gives the same figures in every language. */
  readonly seed?: number;
}

/** Options of a search. */
export interface SearchOptions {
  /** How many starts; 100 unless given. */
  readonly starts?: number;
  readonly seed?: number;
}

/** Options of communities. */
export interface CommunityOptions extends SearchOptions {
  /** 1 unless given; larger gives smaller communities. */
  readonly resolution?: number;
}

/** Options of received ratings. */
export interface ReceivedOptions {
  /** The fewest raters of a mean that is shown; 3, and not less, unless given. */
  readonly minimum?: number;
}

/** Options of a loss curve. */
export interface LossOptions {
  /** Up to how many go. */
  readonly k: number;
  /** What goes; `"partners"` unless given. */
  readonly of?: "partners" | "ties";
  /** How many random losses, where there are too many to look at all; 1,000 unless given. */
  readonly draws?: number;
  readonly seed?: number;
}

/** Options of a correlation. */
export interface CorrelateOptions {
  /** How many permutations above 8 partners; 9,999 unless given. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** Options of a comparison. */
export interface CompareOptions {
  /** How many samples of partners; 5,000 unless given. */
  readonly samples?: number;
  readonly seed?: number;
}

/** Options of completions. */
export interface CompletionOptions {
  /** How many completions; 200 unless given. */
  readonly draws?: number;
  readonly seed?: number;
}

/** Options of a map. */
export interface MapOptions extends LanguageOptions {
  /** Colours and shapes by this column of the partners. */
  readonly by?: string;
}

/** Columns of a table of partners and activities. */
export interface TwoModeOptions {
  readonly partner: string;
  readonly activity: string;
}

const result = (call: () => core.NetworkResult): NetworkResult => new NetworkResult(guarded(call));

/** Partners and the ties between them, as they were stated; sorted by the bytes of their ids. */
export class Network extends Held<core.Network> {
  /** @internal Use `Network.fromEdges` or `plan.partnership.network`. */
  constructor(handle: core.Network) {
    super(made(handle, core.Network, "a network is made by Network.fromEdges or plan.partnership.network"));
  }

  /**
   * Reads a network from a table with one row per tie.
   *
   * @throws {CohesionError} with all faults of the rows at once: a partner tied to itself, a tie to nobody, a weight that
   * is none, two rows that give one tie different weights.
   */
  static fromEdges(edges: TableInput, options: NetworkOptions): Network {
    if (!isPlainObject(options)) {
      throw fault("wrong_type", "options", `the options are ${shown(options)}, not { source: …, target: … }`);
    }
    const { nodes, ...rest } = options as NetworkOptions;
    const ties = Table.of(edges);
    if (nodes === undefined) return new Network(guarded(() => core.Network.fromEdges(ties.handle, optionsJson(rest))));
    const partners = Table.of(nodes);
    return new Network(guarded(() => core.Network.fromEdgesAndNodes(ties.handle, partners.handle, optionsJson(rest))));
  }

  /** The ids of the partners, sorted by their bytes. */
  get nodes(): readonly string[] {
    return guarded(() => this.handle.nodes());
  }

  /** What partners may be grouped by. */
  get attributes(): readonly string[] {
    return guarded(() => this.handle.attributes());
  }

  /** Whether a tie from one to another says nothing of the way back. */
  get directed(): boolean {
    return guarded(() => this.handle.directed());
  }

  /** How many ties there are; in an undirected network each counts once. */
  get ties(): number {
    return guarded(() => this.handle.ties());
  }

  /** The undirected network in which a tie is there where one of the two says so (`union`) or both do (`intersection`). */
  symmetrised(rule: "union" | "intersection"): Network {
    return new Network(guarded(() => this.handle.symmetrised(String(rule))));
  }

  /** The whole: completion, density with exact bounds, reciprocity, components, cut points, bridges, centralisation. */
  summary(): NetworkResult {
    return result(() => this.handle.summary());
  }

  /** How central every partner is: degree, strength, closeness, betweenness, eigenvector, core. */
  centrality(): NetworkResult {
    return result(() => this.handle.centrality());
  }

  /** Betweenness alone, in the order of `nodes`. */
  betweenness(): Float64Array {
    return guarded(() => this.handle.betweenness());
  }

  /** What the two of each pair say of their tie: confirmed, disputed, or not to be told. */
  pairs(): NetworkResult {
    return result(() => this.handle.pairs());
  }

  /**
   * How partners are rated by each other: the mean of the weights of the ties that lead to each. A mean of fewer than
   * `minimum` raters is not shown; no figure is about a single rater.
   *
   * @throws {CohesionError} `out_of_range` for a minimum below 3, `not_possible` for a network without weights or one that
   * is undirected.
   */
  received(options: ReceivedOptions = {}): NetworkResult {
    return result(() => this.handle.received(optionsJson(options)));
  }

  /** The ties whose loss cuts partners off from each other, and how many they cut off. */
  bridges(): NetworkResult {
    return result(() => this.handle.bridges());
  }

  /** Ties within and between groups, with the ties that answers could have stated. */
  mixing(options: GroupOptions): NetworkResult {
    return result(() => this.handle.mixing(optionsJson(options)));
  }

  /** Bridging against bonding: the E-I index (Krackhardt and Stern 1988) with a permutation test. */
  eiIndex(options: EiOptions): NetworkResult {
    return result(() => this.handle.eiIndex(optionsJson(options)));
  }

  /** How often every partner stands between two others who are not tied, by role (Gould and Fernandez 1989). */
  brokerage(options: GroupOptions): NetworkResult {
    return result(() => this.handle.brokerage(optionsJson(options)));
  }

  /** Communities of highest modularity by the Leiden algorithm (Traag, Waltman and van Eck 2019), with stability. */
  communities(options?: CommunityOptions): NetworkResult {
    return result(() => this.handle.communities(optionsJson(options)));
  }

  /** A core tied to all and a periphery without ties of its own (Borgatti and Everett 2000). */
  corePeriphery(options?: SearchOptions): NetworkResult {
    return result(() => this.handle.corePeriphery(optionsJson(options)));
  }

  /** How far the network resembles an out-tree (Krackhardt 1994). */
  hierarchy(): NetworkResult {
    return result(() => this.handle.hierarchy());
  }

  /** What is left when up to `k` partners or ties go, in the worst case and on average. */
  loss(options: LossOptions): NetworkResult {
    return result(() => this.handle.loss(optionsJson(options)));
  }

  /** How far the ties of two networks of the same partners agree (quadratic assignment procedure). */
  correlate(other: Network, options?: CorrelateOptions): NetworkResult {
    return result(() => this.handle.correlate(handleOf("other", other), optionsJson(options)));
  }

  /** What changed from this wave to a later one, over the partners of both. */
  compare(later: Network, options?: CompareOptions): NetworkResult {
    return result(() => this.handle.compare(handleOf("later", later), optionsJson(options)));
  }

  /** What measures of the whole become where the missing answers are filled in: a range, no confidence interval. */
  completions(options?: CompletionOptions): NetworkResult {
    return result(() => this.handle.completions(optionsJson(options)));
  }

  /** Where each partner lies on a map, between -1 and 1; nothing is random. */
  layout(): NetworkResult {
    return result(() => this.handle.layout());
  }

  /** The network as a map: a Vega-Lite specification that holds its data and no address. */
  chart(options?: MapOptions): ChartSpec {
    return JSON.parse(guarded(() => this.handle.chart(optionsJson(options))));
  }
}

function handleOf(argument: string, network: Network): core.Network {
  if (network instanceof Network) return network.handle;
  throw fault("wrong_type", argument, `\`${argument}\` is ${shown(network)}, not a Network`);
}

/** Who takes part in what: a network of partners and activities. */
export class TwoMode extends Held<core.TwoMode> {
  /** @internal Use `TwoMode.fromEdges` or `plan.partnership.activityNetwork`. */
  constructor(handle: core.TwoMode) {
    super(handle);
  }

  /** Reads a table with one row per partner and activity. */
  static fromEdges(table: TableInput, options: TwoModeOptions): TwoMode {
    const rows = Table.of(table);
    return new TwoMode(guarded(() => core.TwoMode.fromEdges(rows.handle, optionsJson(options))));
  }

  /** The ids of the partners, sorted by their bytes. */
  get partners(): readonly string[] {
    return guarded(() => this.handle.partners());
  }

  /** The ids of the activities, sorted by their bytes. */
  get activities(): readonly string[] {
    return guarded(() => this.handle.activities());
  }

  /** The whole: partners, activities, density, mean degrees, components, activities one partner carries alone. */
  summary(): NetworkResult {
    return result(() => this.handle.summary());
  }

  /** Every partner and every activity: degree, its share of the other kind, betweenness. */
  centrality(): NetworkResult {
    return result(() => this.handle.centrality());
  }

  /** Pairs of partners with an activity in common. */
  overlap(): NetworkResult {
    return result(() => this.handle.overlap());
  }
}
