import { initSync, __wbg_reset_state as renew } from "../pkg/core.js";
import { CohesionError, fault } from "./errors.js";

/** Where the wasm module comes from: its bytes, the module, a response that brings it, or its address. */
export type WasmSource = BufferSource | WebAssembly.Module | Response | PromiseLike<Response> | URL | string;

/** Which instance of the module runs, counted from 1; 0 before there is one. */
let instance = 0;
/** How many calls are under way: a callback may make a call within a call. */
let depth = 0;
/** What the instance broke down with, until there is a fresh one. */
let breakdown: unknown;

/** Starts the library with a module that is there. */
export function start(module: WebAssembly.Module): void {
  if (instance > 0) return;
  initSync({ module });
  instance = 1;
}

/**
 * Loads the library where it cannot find its wasm module by itself: in edge workers, in scripts of one piece, in pages
 * opened from disk. The file is `cohesion-core/wasm` of the package. Once loaded, further calls change nothing.
 *
 * @throws {CohesionError} `file` where nothing or something else comes from there
 */
export async function init(source: WasmSource | PromiseLike<WasmSource>): Promise<void> {
  if (instance > 0) return;
  try {
    start(await compiled(await source));
  } catch (error) {
    throw fault("file", "", `the wasm module of the library could not be loaded: ${error}`);
  }
}

async function compiled(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return compiled(await fetch(source));
  if (!(source instanceof Response)) return WebAssembly.compile(source as BufferSource);
  if (!source.ok) throw new Error(`${source.url} answered ${source.status}`);
  // A server that does not know the type of wasm files is no reason to fail.
  const typed = source.headers.get("content-type") === "application/wasm";
  return typed ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

/**
 * Runs `call` and turns whatever goes wrong in the core into a `CohesionError`. What is left of an instance that broke
 * down is never used again: the next call has a fresh one.
 */
export function guarded<T>(call: () => T): T {
  if (instance === 0)
    throw fault("not_ready", "", "the library is not loaded yet: `await ready` before the first call");
  if (depth === 0 && breakdown !== undefined) replace();
  depth += 1;
  try {
    const made = call();
    if (breakdown === undefined) return made;
  } catch (thrown) {
    if (!isBreakdown(thrown)) throw typeof thrown === "string" ? told(thrown) : thrown;
    breakdown ??= thrown;
  } finally {
    depth -= 1;
  }
  const lost = "what was made before is lost, and the next call starts afresh";
  throw fault("broken_down", "", `the library broke down (${breakdown}); ${lost}`);
}

/** A trap, or a stack or a memory that is full. */
function isBreakdown(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}

/** The error that the core tells as a JSON text. */
function told(text: string): CohesionError {
  const { message, faults } = JSON.parse(text);
  return new CohesionError(message, faults);
}

function replace(): void {
  try {
    renew();
  } catch (error) {
    throw fault("broken_down", "", `the library broke down and could not start again: ${error}`);
  }
  instance += 1;
  breakdown = undefined;
}

/** `handle`, where the core made it; anything else is refused with how it is made. */
export function made<Handle>(
  handle: Handle,
  by: { readonly prototype: Handle; [Symbol.hasInstance](value: unknown): boolean },
  how: string,
): Handle {
  if (handle instanceof by) return handle;
  throw fault("wrong_type", "", how);
}

/** Something in the memory of the wasm module. It goes when nobody holds it any more, or earlier with `free`. */
export abstract class Held<Handle extends { free(): void }> {
  #handle: Handle | undefined;
  readonly #instance = instance;

  /** @internal */
  protected constructor(handle: Handle) {
    this.#handle = handle;
  }

  /** @internal What the core knows it by. */
  get handle(): Handle {
    if (this.#handle === undefined) throw fault("released", "", "this was given back with `free` and cannot be used");
    if (this.#instance === instance) return this.#handle;
    throw fault("released", "", "this was lost when the library broke down: make it anew");
  }

  /** Gives its memory back now. What was read from it before stays; every other use throws `released`. */
  free(): void {
    if (this.#instance === instance && breakdown === undefined) this.#handle?.free();
    this.#handle = undefined;
  }

  /** What `using` calls at the end of a block: `free`. */
  [Symbol.dispose](): void {
    this.free();
  }
}
