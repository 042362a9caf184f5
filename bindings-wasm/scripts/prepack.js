// The licences lie at the top of the workspace; npm packs only what is in the package's own folder.

import { copyFileSync } from "node:fs";
import { join } from "node:path";

import { packageFolder, workspaceFolder } from "./run.js";

for (const name of ["LICENSE-MIT", "LICENSE-APACHE"])
  copyFileSync(join(workspaceFolder, name), join(packageFolder, name));
