import * as core from "../pkg/core.js";
import type { RegressionContent, RegressionTerm } from "./content.js";
import { guarded } from "./core.js";
import { Estimates, type Label } from "./estimates.js";
import { Result } from "./result.js";
import { Test } from "./test-result.js";

export type { RegressionContent, RegressionTerm } from "./content.js";

/** The domain and the level of a model or a test. */
export interface DomainOptions {
  /** For the rows whose label in each column is one of the values. The other rows stay in the design. */
  readonly where?: { readonly [column: string]: Label | readonly Label[] };
  /** Confidence level of the intervals, between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

/** Options of a regression. */
export interface RegressionOptions extends DomainOptions {
  /** The regressors. */
  readonly on: string | readonly string[];
  /** What the outcome is like; `"gaussian"` unless given. */
  readonly family?: "gaussian" | "binomial" | "poisson";
  /** Regressors whose numbers are codes of groups. */
  readonly categorical?: string | readonly string[];
}

/** Options of a t test: one of `by`, `against` and `paired`. */
export type TTestOptions = DomainOptions &
  (
    | {
        /** The column of two groups. */
        readonly by: string;
      }
    | {
        /** The number that the mean is held against. */
        readonly against: number;
      }
    | {
        /** The column of the same people's earlier answer, which is taken off. */
        readonly paired: string;
      }
  );

/** A regression with design-based errors. It does not change. */
export class Regression extends Result<core.Regression, RegressionContent> {
  /**
   * Reads what `toJson` wrote.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 7, 8], age: [20, 30, 40, 50, 60] });
   * const regression = survey.regress("trust", { on: "age" });
   * Regression.fromJson(regression.toJson()).terms.length; // 2
   * ```
   */
  static fromJson(text: string): Regression {
    return new Regression(guarded(() => core.Regression.fromJson(text)));
  }

  /**
   * The intercept and the terms, in the order they were asked.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 7, 8], age: [20, 30, 40, 50, 60] });
   * const regression = survey.regress("trust", { on: "age" });
   * regression.terms.map((term) => term.term); // ["(Intercept)","age"]
   * ```
   */
  get terms(): readonly RegressionTerm[] {
    return this.content.terms;
  }

  /**
   * The term of that name.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 7, 8], age: [20, 30, 40, 50, 60] });
   * const regression = survey.regress("trust", { on: "age" });
   * regression.get("age")?.term; // "age"
   * ```
   */
  get(term: string): RegressionTerm | undefined {
    return this.terms.find((other) => other.term === term);
  }

  /**
   * The terms as a table of figures with their covariance.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 7, 8], age: [20, 30, 40, 50, 60] });
   * const regression = survey.regress("trust", { on: "age" });
   * regression.estimates().rows.length; // 2
   * ```
   */
  estimates(): Estimates {
    return Estimates.from(() => this.handle.estimates());
  }

  /**
   * Wald's test that all terms of these columns are 0, held against F.
   *
   * @example
   * ```ts
   * const survey = new Survey({ trust: [2, 4, 5, 7, 8], age: [20, 30, 40, 50, 60] });
   * const regression = survey.regress("trust", { on: "age" });
   * regression.test("age").content.df1; // 1
   * ```
   */
  test(variables: string | readonly string[]): Test {
    const asked = typeof variables === "string" ? [variables] : variables.map(String);
    return Test.from(() => this.handle.test(asked));
  }
}
