import { setTimeout as pause } from "node:timers/promises";
import type { Phase } from "#debate/rules/phase-order.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import type { Deeds, Target } from "#tests/bench/attack-loops.ts";
import type { AttackName } from "#tests/bench/attacking.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import { aligned, type Figure, median, type Spread } from "#tests/bench/figures.ts";
import { INSPECTED, memoryLeft } from "#tests/bench/inspector.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { isVoid, withGenerator, withStudents } from "#tests/bench/turns.ts";
import type { Votes } from "#tests/bench/voting.ts";
import { metricsOf, othersDuring, peaks, residentOf } from "#tests/bench/watched.ts";

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

/** `seats`: the attacker's. `room`: which session it is about, if not the class that votes, and where that is moved first. */
type Attack = {
  title: string;
  name: AttackName;
  seats?: number;
  turns?: number;
  seconds?: number;
  room?: [string, ...Phase[]];
};

const ARGUING = ["before", "reading", "rebuttal"] as const;

/** In the order in which they run: handshakes are counted for ten seconds, so they come last. */
const ATTACKS: readonly Attack[] = [
  { title: "frames other than events", name: "noops" },
  { title: "debates with a slow link", name: "links" },
  {
    title: "60 seats x 50 rebuttals of emoji",
    name: "words",
    seats: 60,
    turns: 1,
    seconds: 30,
    room: ["words", ...ARGUING],
  },
  { title: "400 at once: GET /s/CODE", name: "phonePages" },
  { title: "1,500 CONNECTs in one write", name: "connects", seats: 1 },
  { title: "a seat at 290 syncs a second", name: "syncs", seats: 1 },
  {
    title: "64 at once: GET results with these",
    name: "results",
    seats: 1,
    room: ["words", "after", "results"],
  },
  { title: "16 at once: 512 KB to sign-in, setup, reset, language", name: "bodies" },
  { title: "3,000 bodies without their last byte", name: "unfinished" },
  { title: "pages of a phone, of one seat", name: "phones", seats: 1 },
  { title: "400 upgrades at once with 14 KB of false cookies", name: "falseCookies" },
  { title: "4 at once: debates of 3 MB saved", name: "saves" },
  { title: "60 at once: files of 20 MB sent", name: "uploads" },
  { title: "32 at once: a file of 20 MB fetched", name: "downloads" },
  { title: "handshakes by polling", name: "polling" },
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
  const rooms = new Map<string, Classroom>();
  await withStudents(server, STUDENTS, async (voters) => {
    await voteFor(voters, WARM_UP);
    for (const each of ATTACKS) {
      const [room = "", ...moves] = each.room ?? [];
      if (each.room && !rooms.has(room)) rooms.set(room, await server.open());
      const classroom = rooms.get(room) ?? server.classroom;
      for (const phase of moves) await classroom.move(phase);
      // A new process each time, so that no attack is affected by the one before.
      const seen = await withGenerator((attacker) => {
        attacker.yieldTheCpu();
        return underAttack({ server, classroom, voters, attacker }, each);
      });
      rows.push(rowOf(each.title, seen));
      process.stdout.write(`  ${rows.at(-1)?.join(" | ")}\n`);
      figures.push(...figuresOf(each.title, seen));
    }
  });
  for (const room of rooms.values()) room.close();
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

type Scene = { server: Resolved; classroom: Classroom; voters: Generator; attacker: Generator };

async function underAttack(
  { server, classroom, voters, attacker }: Scene,
  { name, seats = 0, room, turns = TURNS, seconds = LOADED }: Attack,
): Promise<Seen> {
  const { url, cookie, pid, inspectors } = server;
  const first = room ? 0 : STUDENTS; // in the class, after those who vote
  const all = (await classroom.auths(first + seats + 1)) as Target["auths"];
  const target = { url, code: classroom.code, auths: all.slice(first, -1), cookie, seconds };
  const [bystander] = all.slice(-1) as [Target["auths"][0]];

  const heard = (await metricsOf(url)).get("frames_heard") ?? 0;
  const look = async () => ({ memory: residentOf(pid), ...(await lookAt(url)) });
  const runs: Record<"quiet" | "loaded", Run[]> = { quiet: [], loaded: [] };
  const counted: Deeds = {};
  const add = (deeds: Deeds) => {
    for (const [what, n] of Object.entries(deeds)) counted[what] = (counted[what] ?? 0) + n;
  };
  let slowest = 0;
  let [before, peak, sockets] = [0, 0, 0];
  for (let turn = 0; turn < turns; turn += 1) {
    runs.quiet.push(await othersDuring(server, async () => ({ votes: await voteFor(voters, QUIET) })));
    if (turn === 0) before = (await memoryLeft(inspectors)).resident;
    const { done: loaded, highest } = await peaks(look, () =>
      othersDuring(server, async () => {
        const voting = voteFor(voters, seconds);
        const attacking = attacker.ask("attack", { name, target });
        const slow = async (act: () => Promise<unknown>) => {
          slowest = Math.max(slowest, await slowestOf(seconds, act));
        };
        if (name === "phonePages") await slow(() => pageOf(url, bystander));
        if (name === "polling") await slow(async () => (await classroom.hostOn(url)).close());
        return { votes: await voting, attack: await attacking };
      }),
    );
    runs.loaded.push(loaded);
    peak = Math.max(peak, highest.memory ?? 0);
    sockets = Math.max(sockets, highest.students ?? 0);
    add(loaded.done.attack.deeds);
    await pause(CALM);
  }
  if (name === "phonePages") counted["slowest page of another seat, ms"] = slowest;
  if (name === "polling") counted["slowest host, ms"] = slowest;
  if (name === "noops") counted["frames heard"] = ((await metricsOf(url)).get("frames_heard") ?? 0) - heard;
  if (name === "connects") counted["most sockets"] = sockets - STUDENTS;
  if (name === "words") add(await syncOf(url, bystander));

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

const lookAt = async (url: string) => ({
  students: (await metricsOf(url)).get('connections{role="student"}') ?? 0,
});

/** How long something takes at most, done again and again, in milliseconds. */
async function slowestOf(seconds: number, act: () => Promise<unknown>): Promise<number> {
  let slowest = 0;
  const end = performance.now() + seconds * 1000;
  for (let started = performance.now(); started < end; started = performance.now()) {
    await act();
    slowest = Math.max(slowest, performance.now() - started);
  }
  return slowest;
}

const pageOf = async (url: string, { code, ticket }: Target["auths"][0]) =>
  (await fetch(`${url}/s/${code}`, { headers: { cookie: `seat-${code}=${ticket}` } })).text();

/** The size of a student's first answer, and how long it takes. */
async function syncOf(url: string, auth: object): Promise<Deeds> {
  const wire = new PhoneConnection(url);
  await wire.enter(auth);
  const times: number[] = [];
  const before = wire.bytes;
  while (times.length < 10) {
    const asked = performance.now();
    await wire.sync();
    times.push(performance.now() - asked);
  }
  const bytes = (wire.bytes - before) / times.length;
  wire.close();
  return { "bytes of a sync": bytes, "ms of a sync": median(times) };
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
