import { buildWhereStale } from "#server/launch/build.mjs";

/** Builds where the sources have changed, once: before tests that use what was built. */
export default async function buildFirst(): Promise<void> {
  await buildWhereStale();
}
