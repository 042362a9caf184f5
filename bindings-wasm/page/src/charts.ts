import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

import type { ChartSpec } from "../../js/dist/index.js";
import { element } from "./dom.js";

/** Draws a chart. No text is run as code, and nothing is loaded: the page's policy forbids both. */
export async function drawChart(place: HTMLElement, spec: ChartSpec): Promise<void> {
  const drawing = element("div");
  place.prepend(drawing);
  const runtime = parse(compile(spec as unknown as TopLevelSpec).spec, undefined, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, renderer: "svg", container: drawing, hover: false });
  await view.runAsync();
  const svg = drawing.querySelector("svg");
  // The caption says the same in words; what Vega says of axes and marks is English whatever the page speaks.
  svg?.setAttribute("aria-hidden", "true");
  svg?.setAttribute("focusable", "false");
}
