import { setTimeout as pause } from "node:timers/promises";
import type { Step } from "#debate/rules/steps.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, median, none, spread } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { othersDuring } from "#tests/bench/resource-use.ts";
import { flat } from "#tests/bench/scenarios/votes.ts";
import { type Size, seedDebate } from "#tests/bench/seeding.ts";
import { type Both, compare, isVoid, unlessVoid, withGenerator } from "#tests/bench/valid-runs.ts";
import { type Effort, withEffort } from "#tests/bench/voting.ts";

/** Upper limits in milliseconds: the first results, a step on the last phone, the results on 95 of 100 phones that ask at once. */
type Bars = { cold: number; heard: number; asked: number };

const TIMED = ["before", "flow", "verdict", "chance", "moved"] as const satisfies Step[];
const PATIENCE = 60_000;
/** Within this, in milliseconds, everybody has heard what they are told after a move. */
const SETTLED = 4_000;
/** Requests for kept results that are timed one after the other. */
const REQUESTS = 20;
/** In milliseconds: reads that follow each other at once wait for each other. */
const BETWEEN_REQUESTS = 20;
/** In how many turns everybody asks for the results, after one that warms. */
const TURNS = 3;
const BETWEEN_STEPS = 500;

/** A staged reveal: the results counted for the first time, each step told to all phones, and the whole page asked for at once. */
export async function reveal(size: Size, bars: Bars): Promise<Figure[]> {
  await using server = await resolved();
  const { classroom, auths } = await voted(server, size);
  const name = `reveal, ${size.voters} voters, ${size.rebuttals} rebuttals`;
  const read = await watched(server, () => withEffort(() => readAlone(server, classroom)));
  const figures = await withGenerator(async (phones) => {
    const told = await toldSteps(phones, server, { classroom, auths });
    await classroom.step("open");
    await pause(SETTLED);
    const room = { phones, server, classroom, auths, bytes: read.bytes };
    return [...toldFigures(name, told, bars), ...(await askedFigures(name, room, bars))];
  });
  classroom.close();
  const validity = { isVoid: isVoid(read) };
  return [
    { name: `${name}: results, cold`, ...ms(read.cold), ...validity, bar: atMost(read.cold, bars.cold) },
    { name: `${name}: results, warm`, ...ms(read.warm), ...validity },
    ...figures,
  ];
}

/** What each step costs a phone, as the class grows. */
export async function revealGrowth(sizes: Size[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    await using server = await resolved();
    const room = await voted(server, size);
    const told = await withGenerator((phones) => toldSteps(phones, server, room));
    room.classroom.close();
    figures.push({
      name: `class of ${size.voters}, CPU a phone and step of the reveal`,
      unit: "us",
      resolved: told.cpu,
      isVoid: isVoid(told),
    });
  }
  return [...figures, flat("CPU a phone and step", figures)];
}

/** A class that has voted and argued. */
async function voted(server: Resolved, size: Size) {
  const classroom = await server.open({ reveal: "staged" });
  const auths = (await classroom.auths(size.voters)) as { ticket: string }[];
  for (const phase of ["before", "reading", "rebuttal", "after"] as const) await classroom.move(phase);
  await server.restart((database) => seedDebate(database, classroom.code, size));
  return { classroom, auths };
}

/** All phones connect, and are told each step. */
async function toldSteps(
  phones: Generator,
  server: Resolved,
  { classroom, auths }: Awaited<ReturnType<typeof voted>>,
) {
  await phones.ask("connect", { url: server.url, auths });
  await classroom.move("results");
  await pause(SETTLED);
  return watched(server, () => stepsOf(phones, server, classroom));
}

const ms = (resolved: number) => ({ unit: "ms", resolved });

/** A run with what others used meanwhile. */
async function watched<Run extends Effort>(contestant: Contestant, run: () => Promise<Run>) {
  const { done, others } = await othersDuring(contestant, async () => ({ run: await run() }));
  return { ...done.run, others };
}

/** The host's requests: the first after the start, and the median of those that follow. */
async function readAlone({ url, cookie }: Resolved, { code }: Classroom) {
  const read = async () => {
    const started = performance.now();
    const response = await fetch(`${url}/api/sessions/${code}/results`, { headers: { cookie } });
    const { byteLength } = await response.arrayBuffer();
    if (!response.ok) throw new Error(`the results were answered with ${response.status}`);
    return { ms: performance.now() - started, byteLength };
  };
  // Opens the connection, whose price is not the count's.
  await (await fetch(`${url}/healthz`)).arrayBuffer();
  const first = await read();
  const times: number[] = [];
  while (times.length < REQUESTS) {
    await pause(BETWEEN_REQUESTS);
    times.push((await read()).ms);
  }
  return { cold: first.ms, warm: median(times), bytes: first.byteLength };
}

/** `cpu`: microseconds of the server's a phone and step. */
type Told = Effort & { times: number[]; cpu: number };

/** How long after the host's tap each phone has each step. */
async function stepsOf(phones: Generator, server: Resolved, classroom: Classroom): Promise<Told> {
  const told: Told = { times: [], cpu: 0, busy: 0, seconds: 0, cpuSeconds: 0 };
  const before = server.cpu();
  for (const step of TIMED) {
    let asked: Promise<number> | undefined;
    const heard = await phones.ask("hearStep", { step, patience: PATIENCE }, () => {
      asked = classroom.step(step);
    });
    const askedAt = (await asked) ?? Number.NaN;
    told.times.push(...heard.at.map((time) => time - askedAt));
    told.busy = Math.max(told.busy, heard.busy);
    told.cpuSeconds += heard.cpuSeconds;
    await pause(BETWEEN_STEPS);
  }
  told.cpu = ((server.cpu() - before) / told.times.length) * 1e6;
  return told;
}

function toldFigures(name: string, told: Told, { heard }: Bars): Figure[] {
  const { p50, max } = spread(told.times);
  const validity = { isVoid: isVoid(told) };
  return [
    { name: `${name}: step to phone, p50`, ...ms(p50), ...validity },
    { name: `${name}: step to the last phone`, ...ms(max), ...validity, bar: atMost(max, heard) },
    { name: `${name}: CPU a phone and step`, unit: "us", resolved: told.cpu, ...validity },
  ];
}

type Room = {
  phones: Generator;
  server: Resolved;
  classroom: Classroom;
  auths: { ticket: string }[];
  /** Of the results. */
  bytes: number;
};

/** Everybody asks for the whole results at once, of both contestants in turns: as many bytes of the bare one. */
async function askedFigures(name: string, room: Room, bars: Bars): Promise<Figure[]> {
  const { phones, server, classroom, auths, bytes } = room;
  await using base = await bare();
  const path = `/api/sessions/${classroom.code}/results`;
  const cookies = auths.map(({ ticket }) => `Cookie: seat-${classroom.code}=${ticket}`);
  const runs: Both<Asked> = { bare: [], resolved: [] };
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const plain = await askAll(phones, base, `/json/${bytes}`, cookies);
    const ours = await askAll(phones, server, path, cookies);
    // The first turn warms both.
    if (turn === 0) continue;
    runs.bare.push(plain);
    runs.resolved.push(ours);
  }
  const title = `${name}: all ask for ${(bytes / 1000).toFixed(0)} kB`;
  const p95 = compare(runs, ({ times }) => spread(times).p95);
  const answered = Math.min(...runs.resolved.map(({ statuses }) => statuses[200] ?? 0));
  return [
    { name: `${title}, p95`, unit: "ms", ...p95, bar: atMost(p95.resolved, bars.asked) },
    none(`${title}, not answered`, auths.length - answered),
  ];
}

type Asked = Awaited<ReturnType<typeof askAll>>;

/** Repeated while others disturb it. */
function askAll(phones: Generator, contestant: Contestant, path: string, headers: string[]) {
  const { url } = contestant;
  return unlessVoid(() => watched(contestant, () => phones.ask("getAll", { url, path, headers })));
}
