import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** So much of the time the event loop of a busy server works. */
const BUSY = 0.8;
/** For how long that is measured, in milliseconds. */
const MEASURED = 20;

let at = performance.now();
let loop = performance.eventLoopUtilization();
let busy = false;

/** Whether the event loop hardly waits for anything, as when a hall comes back: what gathers then costs no waking up. */
export function isBusy(): boolean {
  const now = performance.now();
  if (now - at < MEASURED) return busy;
  const all = performance.eventLoopUtilization();
  busy = performance.eventLoopUtilization(all, loop).utilization > BUSY;
  loop = all;
  at = now;
  return busy;
}

/** Resolves once the event loop waits again, or after `most` milliseconds: for work that can wait until a burst is over. */
export async function untilQuiet(most: number): Promise<void> {
  const end = performance.now() + most;
  isBusy();
  do await pause(MEASURED + 1);
  while (isBusy() && performance.now() < end);
}
