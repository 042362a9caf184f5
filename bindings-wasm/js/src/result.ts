import type * as core from "../pkg/core.js";
import { guarded, Held } from "./core.js";
import { frozen, optionsJson } from "./json.js";
import type { ChartSpec, DataColumn, Explanation, LanguageOptions, Note, Provenance } from "./results.js";

/** What the core knows a result by. */
interface Handle {
  free(): void;
  toJson(): string;
  sheet(options: string): core.Sheet;
}

/** A result: tables, what is said of them, and a picture where one shows it. It does not change. */
export abstract class Result<Made extends Handle, Content extends object> extends Held<Made> {
  readonly #json: string;
  /** Everything it says, as plain data. */
  readonly content: Content;

  /** @internal */
  constructor(handle: Made) {
    super(handle);
    this.#json = handle.toJson();
    this.content = frozen(JSON.parse(this.#json));
  }

  /** Findings about the whole. */
  get notes(): readonly Note[] {
    if ("notes" in this.content) return this.content.notes as readonly Note[];
    return frozen(JSON.parse(this.#sheet((sheet) => sheet.notes())));
  }

  /** Where the figures come from, as far as the result knows. */
  get provenance(): Provenance {
    if ("provenance" in this.content) return this.content.provenance as Provenance;
    return frozen(JSON.parse(this.#sheet((sheet) => sheet.provenance())));
  }

  /** The result as JSON: the same bytes in every language. */
  toJson(): string {
    return this.#json;
  }

  /** How it was made: formula, source, inputs, assumptions, and the call of R that gives the same. */
  explain(options?: LanguageOptions): Explanation {
    return JSON.parse(this.#sheet((sheet) => sheet.explain(), options));
  }

  /** The result as aligned tables, with all that is said of the figures below them. */
  toText(options?: LanguageOptions): string {
    return this.#sheet((sheet) => sheet.toText(), options);
  }

  /** The result as small HTML tables: no script, no address; at most 15 kB. */
  toHtml(options?: LanguageOptions): string {
    return this.#sheet((sheet) => sheet.toHtml(), options);
  }

  /** The result as Markdown. */
  toMarkdown(options?: LanguageOptions): string {
    return this.#sheet((sheet) => sheet.toMarkdown(), options);
  }

  /** One line per row as CSV for programs: unrounded, a point for decimals. */
  toCsv(): string {
    return this.#sheet((sheet) => sheet.toCsv());
  }

  /** The columns of `toCsv` with their values; `null` where one is missing. */
  toColumns(): readonly DataColumn[] {
    return JSON.parse(this.#sheet((sheet) => sheet.toColumns()));
  }

  /**
   * The picture that shows the result, as a Vega-Lite specification that holds its data and no address.
   *
   * @throws {CohesionError} `not_possible` where no picture shows it.
   */
  chart(options?: LanguageOptions): ChartSpec {
    return JSON.parse(this.#sheet((sheet) => sheet.chart(), options));
  }

  /** What `JSON.stringify` writes. */
  toJSON(): unknown {
    return this.content;
  }

  #sheet(write: (sheet: core.Sheet) => string, options?: LanguageOptions): string {
    return guarded(() => {
      const sheet = this.handle.sheet(optionsJson(options));
      try {
        return write(sheet);
      } finally {
        sheet.free();
      }
    });
  }
}
