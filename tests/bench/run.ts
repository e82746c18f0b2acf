// `npm run bench`: Resolved beside its bare baseline, in one run. `npm run bench -- throughput burst` runs only these.
import { mkdir, writeFile } from "node:fs/promises";
import { type Figure, table } from "#tests/bench/figures.ts";
import {
  burst,
  idleMemory,
  joinStorm,
  phaseSkew,
  restartUnder,
  throughput,
  wholeDebate,
} from "#tests/bench/scenarios.ts";

const SCENARIOS: Record<string, (() => Promise<Figure[]>)[]> = {
  throughput: [() => throughput(3)],
  burst: [
    () => burst(600, 5),
    () => burst(1_000, 5, { ratio: 2, most: 500 }),
    () => burst(5_000, 3, { ratio: 3, most: 500 }),
  ],
  growth: [() => burst(100, 5), () => burst(300, 5), () => burst(3_000, 3)],
  skew: [() => phaseSkew(1_000), () => phaseSkew(5_000)],
  memory: [() => idleMemory(5_000)],
  join: [() => joinStorm(1_000, 10)],
  restart: [() => restartUnder(1_000, 5_000), () => restartUnder(5_000, 5_000)],
  debate: [() => wholeDebate(1_000, 100)],
};

const asked = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, runs] of Object.entries(SCENARIOS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const run of runs) {
    process.stdout.write(`${name}...\n`);
    figures.push(...(await run()));
  }
}
process.stdout.write(`\n${table(figures)}\n`);
await mkdir("test-results", { recursive: true });
await writeFile("test-results/bench.json", JSON.stringify({ node: process.version, figures }, null, 2));
process.exit(figures.some(({ bar }) => bar?.met === false) ? 1 : 0);
