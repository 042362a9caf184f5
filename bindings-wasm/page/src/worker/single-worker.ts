import modules from "virtual:wasm-base64";

import { load } from "../../../js/dist/load/bare-evaluate.js";
import { serve } from "./serve.js";

load({ evaluate: bytes(modules.evaluate), report: bytes(modules.report) });
serve(Promise.resolve());

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
