import type * as core from "../pkg/core.js";
import { Held } from "./core.js";
import { Estimates, optionsJson } from "./estimates.js";
import { type EstimateOptions, named } from "./options.js";

/** What the core has figures of. */
interface Figured {
  free(): void;
  figure(name: string, columns: string[], options: string): core.Estimates;
}

/** Figures of one or two columns, which a survey makes of its rows and a summary of its sums. */
export class Figures<Handle extends Figured> extends Held<Handle> {
  /** @internal */
  protected figure(name: string, columns: readonly string[], options?: EstimateOptions): Estimates {
    return Estimates.from(() => this.handle.figure(name, columns.map(named), optionsJson(options)));
  }

  /** The ratio of the weighted totals of two columns, from the rows that answered both. */
  ratio(numerator: string, denominator: string, options?: EstimateOptions): Estimates {
    return this.figure("ratio", [numerator, denominator], options);
  }

  /** The variance of a column among the population: the weighted mean of squared distances, times n / (n - 1). */
  variance(variable: string, options?: EstimateOptions): Estimates {
    return this.figure("variance", [variable], options);
  }

  /** The weighted correlation of two columns, from the rows that answered both; its interval is Fisher's. */
  correlation(x: string, y: string, options?: EstimateOptions): Estimates {
    return this.figure("correlation", [x, y], options);
  }

  /**
   * The coefficient of variation of a column: the root of the variance over the mean, which must be above 0.
   */
  coefficientOfVariation(variable: string, options?: EstimateOptions): Estimates {
    return this.figure("coefficient_of_variation", [variable], options);
  }

  /**
   * The Theil index of a column of amounts of 0 or more: 0 where all are alike, ln n where one of n has everything.
   */
  theil(variable: string, options?: EstimateOptions): Estimates {
    return this.figure("theil", [variable], options);
  }

  /**
   * The Gini coefficient of a column of amounts of 0 or more:
   * 0 where all are alike, 1 - 1 / n where one of n has everything.
   */
  gini(variable: string, options?: EstimateOptions): Estimates {
    return this.figure("gini", [variable], options);
  }
}
