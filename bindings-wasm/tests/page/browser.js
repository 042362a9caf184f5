// Chromium, a server for the built page, and what the tests watch while they drive it.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const dist = fileURLToPath(new URL("../../page/dist/", import.meta.url));

/** The page in one file. */
export const singleFile = join(dist, "single", "cohesion-core.html");

/** Why the tests are left out, where that was asked for. */
export const skip = process.env.NO_BROWSER === "1" ? "NO_BROWSER=1" : false;

function executable() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const path = found.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (path !== undefined) return path;
  throw new Error("Chromium was not found. Run: sudo apt-get install chromium (or set CHROMIUM, or NO_BROWSER=1)");
}

/** Starts Chromium so that it makes no connection of its own. */
export function startChromium() {
  return chromium.launch({
    executablePath: executable(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Serves the built site; resolves to its address. */
export async function startServer() {
  const site = join(dist, "site");
  const server = createServer((request, response) => {
    const path = normalize(join(site, new URL(request.url, "http://localhost").pathname));
    const file = path.endsWith(sep) ? join(path, "index.html") : path;
    if (!file.startsWith(site) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A page that remembers its requests, its errors and every violation of its policy. */
export async function watchedPage(browser, options = {}) {
  const context = await browser.newContext({ acceptDownloads: true, locale: "en", ...options });
  const page = await context.newPage();
  const watched = { requests: [], errors: [], violations: [] };
  page.on("request", (request) => watched.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && watched.errors.push(message.text()));
  page.on("pageerror", (error) => watched.errors.push(String(error)));
  await page.exposeFunction("reportViolation", (violation) => watched.violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, context, watched };
}

/** Waits until the library is loaded, presses "Try the example" and waits for the report. */
export async function tryExample(page) {
  await page.locator("#example:enabled").click();
  await page.locator("#read-filled:not([hidden])").waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
}
