import { setTimeout as pause } from "node:timers/promises";
import { argue } from "#tests/bench/arguing.ts";
import { bare, resolved } from "#tests/bench/contestants.ts";
import { type Figure, median, spread } from "#tests/bench/figures.ts";
import { STEPS } from "#tests/bench/joining.ts";
import { type Both, compare, isVoid, withGenerator, withStudents } from "#tests/bench/turns.ts";
import type { Effort } from "#tests/bench/voting.ts";

/** How long a generator waits for the last student, in milliseconds. */
const PATIENCE = 60_000;
/** In milliseconds. */
const BETWEEN_REBUTTALS = 300;

/** The time from the first to the last client that gets a phase change, both contestants in turn. */
export async function phaseSkew(students: number, turns: number): Promise<Figure[]> {
  const skews: Both<Effort & { times: number[] }> = { bare: [], resolved: [] };
  for (const start of [bare, resolved]) {
    await using contestant = await start();
    await withStudents(contestant, students, async (generator) => {
      for (let turn = 0; turn < turns; turn += 1) {
        const phase = turn % 2 === 0 ? "before" : "lobby";
        const command = { phase, patience: PATIENCE };
        const move = () => void contestant.move(phase);
        skews[contestant.name].push(await generator.ask("hear", command, move));
        await pause(500);
      }
    });
  }
  const last = compare(skews, ({ times }) => spread(times).max);
  return [{ name: `phase-change skew, ${students}`, unit: "ms", ...last }];
}

/** Page, join, socket and first snapshot of every student, spread over some seconds. */
export async function joinStorm(students: number, seconds: number): Promise<Figure[]> {
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
      bar: { text: "<= 1500 ms", met: p95 <= 1_500 },
    },
    ...STEPS.map((step) => ({
      name: `${name}, ${step}, p95`,
      unit: "ms",
      resolved: spread(arrivals[step]).p95,
      ...validity,
    })),
    { name: `${name}, failures`, unit: "", resolved: failed, bar: { text: "0", met: failed === 0 } },
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
  const none = (count: number) => ({ text: "0", met: count === 0 });
  return [
    { name: `${name}, half in step after`, unit: "ms", resolved: median(returned.times), ...validity },
    {
      name: `${name}, all in step after`,
      unit: "ms",
      resolved: last,
      ...validity,
      bar: { text: `<= ${most} ms`, met: last <= most },
    },
    { name: `${name}, not back in a minute`, unit: "", resolved: missing, bar: none(missing) },
    { name: `${name}, votes lost`, unit: "", resolved: lost, bar: none(lost) },
    { name: `${name}, generator busy`, unit: "%", resolved: returned.busy * 100 },
  ];
}

/** The most that a student receives over a whole debate; each vote takes this many seconds. */
export async function wholeDebate(voters: number, rebuttals: number, within: number): Promise<Figure[]> {
  await using contestant = await resolved();
  const { url, auths, move } = contestant;
  const heard = await withGenerator(async (generator) => {
    await generator.ask("connect", { url, auths: await auths(voters), syncs: true });
    await move("before");
    await generator.ask("vote", { round: "before", within });
    await move("reading");
    await move("rebuttal");
    await argue(url, await auths(10), rebuttals, BETWEEN_REBUTTALS);
    await move("after");
    await generator.ask("vote", { round: "after", within });
    await move("results");
    await pause(1_500); // students hear the last of it a second later
    return generator.ask("heard", undefined);
  });
  const messages = spread(heard.messages).max;
  const kilobytes = spread(heard.bytes).max / 1000;
  const name = `a student's debate, ${voters} voters in ${within} s, ${rebuttals} rebuttals`;
  return [
    {
      name: `${name}, messages`,
      unit: "",
      resolved: messages,
      bar: { text: "<= 45", met: messages <= 45 },
    },
    {
      name: `${name}, bytes`,
      unit: "kB",
      resolved: kilobytes,
      bar: { text: "<= 150 kB", met: kilobytes <= 150 },
    },
  ];
}
