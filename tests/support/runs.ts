/** How often chance is tried: so often in the short form of the checks, and ten times as often in the long one. */
export const runs = (times: number): number => (process.env.EVERY_TEST === undefined ? times : 10 * times);
