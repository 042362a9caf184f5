import "../../../cohesion-core/src/report/style.css";
import "./style.css";

import { startWorker } from "#start-worker";
import exampleData from "../../../cohesion-core/examples/somerville.csv?raw";
import examplePlan from "../../../cohesion-core/examples/somerville.toml?raw";
import { CohesionError, type Fault } from "../../js/dist/errors.js";
import type { ChartSpec } from "../../js/dist/results.js";
import type { Unparsed } from "../../js/dist/table.js";
import type { Language } from "../../js/dist/text.js";
import { Client, Crash, Stopped } from "./client.js";
import { byId, element, save } from "./dom.js";
import type { Audience, Report } from "./protocol.js";
import { adoptReport } from "./report.js";
import { languageOf, type Texts, texts } from "./texts.js";

/** How many cells that are no numbers the page lists. */
const LISTED = 20;
/** The largest file of answers, in bytes: beyond it the memory of a browser does not reach. */
const LARGEST = 100_000_000;

interface State {
  language: Language;
  /** What was given, as it was given. */
  plan: { name: string; text: string } | undefined;
  report: Report | undefined;
  /** The language of the report that is shown. */
  reportLanguage: Language;
  unparsed: readonly Unparsed[];
  status: keyof Texts | undefined;
}

const state: State = {
  language: languageOf(location.search, navigator.languages),
  plan: undefined,
  report: undefined,
  reportLanguage: "en",
  unparsed: [],
  status: undefined,
};

const client = new Client(startWorker);

function words(): Texts {
  return texts[state.language];
}

/** Writes every text of the page anew in the chosen language. */
function writeTexts(): void {
  document.documentElement.lang = state.language;
  document.title = `${words().title} – cohesion-core`;
  for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
    place.textContent = String(words()[place.dataset.text as keyof Texts]);
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-label]")) {
    place.setAttribute("aria-label", String(words()[place.dataset.label as keyof Texts]));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    if (link.lang === state.language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (state.status !== undefined) say(state.status);
  showUnparsed();
}

/** Says what is going on, to the eye and to a screen reader. */
function say(status: keyof Texts): void {
  state.status = status;
  byId("status").textContent = String(words()[status]);
}

/** Lists what is wrong and moves there. */
function showFaults(title: string, items: readonly string[]): void {
  const box = byId("faults");
  const list = items.map((item) => element("li", item));
  box.replaceChildren(element("h3", title), element("ul", undefined, list));
  box.hidden = false;
  box.focus();
}

function hideFaults(): void {
  byId("faults").hidden = true;
  byId("faults").replaceChildren();
}

function faultText(fault: Fault): string {
  const place = [fault.path, fault.line === null ? "" : words().line(fault.line)].filter((part) => part !== "");
  return `${place.join(", ")}: ${fault.message}`.replace(/^: /, "");
}

function showUnparsed(): void {
  const box = byId("unparsed");
  if (state.unparsed.length === 0) {
    box.replaceChildren();
    return;
  }
  const shown = state.unparsed.slice(0, LISTED);
  const items = shown.map(({ column, row, text }) => element("li", words().unparsedCell(column, row, text)));
  const left = state.unparsed.length - shown.length;
  if (left > 0) items.push(element("li", words().more(left)));
  const title = element("h3", words().unparsedTitle(state.unparsed.length));
  box.replaceChildren(title, element("ul", undefined, items));
}

/** Runs a plan on data, once they are read, and shows the report. */
async function evaluate(
  read: () => Promise<{ plan: { name: string; text: string }; data: Uint8Array }>,
): Promise<void> {
  await busy(async () => {
    const { plan, data } = await read();
    const asOf = byId<HTMLInputElement>("as-of").value;
    const evaluated = await client.evaluate({ ask: "evaluate", plan: plan.text, data, asOf });
    state.plan = plan;
    state.unparsed = evaluated.unparsed;
    await showReport();
    showUnparsed();
    byId("read-title").focus();
  });
}

/** Asks for the report in the chosen language and audience, and shows it. */
async function showReport(): Promise<void> {
  const audience = byId<HTMLSelectElement>("audience").value as Audience;
  const language = state.language;
  const report = await client.report({ ask: "report", language, audience });
  state.report = report;
  state.reportLanguage = language;
  byId("read-empty").hidden = true;
  byId("read-filled").hidden = false;
  byId("keep-empty").hidden = true;
  byId("keep-filled").hidden = false;
  adoptReport(byId("report"), report.fragment);
  await showChart(report.overview);
}

/** Shows a picture with its words. What draws it is fetched with the first one; without it the words are there alone. */
async function showChart(spec: ChartSpec): Promise<void> {
  const figure = element("figure", undefined, [element("figcaption", spec.description ?? "")]);
  byId("overview").replaceChildren(figure);
  const charts = await import("./charts.js").catch(() => undefined);
  await charts?.drawChart(figure, spec);
}

/** Does `work` with the page saying so; what goes wrong is told. */
async function busy(work: () => Promise<void>): Promise<void> {
  hideFaults();
  say("working");
  byId("main").setAttribute("aria-busy", "true");
  byId("cancel").hidden = false;
  pressable(false);
  try {
    await work();
    say("done");
  } catch (error) {
    tell(error);
  } finally {
    byId("main").removeAttribute("aria-busy");
    byId("cancel").hidden = true;
    pressable(true);
  }
}

/** Whether an evaluation can be begun. */
function pressable(yes: boolean): void {
  for (const id of ["example", "evaluate"]) byId<HTMLButtonElement>(id).disabled = !yes;
}

function tell(error: unknown): void {
  if (error instanceof Stopped) {
    say("cancelled");
    return;
  }
  state.status = undefined;
  byId("status").textContent = "";
  if (error instanceof CohesionError) showFaults(words().faultsTitle(error.faults.length), error.faults.map(faultText));
  else if (error instanceof Crash) showFaults(words().crashed, [error.message]);
  else throw error;
}

/** The chosen file of an input, or a fault about the input. */
function chosen(id: "plan" | "data"): File | undefined {
  const input = byId<HTMLInputElement>(id);
  const file = input.files?.[0];
  input.toggleAttribute("aria-invalid", file === undefined);
  return file;
}

async function evaluateFiles(): Promise<void> {
  const [plan, data] = [chosen("plan"), chosen("data")];
  if (plan === undefined || data === undefined) {
    const missing = [plan === undefined ? words().noPlan : "", data === undefined ? words().noData : ""];
    const named = missing.filter((text) => text !== "");
    showFaults(words().faultsTitle(named.length), named);
    return;
  }
  if (data.size > LARGEST) {
    showFaults(words().faultsTitle(1), [words().tooLarge(data.size, LARGEST)]);
    return;
  }
  await evaluate(async () => ({
    plan: { name: plan.name, text: await plan.text() },
    data: new Uint8Array(await data.arrayBuffer()),
  }));
}

async function changeLanguage(language: Language): Promise<void> {
  state.language = language;
  history.replaceState(null, "", `?lang=${language}`);
  hideFaults();
  writeTexts();
  if (state.report !== undefined) await busy(showReport);
}

function saveFile(what: string | undefined): void {
  const { report, plan, reportLanguage: language } = state;
  if (report === undefined || plan === undefined) return;
  if (what === "report") save(`report-${language}.html`, "text/html", report.page);
  else if (what === "spreadsheet") save(`report-${language}.csv`, "text/csv", report.spreadsheet);
  else if (what === "machine") save("report.csv", "text/csv", report.machine);
  else if (what === "json") save("report.json", "application/json", report.json);
  else if (what === "plan") save(plan.name, "text/plain", plan.text);
}

function listen(): void {
  byId("example").addEventListener("click", () => {
    const plan = { name: "plan.toml", text: examplePlan };
    void evaluate(async () => ({ plan, data: new TextEncoder().encode(exampleData) }));
  });
  byId("files").addEventListener("submit", (event) => {
    event.preventDefault();
    void evaluateFiles();
  });
  byId("cancel").addEventListener("click", () => client.stop());
  byId("audience").addEventListener("change", () => void busy(showReport));
  byId("print").addEventListener("click", () => print());
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-save]")) {
    button.addEventListener("click", () => saveFile(button.dataset.save));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void changeLanguage(link.lang as Language);
    });
  }
}

/** Waits for the library; until then there is nothing to press. From here on only what draws charts is fetched. */
async function load(): Promise<void> {
  say("loading");
  try {
    await client.ask({ ask: "ready" });
    pressable(true);
    state.status = undefined;
    byId("status").textContent = "";
  } catch (error) {
    tell(error);
  }
}

const today = new Date();
byId<HTMLInputElement>("as-of").value = [
  today.getFullYear(),
  String(today.getMonth() + 1).padStart(2, "0"),
  String(today.getDate()).padStart(2, "0"),
].join("-");
writeTexts();
listen();
void load();
