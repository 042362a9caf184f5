/** Starts the worker from its own file. */
export function startWorker(): Worker {
  return new Worker(new URL("./site-worker.ts", import.meta.url), { type: "module" });
}
