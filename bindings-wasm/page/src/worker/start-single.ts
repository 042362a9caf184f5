import InlineWorker from "./single-worker.ts?worker&inline";

/** Starts the worker from its text, which lies in this script. */
export function startWorker(): Worker {
  return new InlineWorker();
}
