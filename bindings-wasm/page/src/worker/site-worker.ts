import { ready } from "../../../js/dist/load/web-evaluate.js";
import { serve } from "./serve.js";

serve(ready);
