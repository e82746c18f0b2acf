import { buildWhereStale } from "#server/launch/build.mjs";

/** Builds where the sources have changed, once: before tests that use what was built. */
export const setup = buildWhereStale;
