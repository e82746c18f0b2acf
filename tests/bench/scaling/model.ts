/** What a server spends on each thing, in microseconds of CPU. */
export type Costs = {
  /** A server in a second in which nothing happens. */
  idle: number;
  /** A student who comes in: page, seat, socket, first snapshot. */
  arrival: number;
  /** A student who comes back after a lost connection. */
  comeBack: number;
  /** A vote that is read, stored and answered. */
  vote: number;
  /** A group of votes that are stored together, however many they are. */
  group: number;
  /** A change by the host: its message, its storing, and four reads, for staff, students, roster and log, however many receive them. */
  session: number;
  /** One seat of a roster. */
  seat: number;
  /** Sending it to one more student. */
  told: number;
  /** The part of a vote and of a group that the event loop does itself; the rest is the store's, beside it. */
  loopShare: number;
  /** How long writing a group takes, in milliseconds; meanwhile the next one gathers. */
  commit: number;
};

/** So many sessions of so many students. */
export type Shape = { sessions: number; students: number };

/** In milliseconds, as in server/live/pulse.ts: the host of a session hears, and gets the roster of so many phones, at most once in so long. */
const STAFF = 100;
const rosterEach = (students: number) => (students > 500 ? Math.min(2 * students, 2_000) : 1_000);
/** The share of a host's change that one of its four reads costs; with more of it votes of classes come out too dear. */
const READ = 1 / 12;
/** The share of the time that rosters may take. */
const ROSTER_SHARE = 0.02;
/** As in server/store/ballot-writer.ts: groups begin so many milliseconds apart, unless the last one held the most that one may, or so many wait. */
const [WAIT, MOST] = [20, 100];
const STEP = 1; // of the simulation, in milliseconds

export type Voting = {
  /** CPU of the server and its store, in microseconds, without the idle load. */
  cpu: number;
  /** Of the time from the first to the last vote, the share in which the event loop is busy. */
  busy: number;
  /** The 99th percentile of the milliseconds from a vote to its confirmation. */
  p99: number;
};

type Vote = { at: number; session: number };
type Job = { cost: number; vote?: Vote };
type Pulse = { next: number; interval: number; cost: number; earliest: number };
/** Votes that wait to be stored, and when the next group may begin. */
type Store = { waiting: Vote[]; next: number; free: number };

/**
 * All students of all sessions vote, each at a moment drawn from `within` milliseconds: one event loop takes what comes in
 * its order, in steps of a millisecond; votes are stored in groups as in server/store/group-writer.ts, beside it; what a host
 * hears is told as in server/live/pulse.ts, half an interval after it was asked for and at most once in one. Phones hear
 * nothing of it. `draw` gives numbers from 0 to 1.
 */
export function simulateVoting(
  { sessions, students }: Shape,
  within: number,
  costs: Costs,
  draw: () => number,
): Voting {
  const votes = Array.from({ length: sessions * students }, (_, index) => ({
    at: draw() * within,
    session: index % sessions,
  })).sort((one, other) => one.at - other.at);
  const pulse = (interval: number, cost: number): Pulse => ({
    ...{ next: Number.POSITIVE_INFINITY, earliest: 0, interval, cost },
  });
  const read = costs.session * READ;
  const roster = read + costs.seat * students;
  const rooms = Array.from({ length: sessions }, () => [
    pulse(STAFF, read),
    pulse(Math.max(rosterEach(students), roster / 1_000 / ROSTER_SHARE), roster),
  ]);
  const asked = new Set<Pulse>();
  const store: Store = { waiting: [], next: 0, free: 0 };
  const queue: Job[] = [];
  const waited: number[] = [];
  let [taken, spent, loop, budget, arrived, now] = [0, 0, 0, 0, 0, 0];

  function ask(each: Pulse): void {
    if (asked.has(each)) return;
    asked.add(each);
    each.next = Math.max(now + each.interval / 2, each.earliest);
  }

  function storeGroup(): void {
    const isGathering = store.waiting.length < MOST && now < store.next;
    if (store.waiting.length === 0 || isGathering || now < store.free) return;
    spent += costs.group * (1 - costs.loopShare);
    queue.push({ cost: costs.group * costs.loopShare });
    store.free = now + costs.commit;
    store.next = store.waiting.length < MOST ? now + WAIT : now;
    for (const { at, session } of store.waiting.splice(0, MOST)) {
      waited.push(store.free - at);
      for (const pulse of rooms[session] ?? []) ask(pulse);
    }
  }

  const isOver = () => waited.length === votes.length && queue.length === taken && asked.size === 0;
  while (!isOver()) {
    now += STEP;
    for (let vote = votes[arrived]; vote && vote.at <= now; vote = votes[arrived]) {
      arrived += 1;
      spent += costs.vote * (1 - costs.loopShare);
      queue.push({ cost: costs.vote * costs.loopShare, vote });
    }
    for (const each of asked) {
      if (each.next > now) continue;
      asked.delete(each);
      each.earliest = now + each.interval;
      queue.push({ cost: each.cost });
    }
    budget = Math.min(budget, 0) + STEP * 1_000;
    while (taken < queue.length && budget > 0) {
      const { cost, vote } = queue[taken] as Job;
      taken += 1;
      budget -= cost;
      spent += cost;
      loop += cost;
      if (vote) store.waiting.push(vote);
    }
    storeGroup();
  }
  waited.sort((one, other) => one - other);
  return {
    cpu: spent,
    busy: loop / 1_000 / now,
    p99: waited[Math.ceil(waited.length * 0.99) - 1] ?? Number.NaN,
  };
}
