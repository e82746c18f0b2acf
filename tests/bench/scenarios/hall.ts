import { setTimeout as pause } from "node:timers/promises";
import type { Step } from "#debate/rules/steps.ts";
import type { Classroom } from "#tests/bench/classroom.ts";
import { bare, type Contestant, type Resolved, resolved } from "#tests/bench/contestants.ts";
import { atMost, type Figure, none, spread } from "#tests/bench/figures.ts";
import type { Generator } from "#tests/bench/processes.ts";
import { type Both, compare, isVoid, withGenerator, withStudents } from "#tests/bench/valid-runs.ts";
import type { Effort, Votes } from "#tests/bench/voting.ts";

/** In seconds: everybody votes. */
const VOTING = 20;
/** How long to wait, in milliseconds, until everybody got an update and the server is idle. */
const SETTLED = 2_500;
/** How long a generator waits for the last phone, in milliseconds. */
const PATIENCE = 60_000;
/** How many bursts the hall and the bare server have in turns: one alone takes up to half as long again as another. */
const BURSTS = 3;
const SHOWN = ["before", "flow", "verdict"] as const satisfies Step[];
/** In milliseconds. */
const BARS = { join: 2_000, step: 1_000, back: 8_000 };

/** One session of thousands on one file: they join within some seconds, vote, see a reveal, lose the server, and end. */
export async function hall(phones: number, arriving: number): Promise<Figure[]> {
  await using server = await resolved([], { TRUST_PROXY: "true" });
  const classroom = await server.open({ reveal: "staged" });
  const { code, move } = classroom;
  const { url } = server;
  const name = `hall of ${phones}`;
  return await withGenerator(async (generator) => {
    const storm = { url, codes: [code], students: phones, seconds: arriving };
    const arrivals = await generator.ask("join", storm);
    process.stdout.write(`  ${phones - arrivals.failed} have come in\n`);
    await move("before");
    await pause(SETTLED);
    const unhurried = await generator.ask("vote", { round: "before", within: VOTING });
    await pause(SETTLED);
    const burst = await burstFigures(name, phones, { server, generator });
    const stored = await classroom.voted();
    for (const phase of ["reading", "rebuttal", "after", "results"] as const) await move(phase);
    await pause(SETTLED);
    const steps = await stepsOf(generator, classroom);
    const back = await backAfterRestart(generator, server);
    const ended = await generator.ask("hear", { phase: "closed", patience: PATIENCE }, () => {
      void move("closed");
    });
    classroom.close();
    const lost = phones - arrivals.failed - stored;
    const missing = phones - back.times.length;
    return [
      within(`${name}: join within ${arriving} s, p95`, spread(arrivals.whole).p95, BARS.join, arrivals),
      none(`${name}: not let in`, arrivals.failed),
      ms(`${name}: vote within ${VOTING} s, p99`, unhurried.p99, unhurried),
      ...burst,
      none(`${name}: votes lost`, lost),
      within(`${name}: step of the reveal, p95`, spread(steps.times).p95, BARS.step, steps),
      within(`${name}: all back after a restart`, spread(back.times).max, BARS.back, back),
      none(`${name}: not back in a minute`, missing),
      ms(`${name}: from the first to the last that hears of the end`, spread(ended.times).max, ended),
      none(`${name}: that do not hear of the end`, phones - ended.times.length),
    ];
  });
}

/** Everybody votes at one instant, in turns with as many at a bare server. */
async function burstFigures(
  name: string,
  phones: number,
  ours: { server: Resolved; generator: Generator },
): Promise<Figure[]> {
  const runs: Both<Votes & { cpu: number }> = { bare: [], resolved: [] };
  await using base = await bare();
  await base.move("before");
  await withStudents(base, phones, async (generator) => {
    for (let turn = 0; turn <= BURSTS; turn += 1) {
      const theirs = await burst(base, generator);
      const own = await burst(ours.server, ours.generator);
      // The first turn warms both.
      if (turn === 0) continue;
      runs.bare.push(theirs);
      runs.resolved.push(own);
    }
  });
  const p99 = compare(runs, (run) => run.p99);
  return [
    { name: `${name}: burst, p99`, unit: "ms", ...p99 },
    { name: `${name}: burst, max`, unit: "ms", ...compare(runs, (run) => run.max) },
    { name: `${name}: burst, CPU a vote`, unit: "us", ...compare(runs, (run) => run.cpu) },
  ];
}

async function burst({ cpu }: Contestant, generator: Generator) {
  const before = cpu();
  const votes = await generator.ask("vote", { round: "before" });
  await pause(SETTLED);
  return { ...votes, cpu: ((cpu() - before) / votes.votes) * 1e6 };
}

/** How long after the host's tap each phone has a step, in milliseconds. */
async function stepsOf(generator: Generator, classroom: Classroom): Promise<Effort & { times: number[] }> {
  const steps: Effort & { times: number[] } = { times: [], seconds: 0, cpuSeconds: 0, busy: 0 };
  for (const step of SHOWN) {
    let asked: Promise<number> | undefined;
    const heard = await generator.ask("hearStep", { step, patience: PATIENCE }, () => {
      asked = classroom.step(step);
    });
    const askedAt = (await asked) ?? Number.NaN;
    steps.times.push(...heard.at.map((time) => time - askedAt));
    steps.busy = Math.max(steps.busy, heard.busy);
    await pause(SETTLED);
  }
  return steps;
}

/** From the moment at which the server is up again until each phone is in step with it, in milliseconds. */
async function backAfterRestart(generator: Generator, server: Resolved) {
  const comingBack = generator.ask("comeBack", { patience: PATIENCE });
  await server.restart();
  const upAt = Date.now();
  const { times, ...effort } = await comingBack;
  await pause(SETTLED);
  return { ...effort, times: times.map((time) => time - upAt) };
}

const ms = (name: string, resolved: number, effort: Effort): Figure => ({
  ...{ name, unit: "ms", resolved },
  isVoid: isVoid(effort),
});
const within = (name: string, value: number, bar: number, effort: Effort): Figure => ({
  ...ms(name, value, effort),
  bar: atMost(value, bar),
});
