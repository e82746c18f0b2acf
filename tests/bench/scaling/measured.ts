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
      idle: 21_850,
      arrival: 3_984,
      told: 17.2,
      comeBack: 679,
      instant: 97.4,
      spread: 915,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 24_492,
      arrival: 4_670,
      told: 162,
      comeBack: 1_040,
      instant: 192,
      spread: 1_625,
    },
    vote: 23,
  },
  postgresql: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 10_934,
      arrival: 7_683,
      told: 74.8,
      comeBack: 1_454,
      instant: 278,
      spread: 2_251,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 11_100,
      arrival: 8_163,
      told: 337,
      comeBack: 1_346,
      instant: 212,
      spread: 2_930,
    },
    vote: 38,
  },
} satisfies Record<string, Store>;

/** How long a burst took to be confirmed, in milliseconds: the 99th percentile (`npm run bench -- burst`). */
export const BURSTS = [
  { students: 600, p99: 20 },
  { students: 1_000, p99: 30 },
  { students: 5_000, p99: 145 },
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
