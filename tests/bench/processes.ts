import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Commands } from "#tests/bench/generator.ts";
import { childrenOf } from "#tests/support/family.ts";

const TICKS = 100; // of Linux's clock, a second

/**
 * Seconds of CPU that all threads of a program have used, by the kernel's own count in nanoseconds; those of a process
 * that it has started among them.
 */
export function cpuOf(pid: number): number {
  const tasks = [pid, ...childrenOf(pid)].flatMap((each) =>
    readdirSync(`/proc/${each}/task`).map((task) => `/proc/${each}/task/${task}/schedstat`),
  );
  return tasks.reduce((sum, task) => sum + Number(readFileSync(task, "utf8").split(" ")[0]), 0) / 1e9;
}

/** Seconds in which a core was idle or waited for a disk. */
export function idleOfMachine(): number {
  const [, , , , idle, waiting] = readFileSync("/proc/stat", "utf8").split(/\s+/u).map(Number);
  return ((idle ?? 0) + (waiting ?? 0)) / TICKS;
}

export type Launched = {
  child: ChildProcess;
  url: string;
  pid: number;
  /** The addresses of the inspectors of its processes, its own first; none where it was started without. */
  inspectors: string[];
};

/** Starts a program and waits for the line that names its address. */
export async function launch(
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<Launched> {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const inspectors: string[] = [];
  onLine(child.stderr, (line) => {
    const address = /^Debugger listening on (\S+)$/u.exec(line)?.[1];
    if (address) inspectors.push(address);
    else if (!/^(For help, see|Debugger (attached|ending)|Waiting for the debugger)/u.test(line))
      process.stderr.write(`${line}\n`);
  });
  const url = await new Promise<string>((resolve, reject) => {
    onLine(child.stdout, (line) => {
      const found = /http:\/\/\S+/u.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return { child, url, pid: child.pid ?? 0, inspectors };
}

function onLine(stream: Readable | null, take: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on("line", take);
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

type Asked<Name extends keyof Commands> = Parameters<Commands[Name]>[0];
type Done<Name extends keyof Commands> = Awaited<ReturnType<Commands[Name]>>;
export type Generator = ReturnType<typeof startGenerator>;

export function startGenerator() {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/generator.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    /** Sends one command; `whenReady` runs when the generator reports that it is ready. */
    ask<Name extends keyof Commands>(
      name: Name,
      payload: Asked<Name>,
      whenReady?: () => void,
    ): Promise<Done<Name>> {
      return new Promise((resolve, reject) => {
        const listen = (message: { done?: Done<Name>; failed?: string; ready?: true }) => {
          if (message.ready) return whenReady?.();
          child.off("message", listen);
          if (message.failed === undefined) resolve(message.done as Done<Name>);
          else reject(new Error(message.failed));
        };
        child.on("message", listen);
        child.send({ name, payload });
      });
    },
    /** Gets the lowest priority: a real attacker has its own machine, and here it shares the server's. */
    yieldTheCpu: () => os.setPriority(child.pid ?? 0, os.constants.priority.PRIORITY_LOW),
    stop: () => stop(child, "SIGKILL"),
  };
}
