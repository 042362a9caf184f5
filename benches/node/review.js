// The review of a large partnership in WebAssembly: 500 stakeholders, 5,000 activities, 50,000 contributions, the data of
// benches/benches/review.rs. Build the package first (`npm run build` in bindings-wasm), then:
//
//     node benches/node/review.js [repeats]
//
// Prints CPU seconds, median of the repeats: of the call from plain columns, and of the call when the table is there.

import { Plan, ready, Table } from "../../bindings-wasm/js/dist/node.js";

await ready;
const repeats = Number(process.argv[2] ?? 7);
const [stakeholders, activities, contributions] = [500, 5000, 50_000];
const sectors = ["local_authority", "association", "business", "resident", "school"];
const two = (number) => String(number).padStart(2, "0");
const who = (i) => `s${String(i % stakeholders).padStart(3, "0")}`;
const list = (length, of) => Array.from({ length }, (_, i) => of(i));

const document = {
  partnership: {
    start: "2024-01-01",
    stakeholders: list(stakeholders, (i) => ({
      id: who(i),
      name: who(i),
      sector: sectors[i % 5],
      joined: `2024-${two((i % 12) + 1)}-01`,
      ...(i % 7 === 3 ? { left: `2025-${two((i % 12) + 1)}-15` } : {}),
    })),
    objectives: list(20, (i) => ({ id: `o${i}`, title: "x", owner: who(i), shared_by: [who(i), who(i + 1)] })),
    activities: list(activities, (i) => ({ id: `a${i}`, title: "x", objectives: [`o${i % 20}`], start: "2025-01-01" })),
    responsibilities: list(activities, (i) => ({
      activity: `a${i}`,
      responsible: [who(i), who(i * 7 + 1)],
      accountable: [who(i)],
      consulted: [who(i + 2)],
    })),
  },
};
const columns = {
  date: list(contributions, (i) => `2025-${two((i % 12) + 1)}-${two((i % 28) + 1)}`),
  stakeholder: list(contributions, (i) => who(i * 31)),
  kind: list(contributions, (i) => (i % 2 === 0 ? "time" : "money")),
  amount: list(contributions, (i) => 0.25 + (i % 97)),
  unit: list(contributions, (i) => (i % 2 === 0 ? "hours" : "EUR")),
  activity: list(contributions, (i) => `a${(i * 13) % activities}`),
};

/** Median CPU seconds of a job, after one run that compiles. */
function cpu(job) {
  job();
  const times = list(repeats, () => {
    const start = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)];
}

const { partnership } = Plan.fromObject(document);
const table = Table.of(columns);
const asked = (contributions) => ({ records: { contributions }, as_of: "2026-06-30" });
console.log(`findings        ${partnership.review(asked(table)).findings.length}`);
console.log(`from columns    ${cpu(() => partnership.review(asked(columns))).toFixed(3)} s CPU`);
console.log(`from a table    ${cpu(() => partnership.review(asked(table))).toFixed(3)} s CPU`);
