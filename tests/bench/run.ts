// `npm run bench`: Resolved beside its bare baseline, in one run. `npm run bench -- throughput burst` runs only these, and
// `npm run bench -- --store postgresql` compares Resolved on PostgreSQL with itself on SQLite.
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import { type Figure, outcomeOf, table } from "#tests/bench/figures.ts";
import { REPORTS } from "#tests/bench/profiling.ts";
import { argue } from "#tests/bench/scenarios/argue.ts";
import { attacks } from "#tests/bench/scenarios/attacks.ts";
import { controlRoom } from "#tests/bench/scenarios/control-room.ts";
import { costs } from "#tests/bench/scenarios/costs.ts";
import { discussion } from "#tests/bench/scenarios/discussion.ts";
import { BAD, throughFront } from "#tests/bench/scenarios/front.ts";
import { classesAtOnce, hall } from "#tests/bench/scenarios/hall.ts";
import { interactions } from "#tests/bench/scenarios/interactions.ts";
import { lessons } from "#tests/bench/scenarios/lesson.ts";
import { library } from "#tests/bench/scenarios/library.ts";
import { idleMemory, soak } from "#tests/bench/scenarios/memory.ts";
import { pairs } from "#tests/bench/scenarios/pairs.ts";
import { profile } from "#tests/bench/scenarios/profile.ts";
import { reveal, revealGrowth } from "#tests/bench/scenarios/reveal.ts";
import { joinStorm, phaseSkew, restartUnder, wholeDebate } from "#tests/bench/scenarios/rooms.ts";
import { scrolling } from "#tests/bench/scenarios/scrolling.ts";
import { snapshotLag, twoServers } from "#tests/bench/scenarios/servers.ts";
import { spreadVotes } from "#tests/bench/scenarios/spread.ts";
import { taken } from "#tests/bench/scenarios/taken.ts";
import { visit } from "#tests/bench/scenarios/visit.ts";
import { bursts, growth, throughput } from "#tests/bench/scenarios/votes.ts";
import { ASKED, COLUMNS, STORE, stopStores } from "#tests/bench/store.ts";

type Scenario = (() => Promise<Figure[]>)[];

const SCENARIOS: Record<string, Scenario> = {
  throughput: [() => throughput(200, 3)],
  burst: [
    () => bursts(600, 5),
    () => bursts(1_000, 5, { bar: { ratio: 1.3, most: 500 }, cold: true }),
    () => bursts(5_000, 3, { bar: { ratio: 1.3, most: 500 }, delay: true }),
  ],
  growth: [
    () => growth([100, 300, 1_000, 3_000], 5),
    () => revealGrowth([100, 300, 1_000, 5_000].map((voters) => ({ voters, rebuttals: 300 }))),
  ],
  skew: [() => phaseSkew(1_000, 3), () => phaseSkew(5_000, 3)],
  memory: [() => idleMemory(5_000)],
  join: [() => joinStorm(1_000, 10)],
  restart: [() => restartUnder(1_000, 5_000), () => restartUnder(5_000, 5_000)],
  debate: [() => wholeDebate(1_000, 100, 0), () => wholeDebate(1_000, 100, 30)],
  reveal: [
    () => reveal({ voters: 100, rebuttals: 60 }),
    () => reveal({ voters: 1_000, rebuttals: 300 }, { heard: 300, delay: 50 }),
    () => reveal({ voters: 1_500, rebuttals: 300 }, { heard: 500, cold: 150, asked: 1_500, delay: 50 }),
    () => reveal({ voters: 5_000, rebuttals: 1_000 }, { cold: 600 }),
  ],
  argue: [() => argue({ crowd: 500, class: 1_000, turns: 3 })],
  discussion: [
    () =>
      discussion({
        ...{ students: 1_000, rebuttals: 300, endorsements: 20_000 },
        minutes: Number(process.env.DISCUSSION_MINUTES ?? 3),
      }),
  ],
  pairs: [() => pairs(1_000, 20)],
  taken: [() => taken({ voters: 1_000, rebuttals: 300 })],
  visit: [() => visit(200, 9)],
  spread: [() => spreadVotes(1_000, 3), () => wholeDebate(1_000, 100, 20)],
  lesson: [() => lessons([30, 300, 1_000])],
};

/** Run only where they are asked for. */
const ON_REQUEST: Record<string, Scenario> = {
  attacks: [() => attacks()],
  soak: [() => soak(Number(process.env.SOAK_MINUTES ?? 10), 100)],
  profile: [() => profile(200)],
  costs: [() => costs({ sessions: 1, students: 1_000 }), () => costs({ sessions: 33, students: 30 })],
  interactions: [() => interactions(REPORTS)],
  "control-room": [() => controlRoom(REPORTS)],
  scroll: [() => scrolling()],
  two: [() => snapshotLag(3_000, 20), () => twoServers(3_000)],
  front: [() => throughFront(300), () => throughFront(100, BAD)],
  hall: [() => hall(10_000, 120)],
  classes: [() => classesAtOnce(200, 30)],
  library: [() => library(2_000, 20)],
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
await stopStores();
const reported = figures.map((figure) => ({
  ...figure,
  bar: figure.bar?.text,
  isVoid: figure.isVoid ?? false,
  outcome: outcomeOf(figure),
}));
process.stdout.write(`\n${table(figures, COLUMNS)}\n`);
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
await writeFile(
  `${REPORTS}/bench.json`,
  JSON.stringify({ ...machine, store: STORE, failures, figures: reported }, null, 2),
);
const isMet = reported.every(({ bar, outcome }) => bar === undefined || outcome === "met");
process.exit(isMet && failures.length === 0 ? 0 : 1);
