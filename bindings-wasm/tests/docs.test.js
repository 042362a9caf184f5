// Runs the JavaScript of the book: every page's blocks in order, as one module, in a folder with the example files.
// PACKAGE names another folder of the package: ./test runs the book from the packed one as well.
//
// Marks in a page: `<!-- not run: reason -->` above a block that is shown only; `<!-- file: name -->` above a block whose
// text is written to that file first. A `text` block right behind a JavaScript block is what that block prints.

import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { version } from "cohesion-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packageFolder = process.env.PACKAGE ?? fileURLToPath(new URL("../", import.meta.url));

/** The fenced blocks of a page; a `text` block that shows what the one before prints is part of that one. */
function blocksOf(page) {
  const found = [];
  let open;
  let mark = "";
  let proseBetween = true;
  for (const [index, line] of page.split("\n").entries()) {
    if (open !== undefined) {
      if (line !== "```") {
        open.text += `${line}\n`;
        continue;
      }
      const last = found.at(-1);
      if (open.language === "text" && !proseBetween && last.shows === undefined) last.shows = open.text;
      else found.push(open);
      open = undefined;
      proseBetween = false;
    } else if (line.startsWith("```")) {
      open = { language: line.slice(3).trim(), text: "", line: index + 1, mark };
      mark = "";
    } else if (line.trim() !== "") {
      proseBetween = true;
      mark = /^<!-- (.*) -->$/.exec(line)?.[1] ?? "";
    }
  }
  assert.equal(open, undefined, "a block is not closed");
  return found;
}

const runs = (block) => block.language === "js" && !block.mark.startsWith("not run: ");

/** The pages of the book that have JavaScript, and the README. */
function pagesWithCode() {
  const docs = readdirSync(join(root, "docs"), { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(root, "docs", name));
  return [join(root, "README.md"), ...docs.sort()]
    .map((path) => ({ name: relative(root, path), page: readFileSync(path, "utf8") }))
    .filter(({ page }) => blocksOf(page).some(runs));
}

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "cohesion-core-pages-"));
  for (const name of ["somerville.toml", "somerville.csv", "kombi.toml", "kombi.csv"]) {
    copyFileSync(join(root, "cohesion-core", "examples", name), join(folder, name));
  }
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageFolder, join(folder, "node_modules", "cohesion-core"), "dir");
  process.chdir(folder);
});

after(() => {
  process.chdir(root);
  rmSync(folder, { recursive: true });
});

let modules = 0;

/** What differs between what a page shows and what its blocks print. */
async function run(name, page) {
  const blocks = blocksOf(page);
  for (const block of blocks.filter(({ mark }) => mark.startsWith("file: "))) {
    writeFileSync(join(folder, block.mark.slice(6)), block.text);
  }
  const code = blocks.filter(runs);
  const head = [
    'import { format as __format } from "node:util";',
    "export const __printed = [];",
    'let __text = "";',
    'const console = { log: (...parts) => { __text += __format(...parts) + "\\n"; } };',
  ].join(" ");
  const body = code.map((block) => `${block.text}\n__printed.push(__text); __text = "";\n`).join("");
  modules += 1;
  const file = join(folder, `page-${modules}.mjs`);
  writeFileSync(file, `${head}\n${body}`);
  const { __printed: printed } = await import(pathToFileURL(file).href);
  return code.flatMap((block, index) =>
    printed[index] === (block.shows ?? "")
      ? []
      : [`${name}, line ${block.line} shows\n${block.shows ?? ""}and prints\n${printed[index]}`],
  );
}

for (const { name, page } of pagesWithCode()) {
  test(`the JavaScript of ${name} runs and prints what is shown`, async () => {
    assert.equal((await run(name, page)).join("\n"), "");
  });
}

test("a wrong figure in a page is seen", async () => {
  const page = "```js\nconsole.log(1 + 1);\n```\n\n```text\n3\n```\n";
  assert.equal((await run("page", page)).length, 1);
  assert.deepEqual(await run("page", page.replace("3", "2")), []);
});

test("version is that of the package and of the changelog", () => {
  assert.equal(version(), JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version);
  assert.ok(readFileSync(join(root, "CHANGELOG.md"), "utf8").includes(`[${version()}]`));
});

test("the README and the tutorial are among the pages", () => {
  const names = pagesWithCode().map(({ name }) => name);
  for (const name of ["README.md", "docs/tutorial/javascript.md"]) assert.ok(names.includes(name), name);
});
