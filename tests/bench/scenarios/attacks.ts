import { setTimeout as pause } from "node:timers/promises";
import type { AttackName, Deeds } from "#tests/bench/attacking.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import { aligned, type Figure, median, type Spread } from "#tests/bench/figures.ts";
import { INSPECTED, memoryLeft } from "#tests/bench/inspector.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { othersDuring, peakDuring, residentOf } from "#tests/bench/resource-use.ts";
import { isVoid, withGenerator, withStudents } from "#tests/bench/valid-runs.ts";
import type { Votes } from "#tests/bench/voting.ts";

const STUDENTS = 100;
const PER_SECOND = 100;
/** In seconds. */
const [WARM_UP, QUIET, LOADED] = [5, 4, 4];
/** Between attacks, until the server has closed what the attacker left behind, in milliseconds. */
const CALM = 1_000;
/** How often the class votes quietly and then under attack: medians count, so that one hiccup of the machine doesn't. */
const TURNS = 3;
/** How many times as long as in quiet the slowest twentieth of votes may take. */
const RATIO = 2;
/** How much more memory may stay resident after an attack and garbage collection, in bytes. */
const SLACK = 50e6;
/** How long that may take, and between two looks at it, in milliseconds. */
const [MINUTE, LOOK_AGAIN] = [60_000, 5_000];
const MB = 1e6;

/** What `tests/attacks` counts is not measured again: these take much time, or much memory, of the server. */
const ATTACKS: readonly (readonly [title: string, name: AttackName])[] = [
  ["debates with a slow link", "links"],
  ["400 at once: GET /s/CODE", "phonePages"],
  ["16 at once: 512 KB to sign-in, setup, reset, language", "bodies"],
  ["3,000 bodies without their last byte", "unfinished"],
  ["400 upgrades at once with 14 KB of false cookies", "falseCookies"],
  ["4 at once: debates of 3 MB saved", "saves"],
  ["60 at once: files of 20 MB sent", "uploads"],
  ["32 at once: a file of 20 MB fetched", "downloads"],
];

type Run = { done: { votes: Votes }; others: number };
type Middle = Pick<Spread, "p50" | "p95">;

/** `before`, `after`: bytes that were resident once garbage was collected. */
type Seen = {
  quiet: Middle;
  loaded: Middle;
  /** Why the run is void: how busy voters and others were, or nothing. */
  disturbed: Deeds;
  before: number;
  peak: number;
  after: number;
  counted: Deeds;
};

/** A class votes quietly, and then while one attack after the other runs, with the limits that every server has. */
export async function attacks(): Promise<Figure[]> {
  await using server = await resolved(INSPECTED, { MESSAGES_PER_SECOND: "300" });
  await server.move("before");
  const rows: string[][] = [];
  const figures: Figure[] = [];
  await withStudents(server, STUDENTS, async (voters) => {
    await voteFor(voters, WARM_UP);
    for (const [title, name] of ATTACKS) {
      // A new process each time, so that no attack is affected by the one before.
      const seen = await withGenerator((attacker) => {
        attacker.yieldTheCpu();
        return underAttack(server, voters, attacker, name);
      });
      rows.push(rowOf(title, seen));
      process.stdout.write(`  ${rows.at(-1)?.join(" | ")}\n`);
      figures.push(...figuresOf(title, seen));
    }
  });
  const heading = [
    "attack",
    "quiet p50 ms",
    "loaded",
    "quiet p95",
    "loaded",
    "ratio",
    "MB before",
    "peak",
    "after",
    "seen",
  ];
  process.stdout.write(`\n${aligned([heading, ...rows])}\n`);
  return figures;
}

const voteFor = (voters: Generator, seconds: number) =>
  voters.ask("voteSteadily", { round: "before", perSecond: PER_SECOND, seconds });

async function underAttack(
  server: Resolved,
  voters: Generator,
  attacker: Generator,
  name: AttackName,
): Promise<Seen> {
  const { url, cookie, pid, inspectors, classroom } = server;
  const target = { url, code: classroom.code, cookie, seconds: LOADED };
  const runs: Record<"quiet" | "loaded", Run[]> = { quiet: [], loaded: [] };
  const counted: Deeds = {};
  let [before, peak] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    runs.quiet.push(await othersDuring(server, async () => ({ votes: await voteFor(voters, QUIET) })));
    if (turn === 0) before = (await memoryLeft(inspectors)).resident;
    const { done: loaded, highest } = await peakDuring(
      () => residentOf(pid),
      () =>
        othersDuring(server, async () => {
          const voting = voteFor(voters, LOADED);
          const attack = await attacker.ask("attack", { name, target });
          return { votes: await voting, attack };
        }),
    );
    runs.loaded.push(loaded);
    peak = Math.max(peak, highest);
    for (const [what, n] of Object.entries(loaded.done.attack.deeds))
      counted[what] = (counted[what] ?? 0) + n;
    await pause(CALM);
  }

  const after = await memoryAgain(inspectors, before);
  return {
    quiet: middleOf(runs.quiet),
    loaded: middleOf(runs.loaded),
    disturbed: disturbances([...runs.quiet, ...runs.loaded]),
    before,
    peak: Math.max(peak, after),
    after,
    counted,
  };
}

/** Resident memory, polled until it is back or a minute is over: timeouts hold refused connections for some seconds. */
async function memoryAgain(inspectors: string[], before: number): Promise<number> {
  const end = performance.now() + MINUTE;
  for (;;) {
    const { resident } = await memoryLeft(inspectors);
    if (resident <= before + SLACK || performance.now() > end) return resident;
    await pause(LOOK_AGAIN);
  }
}

function middleOf(runs: Run[]): Middle {
  const of = (figure: keyof Middle) => median(runs.map(({ done }) => done.votes[figure]));
  return { p50: of("p50"), p95: of("p95") };
}

function disturbances(runs: Run[]): Deeds {
  const shares = runs
    .filter(({ done, others }) => isVoid({ ...done.votes, others }))
    .map(({ done, others }) => ({ "void: voters, %": 100 * done.votes.busy, "others, %": 100 * others }));
  return Object.assign({}, ...shares);
}

const rowOf = (title: string, { quiet, loaded, before, peak, after, counted, disturbed }: Seen): string[] => [
  title,
  ...[quiet.p50, loaded.p50, quiet.p95, loaded.p95].map((ms) => ms.toFixed(1)),
  (loaded.p95 / quiet.p95).toFixed(2),
  ...[before, peak, after].map((bytes) => (bytes / MB).toFixed(0)),
  Object.entries({ ...counted, ...disturbed })
    .map(([what, value]) => `${what} ${Math.round(value)}`)
    .join(", "),
];

function figuresOf(title: string, { quiet, loaded, disturbed, before, after }: Seen): Figure[] {
  return [
    {
      name: `${title}: votes, p95`,
      unit: "ms",
      resolved: loaded.p95,
      isVoid: Object.keys(disturbed).length > 0,
      bar: { text: `<= ${RATIO} x ${quiet.p95.toFixed(1)} ms`, met: loaded.p95 <= RATIO * quiet.p95 },
    },
    {
      name: `${title}: memory after a minute`,
      unit: "MB",
      resolved: after / MB,
      bar: { text: `<= ${((before + SLACK) / MB).toFixed(0)} MB`, met: after <= before + SLACK },
    },
  ];
}
