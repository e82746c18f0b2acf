import { buildWhereStale } from "#server/launch/build.mjs";

/** Builds once where the sources have changed: each worker's own launcher would, at the same time and into the same files. */
export default async function buildFirst(): Promise<void> {
  await buildWhereStale();
}
