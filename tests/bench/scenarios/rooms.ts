import { resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, median, none, spread } from "#tests/bench/figures.ts";
import { STEPS } from "#tests/bench/joining.ts";
import { isVoid, withGenerator, withStudents } from "#tests/bench/valid-runs.ts";

/** How long a generator waits for the last student, in milliseconds. */
const PATIENCE = 60_000;

/** Page, join, socket and first snapshot of every student, spread over some seconds. */
export async function joinStorm(students: number, seconds: number, most: number): Promise<Figure[]> {
  await using contestant = await resolved();
  const { url, classroom } = contestant;
  const codes = [classroom.code];
  const arrivals = await withGenerator((generator) =>
    generator.ask("join", { url, codes, students, seconds }),
  );
  const { p50, p95 } = spread(arrivals.whole);
  const { failed } = arrivals;
  const name = `join storm, ${students} in ${seconds} s`;
  const validity = { isVoid: isVoid(arrivals) };
  return [
    { name: `${name}, p50`, unit: "ms", resolved: p50, ...validity },
    {
      name: `${name}, p95`,
      unit: "ms",
      resolved: p95,
      ...validity,
      bar: atMost(p95, most),
    },
    ...STEPS.map((step) => ({
      name: `${name}, ${step}, p95`,
      unit: "ms",
      resolved: spread(arrivals[step]).p95,
      ...validity,
    })),
    none(`${name}, failures`, failed),
    { name: `${name}, generator busy`, unit: "%", resolved: arrivals.busy * 100 },
  ];
}

/** The server goes down and comes up under a room full of students who have voted. */
export async function restartUnder(students: number, most: number): Promise<Figure[]> {
  await using contestant = await resolved();
  await contestant.move("before");
  const returned = await withStudents(contestant, students, async (generator) => {
    await generator.ask("vote", { round: "before" });
    const comingBack = generator.ask("comeBack", { patience: PATIENCE });
    await contestant.restart();
    const upAt = Date.now();
    const { times, ...effort } = await comingBack;
    return { ...effort, times: times.map((time) => time - upAt) };
  });
  const lost = students - (await contestant.classroom.voted());
  const missing = students - returned.times.length;
  const last = missing > 0 ? PATIENCE : spread(returned.times).max;
  const name = `restart under ${students}`;
  const validity = { isVoid: isVoid(returned) };
  return [
    { name: `${name}, half in step after`, unit: "ms", resolved: median(returned.times), ...validity },
    {
      name: `${name}, all in step after`,
      unit: "ms",
      resolved: last,
      ...validity,
      bar: atMost(last, most),
    },
    none(`${name}, not back in a minute`, missing),
    none(`${name}, votes lost`, lost),
    { name: `${name}, generator busy`, unit: "%", resolved: returned.busy * 100 },
  ];
}
