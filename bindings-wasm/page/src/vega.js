// The parts of Vega that our charts use: this stands for the package `vega` (see vite.config.ts), with which they come. Maps,
// trees, forces, contours and regressions stay out.

import { transforms } from "vega-dataflow";
import * as encodings from "vega-encode";
import * as data from "vega-transforms";
import * as marks from "vega-view-transforms";

Object.assign(transforms, data, marks, encodings);

export { parse } from "vega-parser";
export * from "vega-util";
export { View } from "vega-view";
