/** Set by `npm run test:long` and CI. */
export const IS_LONG = process.env.EVERY_TEST !== undefined;

/** How often chance is tried: so often in the short form of the checks, and ten times as often in the long one. */
export const runs = (times: number): number => (IS_LONG ? 10 * times : times);

/** Which ways a check is tried: in the short form the first of these, in the long one all of them. */
export const ways = <Way>(count: number, all: readonly Way[]): readonly Way[] =>
  IS_LONG ? all : all.slice(0, count);
