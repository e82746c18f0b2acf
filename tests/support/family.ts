import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started and that still run, without those that they have started. */
export function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((each) => each > 0 && parentOf(each) === pid);
}

function parentOf(pid: number): number | null {
  try {
    // The name before it, in brackets, may hold anything.
    const [, after = ""] = /.*\) (.*)/su.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return Number(after.split(" ")[1]);
  } catch {
    return null; // it has ended meanwhile
  }
}
