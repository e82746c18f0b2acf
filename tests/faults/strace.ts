import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";

const YAMA = "/proc/sys/kernel/yama/ptrace_scope";
const isRoot = () => process.getuid?.() === 0;

function works(): boolean {
  const mayAttach = isRoot() || !existsSync(YAMA) || readFileSync(YAMA, "utf8").trim() === "0";
  return mayAttach && spawnSync("strace", ["-e", "trace=none", "true"], { stdio: "ignore" }).status === 0;
}

/** Whether processes can be traced here; installs strace if it is missing and can be installed. */
export function canTrace(): boolean {
  if (works()) return true;
  if (!isRoot()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", "strace"]])
    spawnSync("apt-get", ["-qq", ...step], { stdio: "ignore", env });
  return works();
}

/** Traces a running process and all its threads until it is told to stop. */
export async function trace(pid: number, parameters: string[]) {
  const tracer = spawn("strace", ["-f", "-p", `${pid}`, ...parameters], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await once(tracer.stderr, "data"); // it says that it is attached
  tracer.stderr.resume();
  return {
    async stop(): Promise<void> {
      tracer.kill("SIGINT");
      await once(tracer, "exit");
    },
  };
}
