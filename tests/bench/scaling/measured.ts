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
      idle: 2_424,
      arrival: 5_336,
      told: 52.4,
      comeBack: 935,
      instant: 150,
      spread: 959,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 2_558,
      arrival: 6_613,
      told: 261,
      comeBack: 888,
      instant: 176,
      spread: 1_545,
    },
    vote: 45,
  },
  postgresql: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 5_552,
      arrival: 7_731,
      told: 41.6,
      comeBack: 1_186,
      instant: 170,
      spread: 1_596,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 4_464,
      arrival: 9_597,
      told: 416,
      comeBack: 1_186, // of the hall: PostgreSQL ended processes meanwhile, whose CPU was lost
      instant: 465,
      spread: 5_023,
    },
    vote: 45, // not measured: that of SQLite
  },
} satisfies Record<string, Store>;

/** How long a burst took to be confirmed, in milliseconds: the 99th percentile (`npm run bench -- burst`). */
export const BURSTS = [
  { students: 600, p99: 28 },
  { students: 1_000, p99: 42 },
  { students: 5_000, p99: 174 },
];
/** How much more CPU a vote takes in a burst than in a closed loop, of which the event loop has half (`-- burst`, CPU a vote). */
const BURST = { cpu: 1.5, loopShare: 0.5 };

/** What a seat of a roster costs: a profile of `-- hall`, in which one of 10,000 took 0.1 s. */
const SEAT = 10;
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
    seat: SEAT,
    told: hall.told - session / many,
    loopShare: 0.78, // docs/performance.md, "Where the time of a vote goes"
    commit: 3,
  };
  // What a hall's votes that are spread over 20 s cost more than their sum is that of their groups.
  const fitted = (measured: number, within: number, costsWith: (value: number) => Costs) => {
    const cpuOf = (value: number) => simulateVoting(hall.shape, within, costsWith(value), draw).cpu;
    const without = cpuOf(0);
    // A large step, since each play draws other moments.
    const one = (cpuOf(1_000) - without) / 1_000;
    return Math.max(0, (measured * hall.shape.sessions * many - without) / one);
  };
  const group = fitted(hall.spread, SPREAD, (value) => ({ ...costs, group: value }));
  return { ...costs, group };
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
