// `npm run bench`: Resolved beside its bare baseline, in one run. `npm run bench -- throughput burst` runs only these.
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import { type Figure, outcomeOf, table } from "#tests/bench/figures.ts";
import { argue } from "#tests/bench/scenarios/argue.ts";
import { attacks } from "#tests/bench/scenarios/attacks.ts";
import { controlRoom } from "#tests/bench/scenarios/control-room.ts";
import { firstVisit } from "#tests/bench/scenarios/first-visit.ts";
import { hall } from "#tests/bench/scenarios/hall.ts";
import { interactions } from "#tests/bench/scenarios/interactions.ts";
import { reveal, revealGrowth } from "#tests/bench/scenarios/reveal.ts";
import { joinStorm, restartUnder } from "#tests/bench/scenarios/rooms.ts";
import { snapshotLag, twoServers } from "#tests/bench/scenarios/servers.ts";
import { soak } from "#tests/bench/scenarios/soak.ts";
import { startUp } from "#tests/bench/scenarios/start.ts";
import { bursts, growth, throughput } from "#tests/bench/scenarios/votes.ts";

const REPORTS = "test-results";
const ASKED = process.argv.slice(2);

type Scenario = (() => Promise<Figure[]>)[];

/** What a class feels, with its bars. */
const SCENARIOS: Record<string, Scenario> = {
  burst: [() => bursts(1_000, 5, 300), () => bursts(5_000, 3, 1_500)],
  throughput: [() => throughput(200, 3)],
  join: [() => joinStorm(1_000, 20, 300)],
  restart: [() => restartUnder(1_000, 5_000)],
  reveal: [() => reveal({ voters: 1_500, rebuttals: 300 }, { cold: 300, heard: 500, asked: 2_000 })],
  argue: [() => argue(500, 3, 1_500)],
  phone: [() => interactions()],
  "control-room": [() => controlRoom()],
  visit: [() => firstVisit(3)],
  growth: [
    () => growth([100, 1_000, 5_000]),
    () => revealGrowth([100, 1_000, 5_000].map((voters) => ({ voters, rebuttals: 300 }))),
  ],
  start: [() => startUp(5)],
};

/** Run only where they are asked for. */
const ON_REQUEST: Record<string, Scenario> = {
  attacks: [() => attacks()],
  soak: [() => soak(Number(process.env.SOAK_MINUTES ?? 10), 100)],
  two: [() => snapshotLag(3_000, 20), () => twoServers(3_000)],
  hall: [() => hall(10_000, 120)],
};

const known: Record<string, Scenario> = { ...SCENARIOS, ...ON_REQUEST };
const unknown = ASKED.find((name) => !Object.hasOwn(known, name));
if (unknown) {
  process.stderr.write(`There is no scenario "${unknown}". They are: ${Object.keys(known).join(", ")}.\n`);
  process.exit(2);
}

await mkdir(REPORTS, { recursive: true });
const machine = { node: process.version, cpus: os.availableParallelism(), loadAtStart: os.loadavg()[0] };
const figures: Figure[] = [];
const failures: string[] = [];
for (const name of ASKED.length > 0 ? ASKED : Object.keys(SCENARIOS))
  for (const run of known[name] ?? []) {
    process.stdout.write(`${name}...\n`);
    try {
      figures.push(...(await run()));
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
  }
const reported = figures.map((figure) => ({
  ...figure,
  bar: figure.bar?.text,
  isVoid: figure.isVoid ?? false,
  outcome: outcomeOf(figure),
}));
process.stdout.write(`\n${table(figures)}\n`);
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
await writeFile(
  `${REPORTS}/bench.json`,
  JSON.stringify({ ...machine, failures, figures: reported }, null, 2),
);
const isMet = reported.every(({ bar, outcome }) => bar === undefined || outcome === "met");
process.exit(isMet && failures.length === 0 ? 0 : 1);
