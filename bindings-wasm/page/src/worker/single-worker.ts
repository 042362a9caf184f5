import wasm from "virtual:wasm-base64";

import { init } from "../../../js/dist/core.js";
import { serve } from "./serve.js";

serve(init(Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0))));
