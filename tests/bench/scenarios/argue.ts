import { setTimeout as pause } from "node:timers/promises";
import type { Classroom } from "#tests/bench/classroom.ts";
import { bare, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, median, spread } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { withGenerator, withStudents } from "#tests/bench/turns.ts";

/** How long to wait, in milliseconds, until the room has heard everything. */
const SETTLED = 2_500;
const GETS = 2_000;
const ENDORSED = 3;
/** In seconds. */
const UNHURRIED = 10;
/** How many of a class write before all of it endorses. */
const WRITERS = 300;

/** `crowd`: students who argue at the same moment. `class`: those who endorse within 10 s. */
type Shape = { crowd: number; class: number; turns: number };
/** CPU in milliseconds, everything that the room hears included, and the slowest answers. */
type Argued = { post: number; postP95: number; endorse: number; endorseP95: number; see: number };

type Unhurried = { p95: number; cpu: number };

/** What rebuttals, endorsements and exposures cost, in GETs at a bare server in the same run. */
export async function argue({ crowd, class: size, turns }: Shape): Promise<Figure[]> {
  const gets: number[] = [];
  const argued: Argued[] = [];
  const unhurried: Unhurried[] = [];
  await using server = await resolved();
  for (let turn = 0; turn < turns; turn += 1) {
    gets.push(await bareGet());
    argued.push(await atOnce(server, crowd));
    unhurried.push(await within(server, size));
  }
  const unit = median(gets);
  const inGets = (of: (run: Argued) => number) => argued.map((run) => of(run) / unit);
  const ms = (of: (run: Argued) => number) => argued.map(of);
  const room = `${crowd} students at once`;
  const inTenSeconds = `an endorsement, ${size} students ${ENDORSED} each within ${UNHURRIED} s`;
  return [
    ...figures("a GET at a bare server, CPU", "ms", gets),
    ...figures(
      `a post, ${room}, CPU`,
      "GETs",
      inGets(({ post }) => post),
      25,
    ),
    ...figures(
      `a post, ${room}, p95`,
      "ms",
      ms(({ postP95 }) => postP95),
    ),
    ...figures(
      `an endorsement, ${room}, CPU`,
      "GETs",
      inGets(({ endorse }) => endorse),
      10,
    ),
    ...figures(
      `an endorsement, ${room}, p95`,
      "ms",
      ms(({ endorseP95 }) => endorseP95),
    ),
    ...figures(
      `20 exposures, ${room}, CPU`,
      "GETs",
      inGets(({ see }) => see),
    ),
    ...figures(
      `${inTenSeconds}, CPU`,
      "GETs",
      unhurried.map(({ cpu }) => cpu / unit),
    ),
    ...figures(
      `${inTenSeconds}, p95`,
      "ms",
      unhurried.map(({ p95 }) => p95),
      500,
    ),
  ];
}

/** The least, the middle and the most of all turns; the middle is held to the bar. */
export function figures(name: string, unit: string, values: number[], most?: number): Figure[] {
  const middle = median(values);
  const bar = most === undefined ? {} : { bar: { text: `<= ${most} ${unit}`, met: middle <= most } };
  return [
    { name: `${name}, least`, unit, resolved: Math.min(...values) },
    { name: `${name}, median`, unit, resolved: middle, ...bar },
    { name: `${name}, most`, unit, resolved: Math.max(...values) },
  ];
}

export async function bareGet(): Promise<number> {
  await using contestant = await bare();
  return await withGenerator(async (generator) => {
    const get = () =>
      generator.ask("getAll", { url: contestant.url, path: "/json/2", headers: Array(GETS / 4).fill("") });
    await get();
    const before = contestant.cpu();
    for (let part = 0; part < 4; part += 1) await get();
    return ((contestant.cpu() - before) * 1_000) / GETS;
  });
}

async function atOnce(server: Resolved, students: number): Promise<Argued> {
  const room = await server.open();
  const { url } = server;
  const argued = await withStudents({ url, auths: room.auths }, students, async (generator) => {
    await argues(room, generator);
    /** Milliseconds of CPU for each of so many. */
    async function spent<T>(count: number, run: () => Promise<T>) {
      await pause(SETTLED);
      const before = server.cpu();
      const done = await run();
      await pause(SETTLED);
      return { ...done, cpu: ((server.cpu() - before) * 1_000) / count };
    }
    const posted = await spent(students, () => generator.ask("post", { writers: students }));
    const { ids } = posted;
    const seen = await spent(students, () => generator.ask("see", { ids }));
    const endorsed = await spent(students * ENDORSED, () =>
      generator.ask("endorse", { ids, each: ENDORSED }),
    );
    return {
      post: posted.cpu,
      postP95: spread(posted.times).p95,
      endorse: endorsed.cpu,
      endorseP95: spread(endorsed.times).p95,
      see: seen.cpu,
    };
  });
  room.close();
  return argued;
}

async function within(server: Resolved, students: number): Promise<Unhurried> {
  const room = await server.open();
  const { url } = server;
  const unhurried = await withStudents({ url, auths: room.auths }, students, async (generator) => {
    await argues(room, generator);
    const { ids } = await generator.ask("post", { writers: WRITERS });
    await pause(SETTLED);
    const before = server.cpu();
    const { times } = await generator.ask("endorse", { ids, each: ENDORSED, within: UNHURRIED });
    await pause(SETTLED);
    return { p95: spread(times).p95, cpu: ((server.cpu() - before) * 1_000) / times.length };
  });
  room.close();
  return unhurried;
}

/** A class that has voted moves on to its rebuttals. */
async function argues(room: Classroom, generator: Generator): Promise<void> {
  await generator.ask("follow", undefined);
  await room.move("before");
  await generator.ask("vote", { round: "before" });
  await room.move("reading");
  await room.move("rebuttal");
}
