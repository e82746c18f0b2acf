import { useEffect, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import type { CapacityState } from "#debate/protocol/capacity.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** How often to ask for the progress, in milliseconds. */
const ASK_EVERY = 1_000;
const PATH = "/api/capacity";

/** The capacity check of this server, and what a press on its button does. */
export function useCheck(first: CapacityState) {
  const [state, setState] = useState(first);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Refusal | "offline" | null>(null);
  const isRunning = state.running !== null;

  useEffect(() => {
    if (!isRunning) return;
    const controller = new AbortController();
    const timer = setInterval(async () => {
      const reply = await ask<CapacityState>("GET", PATH, undefined, { signal: controller.signal });
      if (controller.signal.aborted) return;
      // The server may be busy with the check itself: the next answer counts.
      if (reply.ok) setState(reply.value);
      else if (reply.code === "unauthorized") setProblem(reply.code);
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
    if (now.ok) setState(now.value);
    // A colleague's check: its progress says everything.
    if (!reply.ok && reply.code !== "duplicate") setProblem(reply.code);
    setPending(false);
  }

  return { state, isRunning, pending, problem, press };
}
