// The simulated phones of a capacity check, in a process of their own: it ends with the server, and its CPU is its own.
import { hearOf, resultOf } from "#server/capacity/phones/hearing.ts";
import { type Credentials, type Host, openSession } from "#server/capacity/phones/host.ts";
import { type Files, visit } from "#server/capacity/phones/visit.ts";
import { castAll } from "#server/capacity/phones/voting.ts";
import type { Wire } from "#server/capacity/phones/wire.ts";
import { answerCalls } from "#server/platform/rpc.ts";

/** Phones that join at the same time. */
const AT_ONCE = 20;
/** How long the last phone may take to hear of a step, in milliseconds. */
const PATIENCE = 20_000;

const wires: Wire[] = [];
const files: Files = { paths: null };
let address = "";
let host: Host;

const commands = {
  /** Opens the session that all phones join, and returns its code. */
  async open(url: string, credentials: Credentials): Promise<string> {
    address = url;
    host = await openSession(url, credentials);
    return host.code;
  },

  async join(count: number): Promise<void> {
    let left = count;
    const enterInTurn = async () => {
      while (left > 0) {
        left -= 1;
        wires.push(await visit(address, host.code, files));
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, enterInTurn));
  },

  /** Both votes of a lesson, each cast by all at one instant, and two steps of its reveal; back in the lobby after it. */
  async lesson(): Promise<{ vote: number; reveal: number }> {
    await host.move("before");
    const first = p95(await castAll(wires, { round: "before" }));
    for (const phase of ["reading", "rebuttal", "after"] as const) await host.move(phase);
    const second = p95(await castAll(wires, { round: "after" }));
    await host.move("results");
    const steps = [await showStep("before"), await showStep("flow")];
    await host.move("lobby");
    // The less disturbed of two: another program that wakes up is not what is measured.
    return { vote: Math.min(first, second), reveal: Math.min(...steps) };
  },
};
export type Commands = typeof commands;

async function showStep(step: "before" | "flow"): Promise<number> {
  let shownAt = 0;
  const times = await hearOf(wires, resultOf(step), PATIENCE, () => {
    shownAt = performance.now();
    // What goes wrong here is that nobody hears of the step.
    host.show(step).catch(() => undefined);
  });
  return p95(times.map((at) => at - shownAt));
}

function p95(times: number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

process.once("disconnect", () => process.exit(0));
// The server stops this process after a signal that reaches both.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
answerCalls(
  {
    send: (answer) => process.send?.(answer),
    onMessage: (listener) => process.on("message", listener),
  },
  (name, given) => {
    const run = commands[name as keyof Commands] as (...given: unknown[]) => Promise<unknown>;
    return run(...given);
  },
);
