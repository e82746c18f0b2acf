import { setTimeout as pause } from "node:timers/promises";
import { STEPS } from "#debate/rules/steps.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import { withGenerator } from "#tests/bench/turns.ts";
import { filesAt } from "#tests/bench/visiting.ts";

/** How long to wait, in milliseconds, until everything started before has finished. */
const SETTLED = 1_500;
/** In seconds: everybody comes in, votes, endorses. */
const WITHIN = 10;
/** One in so many writes; each endorses three rebuttals, and is shown twenty. */
const [WRITES, ENDORSES] = [3, 3];
/** Milliseconds of CPU for each student. */
const MOST = 100;

/** Milliseconds of the server's CPU a student, part by part. */
type Lesson = { students: number; parts: Map<string, number>; missing: number };

/** Where the CPU of a lesson goes, as the class grows: from the first page to the whole results on each phone. */
export async function lessons(classes: number[]): Promise<Figure[]> {
  const held: Lesson[] = [];
  await using server = await resolved();
  for (const students of classes) held.push(await lesson(server, students));
  return held.flatMap(({ students, parts, missing }) => {
    const whole = [...parts.values()].reduce((sum, part) => sum + part, 0);
    const name = `a lesson of ${students}, CPU a student`;
    return [
      ...[...parts].map(([part, value]) => ({ name: `${name}: ${part}`, unit: "ms", resolved: value })),
      {
        name,
        unit: "ms",
        resolved: whole,
        bar: { text: `<= ${MOST} ms`, met: whole > 0 && whole <= MOST },
      },
      {
        name: `a lesson of ${students}, not let in`,
        unit: "",
        resolved: missing,
        bar: { text: "0", met: missing === 0 },
      },
    ];
  });
}

/** Without what a server spends on nothing: in a real lesson that depends on its length. */
async function lesson(server: Resolved, students: number): Promise<Lesson> {
  const { url, cpu } = server;
  let missing = 0;
  const parts = new Map<string, number>();
  const room = await server.open({ stagedReveal: true });
  await pause(SETTLED);
  const quiet = cpu();
  await pause(2 * SETTLED);
  const idle = (cpu() - quiet) / ((2 * SETTLED) / 1_000);
  async function part<T>(name: string, run: () => Promise<T>): Promise<T> {
    const [before, started] = [cpu(), performance.now()];
    const done = await run();
    await pause(SETTLED);
    const used = cpu() - before - (idle * (performance.now() - started)) / 1_000;
    parts.set(name, (parts.get(name) ?? 0) + (used * 1_000) / students);
    return done;
  }

  await withGenerator(async (generator) => {
    const { code, move } = room;
    const paths = await filesAt(url, `/s/${code}`);
    const within = { within: WITHIN };
    await part("files", () => generator.ask("browse", { url, paths, visits: students }));
    const storm = { url, codes: [code], students, seconds: WITHIN };
    const { failed } = await part("page, seat, socket, snapshot", () => generator.ask("join", storm));
    missing = failed;
    await generator.ask("follow", undefined);
    await part("first vote", async () => {
      await move("before");
      await generator.ask("vote", { round: "before", ...within });
    });
    await part("reading", () => move("reading"));
    const ids = await part("posts", async () => {
      await move("rebuttal");
      return (await generator.ask("post", { writers: Math.ceil(students / WRITES) })).ids;
    });
    await part("exposures", () => generator.ask("see", { ids }));
    const endorsing = { ids, each: Math.min(ENDORSES, ids.length - 1), ...within };
    await part("endorsements", () => generator.ask("endorse", endorsing));
    await part("last vote", async () => {
      await move("after");
      await generator.ask("vote", { round: "after", ...within });
    });
    await part("reveal", async () => {
      await move("results");
      for (const step of STEPS.slice(STEPS.indexOf("before"))) {
        await room.step(step);
        await pause(SETTLED / 2);
      }
    });
    const headers = Array<string>(students).fill("");
    await part("whole results", () =>
      generator.ask("getAll", { url, path: `/api/sessions/${code}/results`, headers }),
    );
    await part("end", () => move("closed"));
  });
  room.close();
  return { students, parts, missing };
}
