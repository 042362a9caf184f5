// Packs the package, installs it in an empty folder and runs the code of its README there.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { run, workspaceFolder } from "./run.js";

const folder = join(process.env.CARGO_TARGET_DIR ?? join(workspaceFolder, "target"), "packed");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

run("npm", ["pack", "--silent", "--pack-destination", folder]);
const [archive] = readdirSync(folder);
writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
run("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", `./${archive}`], folder);

const readme = readFileSync(join(folder, "node_modules", "cohesion-core", "README.md"), "utf8");
const programs = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1]);
if (programs.length === 0) throw new Error("the README of the package has no code");
for (const [index, program] of programs.entries()) {
  const file = `readme-${index + 1}.js`;
  writeFileSync(join(folder, file), program);
  run("node", [file], folder);
}

const { scripts = {} } = JSON.parse(
  readFileSync(join(folder, "node_modules", "cohesion-core", "package.json"), "utf8"),
);
const atInstall = ["preinstall", "install", "postinstall"].filter((name) => name in scripts);
if (atInstall.length > 0) throw new Error(`the package runs scripts when it is installed: ${atInstall}`);
