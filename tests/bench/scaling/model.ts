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
  /** Sending a session's change: three reads, for staff, students and roster, however many receive it. */
  session: number;
  /** Sending it to one more student. */
  told: number;
  /** The part of a vote that the event loop does itself; the rest is the store's, beside it. */
  loopShare: number;
  /** How long writing a group takes, in milliseconds; meanwhile the next one gathers. */
  commit: number;
};

/** So many sessions of so many students. */
export type Shape = { sessions: number; students: number };

/** In milliseconds, as in server/live/room.ts: staff and students of a session hear at most once in so long. */
const STAFF = 100;
const STUDENTS = 1_000;
const STEP = 1; // of the simulation, in milliseconds

export type Voting = {
  /** CPU of the server and its store, in microseconds, without the idle load. */
  cpu: number;
  /** Of the time from the first to the last vote, the share in which the event loop is busy. */
  busy: number;
  /** Messages that students receive. */
  told: number;
  /** The 99th percentile of the milliseconds from a vote to its confirmation. */
  p99: number;
};

type Job = { cost: number; done?: (at: number) => void };
type Pulse = { asked: boolean; next: number; interval: number; cost: number };

/**
 * All students of all sessions vote, each at a moment drawn from `within` milliseconds: one event loop takes what comes in
 * its order, in steps of a millisecond; what a room hears is told as in server/live/pulse.ts, half an interval after it was
 * asked for and at most once in one. `draw` gives numbers from 0 to 1.
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
    asked: false,
    next: Number.POSITIVE_INFINITY,
    interval,
    cost,
  });
  const rooms = Array.from({ length: sessions }, () => [
    pulse(STAFF, costs.session / 3),
    pulse(STUDENTS, (costs.session * 2) / 3 + costs.told * students),
  ]);
  const earliest = new Map<Pulse, number>();

  const queue: Job[] = [];
  const waited: number[] = [];
  let [taken, spent, loop, told, budget, arrived, confirmed, gathered, now] = [0, 0, 0, 0, 0, 0, 0, 0, 0];

  const ask = (each: Pulse): void => {
    if (each.asked) return;
    each.asked = true;
    each.next = Math.max(now + each.interval / 2, earliest.get(each) ?? 0);
  };
  const isOver = () =>
    confirmed === votes.length &&
    queue.length === taken &&
    rooms.every((pulses) => pulses.every(({ asked }) => !asked));
  while (!isOver()) {
    now += STEP;
    for (let vote = votes[arrived]; vote && vote.at <= now; vote = votes[arrived]) {
      arrived += 1;
      const { at, session } = vote;
      queue.push({
        cost: costs.vote * costs.loopShare,
        done: (answered) => {
          confirmed += 1;
          spent += costs.vote * (1 - costs.loopShare);
          if (now >= gathered) {
            spent += costs.group;
            gathered = now + costs.commit;
          }
          waited.push(answered - at);
          for (const each of rooms[session] ?? []) ask(each);
        },
      });
    }
    for (const [staff, class_] of rooms as [Pulse, Pulse][])
      for (const each of [staff, class_]) {
        if (!each.asked || each.next > now) continue;
        each.asked = false;
        earliest.set(each, now + each.interval);
        queue.push({ cost: each.cost });
        if (each === class_) told += students;
      }
    budget = Math.min(budget, 0) + STEP * 1_000;
    while (taken < queue.length && budget > 0) {
      const job = queue[taken] as Job;
      taken += 1;
      budget -= job.cost;
      spent += job.cost;
      loop += job.cost;
      job.done?.(now + costs.commit);
    }
  }
  waited.sort((one, other) => one - other);
  return {
    cpu: spent,
    busy: loop / 1_000 / now,
    told,
    p99: waited[Math.ceil(waited.length * 0.99) - 1] ?? Number.NaN,
  };
}
