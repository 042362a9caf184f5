// Runs a command, shows what it prints, and stops the whole build where it fails.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the npm package. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** The folder of the workspace. */
export const workspaceFolder = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs `command` in `folder`.
 * @param {string} command
 * @param {string[]} words
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function run(command, words, folder = packageFolder, env = process.env) {
  const done = spawnSync(command, words, { cwd: folder, stdio: "inherit", env });
  if (done.error) throw done.error;
  if (done.status !== 0) {
    console.error(`failed (${done.status ?? done.signal}): ${command} ${words.join(" ")}`);
    process.exit(done.status ?? 1);
  }
}
