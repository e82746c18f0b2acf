import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atMost, type Figure, median } from "#tests/bench/figures.ts";
import { launch, stop } from "#tests/bench/processes.ts";

/** In milliseconds: how long a start may take, and between two looks whether it is ready. */
const [READY, LOOK_AGAIN] = [5_000, 20];

/** From the start of the built program, on a database that it has used before, until it is ready. */
export async function startUp(turns: number): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-start-"));
  const times: number[] = [];
  try {
    for (let turn = 0; turn <= turns; turn += 1) {
      const started = performance.now();
      const { child, url } = await launch(["server/launch/start.mjs"], {
        ...{ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "error", DATABASE_URL: `file:${folder}/resolved.db` },
      });
      while (!(await fetch(`${url}/readyz`).then(({ ok }) => ok))) await pause(LOOK_AGAIN);
      // The first creates the database.
      if (turn > 0) times.push(performance.now() - started);
      await stop(child);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const time = median(times);
  return [{ name: "start, until it is ready", unit: "ms", resolved: time, bar: atMost(time, READY) }];
}
