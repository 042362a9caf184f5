// Reading a made CSV of 18 MB (1,600,000 rows of three short cells: the more rows, the more a reader has to keep apart) in
// WebAssembly, from its text and from its bytes. Build the package first (`npm run build` in bindings-wasm), then:
//
//     node benches/node/csv.js [repeats]
//
// Prints CPU seconds of the first call and of those after it (median), and how large the memory became.

import { ready, readCsv } from "../../bindings-wasm/js/dist/node.js";
import { initSync } from "../../bindings-wasm/js/pkg/core.js";

await ready;
const repeats = Number(process.argv[2] ?? 5);
const rows = 1_600_000;
const lines = Array.from({ length: rows }, (_, row) => `${row},${(row * 7) % 11 === 0 ? "" : row % 10},${row % 3}`);
const text = ["person,answer,area", ...lines].join("\n");
const bytes = new TextEncoder().encode(text);

function seconds(csv) {
  const start = process.cpuUsage();
  const { table } = readCsv(csv);
  const { user, system } = process.cpuUsage(start);
  const taken = (user + system) / 1e6;
  if (table.rows !== rows) throw new Error(`${table.rows} rows`);
  table.free();
  return taken;
}

const first = seconds(text);
const median = (csv) => Array.from({ length: repeats }, () => seconds(csv)).sort((a, b) => a - b)[repeats >> 1];
console.log(`size         ${(bytes.length / 1e6).toFixed(1)} MB`);
console.log(`first call   ${first.toFixed(2)} s CPU`);
console.log(`from text    ${median(text).toFixed(2)} s CPU`);
console.log(`from bytes   ${median(bytes).toFixed(2)} s CPU`);
console.log(`memory       ${(initSync().memory.buffer.byteLength / 1e6).toFixed(0)} MB`);
