// The simulated phones of a capacity check, in a process of their own: it ends with the server, and its CPU is its own.
import type { Round } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Step } from "#debate/rules/steps.ts";
import { awaitMessage, resultOf } from "#server/capacity/phones/await-message.ts";
import { type Credentials, type Host, openSession } from "#server/capacity/phones/control-room.ts";
import { type Files, visit } from "#server/capacity/phones/visit.ts";
import { castAll } from "#server/capacity/phones/voting.ts";
import type { Wire } from "#server/capacity/phones/wire.ts";
import { answerCalls } from "#server/platform/rpc.ts";

/** Phones that join at the same time. */
const AT_ONCE = 20;
/** How long the last phone may take to receive a step, in milliseconds. */
const TIMEOUT = 20_000;

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

  move: (phase: Phase) => host.move(phase),

  /** All vote at one instant: the 95th percentile of their milliseconds. */
  vote: async (round: Round) => p95(await castAll(wires, { round })),

  /** The same for a step of the reveal, until every phone has received it. */
  async show(step: Step): Promise<number> {
    let shownAt = 0;
    const times = await awaitMessage(wires, resultOf(step), TIMEOUT, () => {
      shownAt = performance.now();
      // If this fails, no phone receives the step, and the wait above times out.
      host.show(step).catch(() => undefined);
    });
    return p95(times.map((at) => at - shownAt));
  },
};
export type Commands = typeof commands;

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
