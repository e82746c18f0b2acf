import { setTimeout as pause } from "node:timers/promises";
import type { Classroom } from "#tests/bench/classroom.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import type { Figure } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { withGenerator } from "#tests/bench/turns.ts";

/** How long to wait, in milliseconds, until everything started before has finished. */
const SETTLED = 2_500;
const IDLE = 20_000;
const TOLD = 20;
const PAGES = 40;
/** In seconds: everybody comes in, and everybody votes. */
const ARRIVING = 10;
const VOTING = 20;

/** A hall, or many classes at once: as many students in as many sessions. */
export type Shape = { sessions: number; students: number };

/**
 * What each thing costs a server in microseconds of CPU, the database's included: what docs/scaling.md is made from
 * (`tests/bench/scaling/measured.ts`).
 */
export async function costs({ sessions, students }: Shape): Promise<Figure[]> {
  await using server = await resolved();
  const { url, cpu } = server;
  const figures: Figure[] = [];
  const where = `${sessions} x ${students}`;
  const report = (name: string, value: number, unit = "us") =>
    figures.push({ name: `${where}: ${name}`, unit, resolved: value });
  /** Seconds of CPU from a quiet moment to the next one, and how many seconds are between them. */
  async function spent<T>(run: () => Promise<T>) {
    await pause(SETTLED);
    const [before, started] = [cpu(), performance.now()];
    const done = await run();
    await pause(SETTLED);
    return { done, cpuSeconds: cpu() - before, seconds: (performance.now() - started) / 1_000 };
  }
  const idle = await spent(() => pause(IDLE));
  const idleShare = idle.cpuSeconds / idle.seconds;
  report("a server that does nothing, a second", idleShare * 1e6);
  /** Minus the cost of an idle server. */
  async function each<T>(name: string, count: number, run: () => Promise<T>): Promise<T> {
    const { done, cpuSeconds, seconds } = await spent(run);
    report(name, ((cpuSeconds - idleShare * seconds) / count) * 1e6);
    return done;
  }

  const all = sessions * students;
  const classes = [server.classroom, ...(await openMore(server, sessions - 1))];
  // A separate generator: students stay connected until it ends.
  await withGenerator((generator) =>
    each("a student's arrival: page, seat, socket, snapshot", all, () =>
      generator.ask("join", {
        url,
        codes: classes.map(({ code }) => code),
        students: all,
        seconds: ARRIVING,
      }),
    ),
  );
  await withGenerator(async (generator) => {
    for (const classroom of classes)
      await generator.ask("connect", { url, auths: await classroom.auths(students), syncs: true });
    await each("an idle student, a second", (all * (IDLE + SETTLED)) / 1_000, () => pause(IDLE));
    await each("a snapshot told to a student", all * TOLD, () => Promise.all(classes.map(tell(url))));
    for (const classroom of classes) await classroom.move("before");
    const burst = await each("a vote, all at one instant", all, () =>
      generator.ask("vote", { round: "before" }),
    );
    report("a vote's confirmation, all at one instant, p99", burst.p99, "ms");
    const spread = await each("a vote, all within 20 s", all, () =>
      generator.ask("vote", { round: "before", within: VOTING }),
    );
    report("a vote's confirmation, all within 20 s, p99", spread.p99, "ms");
    await each("a return after a lost connection", all, () => comeBack(generator));
    for (const classroom of classes)
      for (const phase of ["reading", "rebuttal", "after", "results"] as const) await classroom.move(phase);
    await each("a page of results", PAGES, async () => {
      for (let page = 0; page < PAGES; page += 1)
        await (await fetch(`${url}/results/${classes[page % sessions]?.code}`)).text();
    });
  });
  for (const { close } of classes) close();
  return figures;
}

async function openMore(server: Resolved, count: number): Promise<Classroom[]> {
  const opened: Classroom[] = [];
  while (opened.length < count) opened.push(await server.open());
  return opened;
}

/** Closes and opens joining again and again, which everyone is sent. */
const tell =
  (url: string) =>
  async (classroom: Classroom): Promise<void> => {
    const host = await classroom.hostOn(url);
    for (let told = 0; told < TOLD; told += 1) {
      await host.send("host:lock", { locked: told % 2 === 0 });
      await pause(2_100); // students hear once in two seconds
    }
    host.close();
  };

async function comeBack(generator: Generator): Promise<void> {
  await generator.ask("comeBack", { patience: 60_000, drops: true });
}
