import { setTimeout as pause } from "node:timers/promises";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { withGenerator } from "#tests/bench/turns.ts";

/** In milliseconds: until nothing that was begun is still going on. */
const SETTLED = 2_500;
const IDLE = 20_000;
const TOLD = 20;
const PAGES = 40;

/** What each thing costs a server in microseconds of CPU, the database's included: what docs/scaling.md is made from. */
export async function costs(students: number): Promise<Figure[]> {
  await using server = await resolved();
  const { url, classroom, cpu } = server;
  const figures: Figure[] = [];
  const report = (name: string, microseconds: number) =>
    figures.push({ name: `cost of ${name}`, unit: "us", resolved: microseconds });
  /** Seconds of CPU from a quiet moment to the next one, and how many seconds are between them. */
  async function spent(run: () => Promise<unknown>) {
    await pause(SETTLED);
    const [before, started] = [cpu(), performance.now()];
    await run();
    await pause(SETTLED);
    return { cpuSeconds: cpu() - before, seconds: (performance.now() - started) / 1_000 };
  }
  const idle = await spent(() => pause(IDLE));
  const idleShare = idle.cpuSeconds / idle.seconds;
  report("a server that does nothing, a second", idleShare * 1e6);
  /** Without what a server costs that does nothing. */
  async function each(name: string, count: number, run: () => Promise<unknown>): Promise<void> {
    const { cpuSeconds, seconds } = await spent(run);
    report(name, ((cpuSeconds - idleShare * seconds) / count) * 1e6);
  }

  const { code } = classroom;
  // A generator of its own: those who come in stay connected until it ends.
  await withGenerator((generator) =>
    each("a student's arrival: page, seat, socket, snapshot", students, () =>
      generator.ask("join", { url, code, students, seconds: 10 }),
    ),
  );
  await withGenerator(async (generator) => {
    await generator.ask("connect", { url, auths: await classroom.auths(students), syncs: true });
    await each("an idle student, a second", (students * (IDLE + SETTLED)) / 1_000, () => pause(IDLE));
    await each("a snapshot told to a student", students * TOLD, () => tell(server));
    await server.move("before");
    await each("a vote, all at one instant", students, () => generator.ask("vote", { round: "before" }));
    await each("a vote, all within 20 s", students, () =>
      generator.ask("vote", { round: "before", within: 20 }),
    );
    await each("a return after a lost connection", students, () => comeBack(generator));
    await server.move("reading");
    for (const phase of ["rebuttal", "after", "results"] as const) await server.move(phase);
    await each("a page of results", PAGES, async () => {
      for (let page = 0; page < PAGES; page += 1) await (await fetch(`${url}/results/${code}`)).text();
    });
  });
  return figures;
}

/** Everybody hears that the door was locked, and opened again, and so on. */
async function tell({ classroom, url }: Resolved): Promise<void> {
  const host = await classroom.hostOn(url);
  for (let told = 0; told < TOLD; told += 1) {
    await host.send("host:lock", { locked: told % 2 === 0 });
    await pause(1_100); // students hear once a second
  }
  host.close();
}

async function comeBack(generator: Generator): Promise<void> {
  await generator.ask("drop", undefined);
  await generator.ask("comeBack", { patience: 60_000 });
}
