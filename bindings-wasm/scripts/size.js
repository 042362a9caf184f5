// Compares what a page loads with size-budget.json: the wasm module; the page at its first visit; the page with a chart.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

import { packageFolder } from "./run.js";

const { wasm, page, page_with_chart } = JSON.parse(readFileSync(join(packageFolder, "size-budget.json"), "utf8"));
const site = join(packageFolder, "page", "dist", "site");

check("wasm", [join(packageFolder, "js", "pkg", "core_bg.wasm")], wasm);
if (existsSync(site)) {
  const files = filesOf(site);
  // What draws charts is a file of its own, which is asked for with the first chart.
  const first = files.filter((file) => !basename(file).startsWith("charts-"));
  if (first.length !== files.length - 1) throw new Error("the page has not one file that draws charts");
  check("page, first visit", first, page);
  check("page, with a chart", files, page_with_chart);
} else console.log("page: not built (npm run page)");

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Says how large these files are together and fails where that is more than the budget. */
function check(what, files, budget) {
  const contents = files.map((file) => readFileSync(file));
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0);
  const found = {
    bytes: sum(contents.map((content) => content.length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
  for (const [name, most] of Object.entries(budget)) {
    const fits = found[name] <= most;
    console.log(`${what}: ${found[name]} of ${most} ${name}: ${fits ? "ok" : "TOO LARGE"}`);
    if (!fits) process.exitCode = 1;
  }
}
