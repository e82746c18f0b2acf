import { type Costs, type Shape, simulateVoting } from "#tests/bench/scaling/model.ts";

/** What `npm run bench -- costs` showed of a shape, in microseconds of CPU, and `p99` in milliseconds. */
export type Measured = {
  shape: Shape;
  idle: number;
  arrival: number;
  told: number;
  comeBack: number;
  instant: number;
  spread: number;
};

/** A hall and many classes on one store, and a vote in a closed loop of 200 (`npm run bench -- throughput`). */
export type Store = { hall: Measured; classes: Measured; vote: number };

/** Of a hall and of many classes; on two cores, with the load beside the server. */
export const MEASURED = {
  sqlite: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 1_739,
      arrival: 3_463,
      told: 36.4,
      comeBack: 665,
      instant: 104,
      spread: 651,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 2_111,
      arrival: 5_760,
      told: 179,
      comeBack: 752,
      instant: 128,
      spread: 1_171,
    },
    vote: 26,
  },
  postgresql: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 3_638,
      arrival: 6_947,
      told: 43.2,
      comeBack: 1_148,
      instant: 114,
      spread: 359,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 3_711,
      arrival: 7_386,
      told: 297,
      comeBack: 1_386,
      instant: 286,
      spread: 3_681,
    },
    vote: 38,
  },
} satisfies Record<string, Store>;

/** How long a burst took to be confirmed, in milliseconds: the 99th percentile (`npm run bench -- burst`). */
export const BURSTS = [
  { students: 600, p99: 24 },
  { students: 1_000, p99: 33 },
  { students: 5_000, p99: 173 },
];
/** How much more CPU a vote takes in a burst than in a closed loop, of which the event loop has half (`-- burst`, CPU a vote). */
const BURST = { cpu: 2.4, loopShare: 0.5 };

/** As in tests/bench/scenarios/costs.ts, in milliseconds. */
export const SPREAD = 20_000;

/** The costs of each thing: sending a change costs something per session and something per student. */
export function costsOf({ hall, classes, vote }: Store, draw: () => number): Costs {
  const [many, few] = [hall.shape.students, classes.shape.students];
  const session = (classes.told - hall.told) / (1 / few - 1 / many);
  const costs: Costs = {
    idle: hall.idle,
    arrival: (hall.arrival + classes.arrival) / 2,
    comeBack: Math.max(hall.comeBack, classes.comeBack),
    vote,
    group: 0,
    session,
    seat: 0,
    told: hall.told - session / many,
    loopShare: 0.78, // docs/performance.md, "Where the time of a vote goes"
    commit: 3,
  };
  // What a hall's votes cost more than their sum is that of its roster, and where they are spread over 20 s of their groups.
  const fitted = (measured: number, within: number, costsWith: (value: number) => Costs) => {
    const cpuOf = (value: number) => simulateVoting(hall.shape, within, costsWith(value), draw).cpu;
    const without = cpuOf(0);
    // A large step, since each play draws other moments.
    const one = (cpuOf(1_000) - without) / 1_000;
    return Math.max(0, (measured * hall.shape.sessions * many - without) / one);
  };
  const seat = fitted(hall.instant, 0, (value) => inBurst({ ...costs, seat: value }));
  const group = fitted(hall.spread, SPREAD, (value) => ({ ...costs, seat, group: value }));
  return { ...costs, seat, group };
}

/**
 * The same on PostgreSQL, where nothing was fitted: votes cost as much more as those of classes did within 20 s. Its commits are those
 * of a session, so that its classes share less.
 */
export function onPostgresql(costs: Costs): Costs {
  const { sqlite, postgresql } = MEASURED;
  const times = postgresql.classes.spread / sqlite.classes.spread;
  const { idle } = postgresql.hall;
  const arrival = (postgresql.hall.arrival + postgresql.classes.arrival) / 2;
  const [vote, group] = [costs.vote * times, costs.group * times];
  return { ...costs, idle, arrival, vote, group, session: costs.session * times, seat: costs.seat * times };
}

/** The same where all come at one instant. */
export function inBurst(costs: Costs): Costs {
  return { ...costs, vote: costs.vote * BURST.cpu, loopShare: BURST.loopShare };
}
