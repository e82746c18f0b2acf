import { useEffect, useState } from "react";
import { ask, type Failure } from "#app/shared/ask.ts";
import type { CapacityState } from "#debate/protocol/capacity.ts";

/** How often to ask for the progress, in milliseconds. */
const ASK_EVERY = 1_000;
const PATH = "/api/capacity";

/** `restarted`: the server was, and knows nothing of the check that ran on it. */
export type CheckProblem = Failure | "restarted";

/** The capacity check of this server, and what a press on its button does. */
export function useCheck(first: CapacityState) {
  const [state, setState] = useState(first);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CheckProblem | null>(null);
  const isRunning = state.running !== null;

  useEffect(() => {
    if (!isRunning) return;
    const controller = new AbortController();
    const timer = setInterval(async () => {
      const reply = await ask<CapacityState>("GET", PATH, undefined, { signal: controller.signal });
      if (controller.signal.aborted) return;
      if (reply.ok) {
        setState(reply.value);
        setProblem(isForgotten(reply.value) ? "restarted" : null);
        // The server may be busy with the check itself: the next answer counts.
      } else if (reply.code === "unauthorized" || reply.code === "offline") setProblem(reply.code);
    }, ASK_EVERY);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [isRunning]);

  async function press(): Promise<void> {
    setPending(true);
    setProblem(null);
    const reply = await ask(isRunning ? "DELETE" : "POST", PATH);
    const now = await ask<CapacityState>("GET", PATH);
    if (now.ok) {
      setState(now.value);
      if (isRunning && isForgotten(now.value)) setProblem("restarted");
    }
    // A colleague's check: its progress says everything.
    if (!reply.ok && reply.code !== "duplicate") setProblem(reply.code);
    setPending(false);
  }

  return { state, isRunning, pending, problem, press };
}

/** Of a check that was running. */
const isForgotten = ({ running, last }: CapacityState): boolean => running === null && last === null;
