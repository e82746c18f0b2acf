// The load generator: a separate process that holds the students' connections and measures their latency.
import { setTimeout as pause } from "node:timers/promises";
import { awaitMessage, resultOf } from "#server/capacity/phones/await-message.ts";
import { type Files, visit } from "#server/capacity/phones/visit.ts";
import type { Voting } from "#server/capacity/phones/voting.ts";
import { Wire } from "#server/capacity/phones/wire.ts";
import { endorseAll, followAll, postAll, seeAll } from "#tests/bench/arguing.ts";
import type { Target } from "#tests/bench/attack-loops.ts";
import { type AttackName, attack } from "#tests/bench/attacking.ts";
import { type Discussion, discuss } from "#tests/bench/discussing.ts";
import { enterAll, type Fronted, hearAll, voteAll } from "#tests/bench/fronted.ts";
import { getAll, type Wanted } from "#tests/bench/getting.ts";
import { joinAll } from "#tests/bench/joining.ts";
import { type Pace, voteSteadily } from "#tests/bench/steady.ts";
import { type Arrival, arriveAll, browseAll, type Visit } from "#tests/bench/visiting.ts";
import { vote, withEffort } from "#tests/bench/voting.ts";

/** How many students connect at once; with more, the accept queue overflows. */
const AT_ONCE = 100;
/** The app's reconnection delay, in milliseconds: doubled after each attempt, with 50 % jitter. */
const RECONNECTION = { first: 500, longest: 2_000, jitter: 0.5 };
/** The connect timeout, in milliseconds; Socket.IO's default. */
const ATTEMPT = 20_000;

type Visits = { url: string; code: string; students: number; seconds: number };
type Entrance = { url: string; auths: object[]; syncs?: boolean };

const sayReady = () => process.send?.({ ready: true });

let wires: Wire[] = [];
/** The credentials of everyone who is connected, or was when the server went down. */
let shown: object[] = [];
let address = "";

const commands = {
  /** Connects more students. `syncs`: each asks for its first snapshot, as the app does. */
  async connect({ url, auths, syncs = false }: Entrance): Promise<void> {
    address = url;
    for (let start = 0; start < auths.length; start += AT_ONCE) {
      const entering = auths.slice(start, start + AT_ONCE).map((auth) => enter(auth, syncs));
      wires.push(...(await Promise.all(entering)));
    }
    shown.push(...auths);
  },

  async leave(): Promise<void> {
    for (const wire of wires) wire.close();
    wires = [];
    shown = [];
  },

  /** Phones come at moments drawn by chance, each by a whole first visit: the milliseconds until each is in step. */
  visit: ({ url, code, students, seconds }: Visits) =>
    withEffort(async () => {
      const files: Files = { paths: null };
      const times: number[] = [];
      let failed = 0;
      const comeIn = async () => {
        await pause(Math.random() * seconds * 1_000);
        const started = performance.now();
        try {
          wires.push(await visit(url, code, files));
          times.push(performance.now() - started);
        } catch {
          failed += 1;
        }
      };
      await Promise.all(Array.from({ length: students }, comeIn));
      return { times, failed };
    }),

  vote: (voting: Voting) => vote(wires, voting),

  voteSteadily: (pace: Pace) => voteSteadily(wires, pace),

  attack: ({ name, target }: { name: AttackName; target: Target }) =>
    withEffort(async () => ({ deeds: await attack(name, target) })),

  /** How long after the first client each one gets a phase change, in milliseconds; `first`: when that was. Prints when it is ready. */
  hear: ({ phase, patience }: { phase: string; patience: number }) =>
    withEffort(async () => {
      const times = await awaitMessage(wires, `"phase":"${phase}"`, patience, sayReady);
      const [first = 0] = times;
      return { times: times.map((time) => time - first), first: performance.timeOrigin + first };
    }),

  /** When each one hears of a step of the reveal, in milliseconds since the epoch. Says when it is all ears. */
  hearStep: ({ step, patience }: { step: string; patience: number }) =>
    withEffort(async () => ({
      at: (await awaitMessage(wires, resultOf(step), patience, sayReady)).map(
        (at) => performance.timeOrigin + at,
      ),
    })),

  /** From now on each one asks for the rest of what did not fit into a message, as the app does. */
  async follow(): Promise<void> {
    followAll(wires);
  },

  /** Each one posts a rebuttal, all at the same moment: their ids, and the milliseconds to each answer. */
  post: ({ writers }: { writers: number }) => withEffort(() => postAll(wires.slice(0, writers))),

  /** Each one endorses as many rebuttals of others, all at once or at random moments in the seconds of `within`. */
  endorse: (endorsing: Parameters<typeof endorseAll>[1]) =>
    withEffort(async () => ({ times: await endorseAll(wires, endorsing) })),

  /** Each one reports to have been shown some rebuttals, all at the same moment. */
  see: ({ ids }: { ids: string[] }) => withEffort(async () => ({ times: await seeAll(wires, ids) })),

  discuss: (discussion: Discussion) => withEffort(() => discuss(wires, discussion)),

  getAll: (wanted: Wanted) => withEffort(() => getAll(wanted)),

  /**
   * Everyone reconnects after a restart, or with `drops` after losing the connection now: when each had the whole state, in
   * milliseconds since the epoch.
   */
  comeBack: ({ patience, drops = false }: { patience: number; drops?: boolean }) =>
    withEffort(async () => ({ times: await comeBack(patience, drops) })),

  /** Students come in by the whole way, and stay connected. */
  join: (storm: Parameters<typeof joinAll>[0]) =>
    withEffort(async () => {
      address = storm.url;
      return joinAll(storm, (wire, auth) => {
        wires.push(wire);
        shown.push(auth);
      });
    }),

  enterFront: (fronted: Fronted) => withEffort(async () => ({ times: await enterAll(fronted) })),

  voteFront: ({ round, within }: { round: string; within: number }) =>
    withEffort(() => voteAll(round, within)),

  hearFront: ({ phase }: { phase: string }) => withEffort(async () => ({ at: await hearAll(phase) })),

  browse: (visit: Visit) => withEffort(async () => ({ done: await browseAll(visit) })),

  arrive: (arrival: Arrival) => withEffort(async () => ({ done: await arriveAll(arrival) })),

  async heard(): Promise<{ messages: number[]; bytes: number[] }> {
    return { messages: wires.map(({ messages }) => messages), bytes: wires.map(({ bytes }) => bytes) };
  },
};
export type Commands = typeof commands;

/** Comes in as the app does; without `syncs`, as bare servers have it, no state follows. */
async function enter(auth: object, syncs: boolean): Promise<Wire> {
  const wire = new Wire(address);
  const tooLong = setTimeout(() => wire.close(), ATTEMPT);
  try {
    if (syncs) await wire.arrive({ ...auth, version: 0 });
    else await wire.enter(auth);
  } finally {
    clearTimeout(tooLong);
  }
  return wire;
}

/**
 * Everyone who loses the server reconnects, retrying while it is down. Returns when they did, in
 * milliseconds since the epoch, only for those who are back in time.
 */
async function comeBack(patience: number, drops: boolean): Promise<number[]> {
  const lost = wires.map(
    (wire) =>
      new Promise<void>((resolve) => {
        wire.onClose = resolve;
      }),
  );
  if (drops) for (const wire of wires) wire.close();
  const times: number[] = [];
  wires = [];
  await Promise.all(
    shown.map(async (auth, index) => {
      await lost[index];
      const started = performance.now();
      const isOver = () => performance.now() - started > patience;
      for (let attempt = 0, isBack = false; !isBack && !isOver(); attempt += 1) {
        await pause(delayBefore(attempt));
        try {
          wires.push(await enter(auth, true));
          times.push(Date.now());
          isBack = true;
        } catch {
          // As the app does: once more, after a longer pause.
        }
      }
    }),
  );
  return times;
}

function delayBefore(attempt: number): number {
  const { first, longest, jitter } = RECONNECTION;
  return Math.min(longest, first * 2 ** attempt * (1 + jitter * (2 * Math.random() - 1)));
}

process.on("message", ({ name, payload }: { name: keyof Commands; payload: never }) => {
  Promise.resolve(commands[name](payload)).then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
