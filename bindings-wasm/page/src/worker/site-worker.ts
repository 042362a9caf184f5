import { ready } from "../../../js/dist/web.js";
import { serve } from "./serve.js";

serve(ready);
