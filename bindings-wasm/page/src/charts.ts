import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

import type { Chart } from "./protocol.js";

/** Draws the charts below each other. Nothing is loaded, and no text is run as code: the page's policy forbids both. */
export async function drawCharts(container: HTMLElement, charts: readonly Chart[]): Promise<void> {
  const figures = await Promise.all(charts.map(figure));
  container.replaceChildren(...figures);
}

async function figure({ title, spec }: Chart): Promise<HTMLElement> {
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  const drawing = document.createElement("div");
  const element = document.createElement("figure");
  element.append(drawing, caption);
  const runtime = vega.parse(compile(spec as TopLevelSpec).spec, undefined, { ast: true });
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: "svg",
    container: drawing,
    loader: refusingLoader(),
    hover: false,
  });
  await view.runAsync();
  const svg = drawing.querySelector("svg");
  // Vega's own description of axes and marks is English whatever the page speaks.
  svg?.setAttribute("aria-label", title);
  svg?.setAttribute("role", "img");
  for (const part of svg?.querySelectorAll("[aria-roledescription]") ?? []) part.setAttribute("aria-hidden", "true");
  return element;
}

function refusingLoader(): vega.Loader {
  const refuse = () => Promise.reject(new Error("a chart carries its own data"));
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as vega.Loader;
}
