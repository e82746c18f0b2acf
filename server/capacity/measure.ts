import { type ChildProcess, fork } from "node:child_process";
import os from "node:os";
import { performance } from "node:perf_hooks";
import { CHECK_SECONDS, LARGEST } from "#debate/protocol/capacity.ts";
import type { Measure } from "#server/capacity/check.ts";
import { type Answers, estimate, isTooSlow, type Played } from "#server/capacity/estimate.ts";
import type { Commands } from "#server/capacity/phones/child.ts";
import { startTemporaryServer, type TemporaryServerParts } from "#server/capacity/temporary-server.ts";
import { createCalls } from "#server/platform/rpc.ts";

/** How classes grow: from how many phones to how many, and for how many seconds. */
type Plan = { first: number; largest: number; seconds: number };
const PLAN: Plan = { first: 10, largest: LARGEST, seconds: CHECK_SECONDS };
const GROWTH = 3;
/** The check fails after so many times its seconds, in case the computer stalls. */
const TIMEOUT = 3;
/** A last class is played only if it is larger by so much. */
const WORTHWHILE = 1.2;

type Options = TemporaryServerParts & {
  /** The program of the phones, and Node's options for it. */
  phones: { file: string; execArgv?: string[] };
  plan?: Plan;
};

/**
 * [Q1] Plays a class that grows against a temporary server in this process, which shares nothing with the real one but
 * what is measured: event loop, memory, disk and pages.
 */
export function createMeasure({ phones, plan = PLAN, ...parts }: Options): Measure {
  return async (signal, progress) => {
    const until = performance.now() + plan.seconds * 1_000;
    const server = await startTemporaryServer(parts);
    try {
      signal.throwIfAborted();
      const generator = startPhones(phones, signal, plan.seconds * TIMEOUT * 1_000);
      try {
        server.show(await generator.call("open", server.url, server.credentials));
        return estimate(await grow(generator.call, { ...plan, until, progress }), os.availableParallelism());
      } finally {
        await generator.end();
      }
    } finally {
      await server.close();
    }
  };
}

type Call = <Name extends keyof Commands>(
  name: Name,
  ...given: Parameters<Commands[Name]>
) => ReturnType<Commands[Name]>;
type Growth = Plan & { until: number; progress: (phones: number) => void };

async function grow(call: Call, { first, largest, until, progress }: Growth): Promise<Played[]> {
  const classes: Played[] = [];
  for (let [size, next] = [0, first]; next > size; ) {
    const joined = next - size;
    const startedAt = performance.now();
    const spent = meter();
    await call("join", joined);
    const used = spent();
    progress(next);
    const joinedAt = performance.now();
    const lesson = await play(call);
    classes.push({ phones: next, joined, ...used, ...lesson });
    size = next;
    if (isTooSlow(lesson)) break;
    const now = performance.now();
    // The next lesson takes longer as its class is larger.
    const forJoins = until - now - (now - joinedAt) * GROWTH;
    const fits = size + Math.floor((forJoins * joined) / (joinedAt - startedAt));
    next = Math.min(size * GROWTH, fits, largest);
    if (next < Math.min(size * WORTHWHILE, largest)) break;
  }
  return classes;
}

/** Both votes of a lesson and two steps of its reveal; back in the lobby after it. */
async function play(call: Call): Promise<Pick<Played, "vote" | "reveal">> {
  const timed = async (answers: () => Promise<number>): Promise<Answers> => {
    const spent = meter();
    const p95 = await answers();
    return { p95, loop: spent().loop };
  };
  await call("move", "before");
  const first = await timed(() => call("vote", "before"));
  for (const phase of ["reading", "rebuttal", "after"] as const) await call("move", phase);
  const second = await timed(() => call("vote", "after"));
  await call("move", "results");
  const before = await timed(() => call("show", "before"));
  const flow = await timed(() => call("show", "flow"));
  await call("move", "lobby");
  return { vote: lessDisturbed(first, second), reveal: lessDisturbed(before, flow) };
}

/** Another program that wakes up is not what is measured. */
const lessDisturbed = (one: Answers, other: Answers) => (other.p95 < one.p95 ? other : one);

/**
 * Milliseconds of this process's event loop and of all its threads since. The loop counts as active while other
 * programs have its core, but never used more than all threads together.
 */
function meter(): () => Pick<Played, "loop" | "cpu"> {
  const loop = performance.eventLoopUtilization();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const all = (user + system) / 1_000;
    return { loop: Math.min(performance.eventLoopUtilization(loop).active, all), cpu: all };
  };
}

function startPhones({ file, execArgv }: Options["phones"], signal: AbortSignal, within: number) {
  const child = fork(file, { ...(execArgv && { execArgv }), stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = endOf(child);
  const calls = createCalls({
    send: (message) => child.connected && child.send(message),
    onMessage: (listener) => child.on("message", listener),
  });
  const kill = () => child.kill("SIGKILL");
  signal.addEventListener("abort", kill);
  // Not AbortSignal.timeout, which garbage collection loses as part of another signal.
  const timer = setTimeout(kill, within);
  void ended.then(() => calls.ended(new Error("the simulated phones ended")));
  return {
    call: ((name, ...given) => calls.call(name, ...given)) as Call,
    async end(): Promise<void> {
      signal.removeEventListener("abort", kill);
      clearTimeout(timer);
      kill();
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve()); // it could not be started
  });
}
