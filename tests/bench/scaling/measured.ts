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
export type Store = { hall: Measured; classes: Measured; vote: number; together: boolean };

/** Of a hall and of many classes; on two cores, with the load beside the server. */
export const MEASURED = {
  sqlite: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 22_827,
      arrival: 6_687,
      told: 61.2,
      comeBack: 1_202,
      instant: 123,
      spread: 1_931,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 28_779,
      arrival: 10_432,
      told: 171,
      comeBack: 975,
      instant: 193,
      spread: 2_899,
    },
    vote: 27,
    together: true,
  },
  postgresql: {
    hall: {
      shape: { sessions: 1, students: 1_000 },
      idle: 22_730,
      arrival: 7_752,
      told: 58.1,
      comeBack: 943,
      instant: 154,
      spread: 2_488,
    },
    classes: {
      shape: { sessions: 33, students: 30 },
      idle: 22_749,
      arrival: 10_909,
      told: 228,
      comeBack: 985,
      instant: 309,
      spread: 4_184,
    },
    vote: 38,
    together: false,
  },
} satisfies Record<string, Store>;

/** How long a burst took to be confirmed, in milliseconds: the 99th percentile (`npm run bench -- burst`). */
export const BURSTS = [
  { students: 600, p99: 20 },
  { students: 1_000, p99: 31 },
  { students: 5_000, p99: 164 },
];
/** How much more a vote costs in a burst of 1,000 than in a closed loop: caches are colder. */
const COLDER = 1.5;

/** As in tests/bench/scenarios/costs.ts, in milliseconds. */
export const SPREAD = 20_000;

/** The costs of each thing: sending a change costs something per session and something per student. */
export function costsOf({ hall, classes, vote, together }: Store, draw: () => number): Costs {
  const [many, few] = [hall.shape.students, classes.shape.students];
  const session = (classes.told - hall.told) / (1 / few - 1 / many);
  const costs: Costs = {
    idle: hall.idle,
    arrival: (hall.arrival + classes.arrival) / 2,
    comeBack: Math.max(hall.comeBack, classes.comeBack),
    vote,
    group: 0,
    session,
    told: hall.told - session / many,
    loopShare: 0.78, // docs/performance.md, "Where the time of a vote goes"
    commit: 3,
    together,
  };
  // What votes of a hall cost more when they are spread over 20 s is that of their groups.
  const votes = hall.shape.sessions * many;
  const cpuOf = (group: number) => simulateVoting(hall.shape, SPREAD, { ...costs, group }, draw).cpu;
  const alone = cpuOf(0);
  const groups = cpuOf(1) - alone;
  return { ...costs, group: Math.max(0, (hall.spread * votes - alone) / groups) };
}

/** The same where all come at one instant. */
export function inBurst(costs: Costs): Costs {
  return { ...costs, vote: costs.vote * COLDER };
}
