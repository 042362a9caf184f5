import base64 from "virtual:wasm-base64";

import { load } from "../../../js/dist/bare.js";
import { serve } from "./serve.js";

load(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
serve(Promise.resolve());
