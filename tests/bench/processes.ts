import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Command } from "#tests/bench/generator.ts";

const TICKS = 100; // of Linux's clock, a second

/** Seconds of CPU that a process and all its threads have used. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Resident memory of a process, in bytes. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}

/** Starts a program and waits for the line that names its address. */
export async function launch(parameters: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      const found = /http:\/\/\S+/u.exec(chunk.toString())?.[0];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return { child, url, pid: child.pid ?? 0 };
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

export type Generator = ReturnType<typeof startGenerator>;

export function startGenerator() {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/generator.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    /** Sends one command; `whenReady` runs when the generator says that it is listening. */
    ask<T>(command: Command, whenReady?: () => void): Promise<T> {
      return new Promise((resolve, reject) => {
        const listen = (message: { done?: T; failed?: string; ready?: string }) => {
          if (message.ready) return whenReady?.();
          child.off("message", listen);
          if (message.failed === undefined) resolve(message.done as T);
          else reject(new Error(message.failed));
        };
        child.on("message", listen);
        child.send(command);
      });
    },
    stop: () => stop(child, "SIGKILL"),
  };
}
