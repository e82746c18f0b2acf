import {
  BURSTS,
  costsOf,
  inBurst,
  type Measured,
  SPREAD,
  type Store,
} from "#tests/bench/scaling/measured.ts";
import { type Costs, simulateVoting } from "#tests/bench/scaling/model.ts";

export type Compared = { what: string; unit: string; measured: number; model: number };

const AT_ONCE = () => 0;

/** Measurements beside the model's predictions, for figures that the model was not fitted to. */
export function compare(store: Store, draw: () => number): Compared[] {
  const costs = costsOf(store, draw);
  const of = ({ shape }: Measured, within: number, how: Costs) =>
    simulateVoting(shape, within, how, within === 0 ? AT_ONCE : draw).cpu / (shape.sessions * shape.students);
  const { classes } = store;
  const burst = inBurst(costs);
  const votes = [
    { what: "classes, all within 20 s", measured: classes.spread, model: of(classes, SPREAD, costs) },
    { what: "classes, all at one instant", measured: classes.instant, model: of(classes, 0, burst) },
  ];
  return votes.map(({ what, ...rest }) => ({ what: `a vote of ${what}`, unit: "us", ...rest }));
}

/** How long the last voter waits when a hall votes at one instant. */
export function compareBursts(store: Store, draw: () => number): Compared[] {
  const costs = inBurst(costsOf(store, draw));
  return BURSTS.map(({ students, p99 }) => ({
    what: `a burst of ${students}, p99`,
    unit: "ms",
    measured: p99,
    model: simulateVoting({ sessions: 1, students }, 0, costs, AT_ONCE).p99,
  }));
}
