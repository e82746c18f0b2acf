import { performance } from "node:perf_hooks";

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
