// How the library is loaded: what is said before it is there, and every form in which its wasm module may come. Each
// loading needs a process of its own, since a process has one library.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "vite";

const address = (path) => new URL(path, import.meta.url).href;
const web = address("../js/dist/web.js");
const wasm = fileURLToPath(address("../js/pkg/core_bg.wasm"));

/** What a program prints that can use the library of browsers as `library`, and the wasm file as `bytes`. */
function printed(program, entry = web) {
  const head = `
    import { readFileSync } from "node:fs";
    import * as library from ${JSON.stringify(entry)};
    const bytes = readFileSync(${JSON.stringify(wasm)});
    const refused = (error) => console.log(error.constructor.name, error.kind, error.message);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", head + program], {
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  return stdout.trim();
}

const mean = 'console.log(new library.Survey({ x: [1, 2, 6] }).mean("x").get().value);';

test("before the library is there every call says to await it", () => {
  const calls = [
    "library.version()",
    "new library.Survey({ x: [1] })",
    "new library.Table({ x: [1] })",
    'library.Plan.parse("title = 1")',
    'library.readCsv("x")',
    "library.publishRule()",
    'library.Estimates.fromJson("{}")',
    'library.Network.fromEdges({ a: ["x"], b: ["y"] }, { source: "a", target: "b" })',
    "new library.Summary({})",
  ];
  const program = calls.map((call) => `try { ${call}; } catch (error) { refused(error); }`).join("\n");
  const said = printed(program).split("\n");
  assert.equal(said.length, calls.length);
  for (const line of said) assert.match(line, /^CohesionError not_ready .*await ready/);
});

test("the wasm module is taken as bytes, as a module, as a response and by its address", () => {
  const response = 'new Response(bytes, { headers: { "content-type": "application/wasm" } })';
  const sources = [
    "bytes",
    "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
    "new WebAssembly.Module(bytes)",
    response,
    "new Response(bytes)",
    `Promise.resolve(${response})`,
    '"data:application/wasm;base64," + bytes.toString("base64")',
    'new URL("data:application/wasm;base64," + bytes.toString("base64"))',
  ];
  for (const source of sources) assert.equal(printed(`await library.init(${source}); ${mean}`), "3", source);
});

test("what is no module is refused, and the right one may follow", () => {
  const wrong = ["new Uint8Array(8)", '"no address"', 'new Response("", { status: 404 })', "undefined"];
  const tries = wrong.map((source) => `await library.init(${source}).catch(refused);`).join("\n");
  const said = printed(`${tries} await library.init(bytes); await library.init(new Uint8Array(8)); ${mean}`).split(
    "\n",
  );
  assert.equal(said.pop(), "3");
  assert.equal(said.length, wrong.length);
  for (const line of said) assert.match(line, /^CohesionError file the wasm module .* could not be loaded/);
});

test("nothing is asked for until somebody waits, and then once", () => {
  const program = `
    const asked = [];
    globalThis.fetch = async (url) => {
      asked.push(String(url));
      return new Response(bytes, { headers: { "content-type": "application/wasm" } });
    };
    await new Promise((resolve) => setTimeout(resolve, 10));
    console.log(asked.length);
    await Promise.all([library.ready, library.ready.then(() => 1), library.ready.finally(() => 1)]);
    console.log(asked.length, asked[0].endsWith("/js/pkg/core_bg.wasm"));
    ${mean}
  `;
  assert.equal(printed(program), "0\n1 true\n3");
});

test("a bundle in one piece loads itself, or takes its bytes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cohesion-core-bundle-"));
  try {
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      resolve: { conditions: ["browser"] },
      build: {
        outDir: folder,
        minify: false,
        lib: { entry: fileURLToPath(web), formats: ["es"], fileName: "bundle" },
        rollupOptions: { output: { entryFileNames: "bundle.mjs" } },
      },
    });
    const entry = join(folder, "bundle.mjs");
    assert.equal(printed(`await library.ready; ${mean}`, entry), "3");
    assert.equal(printed(`await library.init(bytes); ${mean}`, entry), "3");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
