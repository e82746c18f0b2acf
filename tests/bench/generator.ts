// The load generator: a separate process that holds the students' connections and measures their latency.
import { setTimeout as pause } from "node:timers/promises";
import { awaitMessage, resultOf } from "#server/capacity/phones/await-message.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import type { Voting } from "#server/capacity/phones/voting.ts";
import { endorseAll, followAll, postAll } from "#tests/bench/arguing.ts";
import { type AttackName, attack, type Target } from "#tests/bench/attacking.ts";
import { getAll, type Wanted } from "#tests/bench/http-get.ts";
import { joinAll } from "#tests/bench/joining.ts";
import { type Pace, voteSteadily } from "#tests/bench/steady-votes.ts";
import { vote, withEffort } from "#tests/bench/voting.ts";

/** How many students connect at once; with more, the accept queue overflows. */
const AT_ONCE = 100;
/** The app's reconnection delay, in milliseconds: doubled after each attempt, with 50 % jitter. */
const RECONNECTION = { first: 500, longest: 2_000, jitter: 0.5 };
/** The connect timeout, in milliseconds; Socket.IO's default. */
const ATTEMPT = 20_000;

type Entrance = { url: string; auths: object[]; syncs?: boolean };

const sayReady = () => process.send?.({ ready: true });

let wires: PhoneConnection[] = [];
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

  /** Each one endorses as many rebuttals of others, all at once. */
  endorse: (endorsing: Parameters<typeof endorseAll>[1]) =>
    withEffort(async () => ({ times: await endorseAll(wires, endorsing) })),

  getAll: (wanted: Wanted) => withEffort(() => getAll(wanted)),

  /** Everyone reconnects after a restart: when each had the whole state, in milliseconds since the epoch. */
  comeBack: ({ patience }: { patience: number }) =>
    withEffort(async () => ({ times: await comeBack(patience) })),

  /** Students come in by the whole way, and stay connected. */
  join: (storm: Parameters<typeof joinAll>[0]) =>
    withEffort(async () => {
      address = storm.url;
      return joinAll(storm, (wire, auth) => {
        wires.push(wire);
        shown.push(auth);
      });
    }),
};
export type Commands = typeof commands;

/** Comes in as the app does; without `syncs`, as bare servers have it, no state follows. */
async function enter(auth: object, syncs: boolean): Promise<PhoneConnection> {
  const wire = new PhoneConnection(address);
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
async function comeBack(patience: number): Promise<number[]> {
  const lost = wires.map(
    (wire) =>
      new Promise<void>((resolve) => {
        wire.onClose = resolve;
      }),
  );
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
