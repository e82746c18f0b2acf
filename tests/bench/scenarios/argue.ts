import { setTimeout as pause } from "node:timers/promises";
import { resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, median, spread } from "#tests/bench/figures.ts";
import { withStudents } from "#tests/bench/valid-runs.ts";

/** How long to wait, in milliseconds, until the room has heard everything. */
const SETTLED = 2_500;
const ENDORSED = 3;

/** So many students post a rebuttal each at the same moment, and then endorse three each: 95 of 100 answers come within `most` milliseconds. */
export async function argue(students: number, turns: number, most: number): Promise<Figure[]> {
  const posts: number[] = [];
  const endorsements: number[] = [];
  await using server = await resolved();
  for (let turn = 0; turn < turns; turn += 1) {
    const room = await server.open();
    await withStudents({ url: server.url, auths: room.auths }, students, async (generator) => {
      await generator.ask("follow", undefined);
      await room.move("before");
      await generator.ask("vote", { round: "before" });
      for (const phase of ["reading", "rebuttal"] as const) await room.move(phase);
      await pause(SETTLED);
      const { ids, times } = await generator.ask("post", { writers: students });
      await pause(SETTLED);
      const endorsed = await generator.ask("endorse", { ids, each: ENDORSED });
      posts.push(spread(times).p95);
      endorsements.push(spread(endorsed.times).p95);
    });
    room.close();
  }
  const figure = (name: string, p95s: number[]): Figure => ({
    name: `${name}, ${students} students at once, p95`,
    unit: "ms",
    resolved: median(p95s),
    bar: atMost(median(p95s), most),
  });
  return [figure("a post", posts), figure("an endorsement", endorsements)];
}
