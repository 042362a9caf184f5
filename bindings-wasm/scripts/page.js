// Builds the page twice: for a web server, and as one HTML file that opens from disk.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "vite";

import { packageFolder } from "./run.js";

const page = join(packageFolder, "page");
const parts = join(page, "dist", "parts");
const configFile = join(page, "vite.config.ts");

await build({ root: page, configFile, mode: "site", logLevel: "warn" });
await build({ root: page, configFile, mode: "single-file", logLevel: "warn" });

const html = readFileSync(join(page, "index.html"), "utf8");
const script = inScript(readFileSync(join(parts, "page.js"), "utf8"));
const style = readFileSync(join(parts, "page.css"), "utf8");
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  `style-src ${hashOf(style)}`,
  "img-src data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const single = [
  [/content="default-src [^"]*"/, `content="${policy}"`],
  [/<script type="module"[^>]*><\/script>/, `<style>${style}</style>`],
  ["</body>", `  <script>${script}</script>\n  </body>`],
].reduce((text, [from, to]) => replaceOnce(text, from, to), html);

mkdirSync(join(page, "dist", "single"), { recursive: true });
writeFileSync(join(page, "dist", "single", "cohesion-core.html"), single);
rmSync(parts, { recursive: true });
console.log(`single file: ${single.length} characters`);

/** The text of a script as it may stand between script tags. */
function inScript(text) {
  return text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/** The policy's name for an inline script or style. */
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

function replaceOnce(text, from, to) {
  const replaced = text.replace(from, () => to);
  if (replaced === text) throw new Error(`index.html has no ${from}`);
  return replaced;
}
