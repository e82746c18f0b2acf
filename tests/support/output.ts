import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program with these environment variables beside the usual ones, and returns what it printed and its exit code. */
export async function outputOf(program: string, parameters: string[], variables: Record<string, string>) {
  const child = spawn(program, parameters, {
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...printed };
}
