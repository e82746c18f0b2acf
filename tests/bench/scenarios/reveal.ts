import { setTimeout as pause } from "node:timers/promises";
import type { Step } from "#debate/rules/steps.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, median, spread } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { type Size, seedDebate } from "#tests/bench/seeding.ts";
import { type Both, compare, isVoid, most, unlessVoid, withGenerator } from "#tests/bench/turns.ts";
import { type Effort, withEffort } from "#tests/bench/voting.ts";
import { loopDelay, othersDuring } from "#tests/bench/watched.ts";

/** Upper limits in milliseconds: all have heard a step, the first results, all have got the results, the event loop's delay. */
type Bars = { heard?: number; cold?: number; asked?: number; delay?: number };

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
const [WARM, TIMES_BARE] = [5, 10];

/** A staged reveal: the results counted for the first time, each step told to all phones, and the whole page asked for at once. */
export async function reveal(size: Size, bars: Bars = {}): Promise<Figure[]> {
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
    { name: `${name}: results JSON, cold`, ...ms(read.cold), ...validity, ...atMost(read.cold, bars.cold) },
    { name: `${name}: results JSON, cold, CPU`, ...ms(read.counting) },
    { name: `${name}: results JSON, warm`, ...ms(read.warm), ...validity, ...atMost(read.warm, WARM) },
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
  return figures;
}

/** A class that has voted and argued. */
async function voted(server: Resolved, size: Size) {
  const classroom = await server.open({ stagedReveal: true });
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
const atMost = (value: number, most: number | undefined): Pick<Figure, "bar"> =>
  most === undefined ? {} : { bar: { text: `<= ${most} ms`, met: value <= most } };

/** A run with what others used meanwhile. */
async function watched<Run extends Effort>(contestant: Contestant, run: () => Promise<Run>) {
  const { done, others } = await othersDuring(contestant, async () => ({ run: await run() }));
  return { ...done.run, others };
}

/** The host's requests: the first after the start, with the server's milliseconds of CPU, and the median of those that follow. */
async function readAlone({ url, cookie, cpu }: Resolved, { code }: Classroom) {
  const read = async () => {
    const started = performance.now();
    const response = await fetch(`${url}/api/sessions/${code}/results`, { headers: { cookie } });
    const { byteLength } = await response.arrayBuffer();
    if (!response.ok) throw new Error(`the results were answered with ${response.status}`);
    return { ms: performance.now() - started, byteLength };
  };
  // Opens the connection, whose price is not the count's.
  await (await fetch(`${url}/healthz`)).arrayBuffer();
  const before = cpu();
  const first = await read();
  const counting = (cpu() - before) * 1000;
  const times: number[] = [];
  while (times.length < REQUESTS) {
    await pause(BETWEEN_REQUESTS);
    times.push((await read()).ms);
  }
  return { cold: first.ms, counting, warm: median(times), bytes: first.byteLength };
}

/** `cpu`: microseconds of the server's a phone and step. `delay`: the 99th percentile of its event loop's. */
type Told = Effort & { times: number[]; cpu: number; delay: number };

/** How long after the host's tap each phone has each step. */
async function stepsOf(phones: Generator, server: Resolved, classroom: Classroom): Promise<Told> {
  const told: Told = { times: [], cpu: 0, delay: 0, busy: 0, seconds: 0, cpuSeconds: 0 };
  await loopDelay(server.url);
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
  told.delay = await loopDelay(server.url);
  return told;
}

function toldFigures(name: string, told: Told, { heard, delay }: Bars): Figure[] {
  const { p50, p95, max } = spread(told.times);
  const validity = { isVoid: isVoid(told) };
  return [
    { name: `${name}: step to phone, p50`, ...ms(p50), ...validity },
    { name: `${name}: step to phone, p95`, ...ms(p95), ...validity, ...atMost(p95, heard) },
    { name: `${name}: step to phone, max`, ...ms(max), ...validity },
    { name: `${name}: CPU a phone and step`, unit: "us", resolved: told.cpu, ...validity },
    {
      name: `${name}: steps, event-loop delay p99`,
      ...ms(told.delay),
      ...validity,
      ...atMost(told.delay, delay),
    },
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
  const etag = (await fetch(`${server.url}${path}`)).headers.get("etag") ?? "";
  const tagged = cookies.map((cookie) => `${cookie}\r\nIf-None-Match: ${etag}`);
  const runs: Both<Asked> = { bare: [], resolved: [] };
  const known: Asked[] = [];
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const plain = await askAll(phones, base, `/json/${bytes}`, cookies);
    const ours = await askAll(phones, server, path, cookies);
    const again = await askAll(phones, server, path, tagged);
    // The first turn warms both.
    if (turn === 0) continue;
    runs.bare.push(plain);
    runs.resolved.push(ours);
    known.push(again);
  }
  const title = `${name}: all ask for ${(bytes / 1000).toFixed(0)} kB`;
  const p95 = compare(runs, ({ times }) => spread(times).p95);
  const cpu = compare(runs, (run) => run.cpu);
  const delay = compare(runs, (run) => run.delay);
  const answered = Math.min(...runs.resolved.map(({ statuses }) => statuses[200] ?? 0));
  const unchanged = Math.min(...known.map(({ statuses }) => statuses[304] ?? 0));
  const everyone = (count: number) => ({ text: `${auths.length}`, met: count === auths.length });
  return [
    { name: `${title}, p95`, unit: "ms", ...p95, ...atMost(p95.resolved, bars.asked) },
    { name: `${title}, CPU each`, unit: "us", ...cpu, bar: most(cpu, TIMES_BARE) },
    { name: `${title}, event-loop delay p99`, unit: "ms", ...delay, ...atMost(delay.resolved, bars.delay) },
    { name: `${title}, answered`, unit: "", resolved: answered, bar: everyone(answered) },
    { name: `${title} that they have, CPU each`, unit: "us", resolved: median(known.map((run) => run.cpu)) },
    { name: `${title} that they have, 304`, unit: "", resolved: unchanged, bar: everyone(unchanged) },
  ];
}

type Asked = Awaited<ReturnType<typeof askAll>>;

/** Repeated while others disturb it. `cpu`: microseconds of the server's a request. */
function askAll(phones: Generator, contestant: Contestant, path: string, headers: string[]) {
  const { url, cpu } = contestant;
  return unlessVoid(async () => {
    await loopDelay(url);
    const before = cpu();
    const got = await watched(contestant, () => phones.ask("getAll", { url, path, headers }));
    return { ...got, cpu: ((cpu() - before) / headers.length) * 1e6, delay: await loopDelay(url) };
  });
}
