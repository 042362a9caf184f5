import { load } from "../../../js/dist/bare.js";
import address from "../../../js/pkg/cohesion_core_bg.wasm?inline";
import { serve } from "./serve.js";

// The module lies in this text, as base64 in a data address, which the page's policy does not let anybody request.
const base64 = address.slice(address.indexOf(",") + 1);
load(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
serve(Promise.resolve());
