import { fork } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { GivenList, ListRead } from "#server/files/class-lists.ts";
import type { FileRead, GivenFile } from "#server/files/file-child.ts";
import { createQueue } from "#server/platform/queue.ts";

export type FileReader = ReturnType<typeof createFileReader>;
type By = { who: string; signal: AbortSignal };
type TooHard = { ok: false; fault: "too-hard" };

/** [U9] Two files at once on one server, one of each instructor; others wait. */
const QUEUE = { atOnce: 2, ofEach: 1, waiting: 20 };
/** [U8] Milliseconds for one file, beside a full class; and its process's heap, in MB. */
const TIMEOUT = 30_000;
const MEMORY_MB = 256;
export const WATCHDOG = pathToFileURL(path.resolve("server/files/watchdog.mjs")).href;

/**
 * [U8] Reads files, and long texts, in processes of their own, so that no file holds up votes or ends the server, whatever is in it: a
 * thread that is out of memory can take its process with it.
 */
export function createFileReader(child: string, within = TIMEOUT) {
  const queue = createQueue(QUEUE);

  async function apart<Read>(given: object, { who, signal }: By): Promise<Result<Read | TooHard>> {
    if (queue.isWaiting(who)) return tooOften(5);
    const read = await queue(() => inProcess<Read>(child, given, { signal, within }), [who, ""], signal);
    return read === null ? refuse("busy") : accept(read);
  }

  return {
    read: ({ who, signal, ...given }: GivenFile & By) => apart<FileRead>(given, { who, signal }),
    /** [Q3] As a list of students. */
    readList: ({ who, signal, ...given }: GivenList & By) => apart<ListRead>(given, { who, signal }),
  };
}

/**
 * [U8] Node's options by which the process may read its own code and the character maps, and nothing else: no other file, no
 * program. What runs TypeScript in development needs more.
 */
function permissions(file: string): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission"; // Node 20
  const folders = [path.dirname(path.resolve(file)), path.resolve("server/files")];
  const readable = [...folders.map((folder) => path.join(folder, "*")), path.resolve("package.json")];
  // The watchdog is a thread.
  return [flag, "--allow-worker", ...readable.map((each) => `--allow-fs-read=${each}`)];
}

type Ends = { signal: AbortSignal; within: number };

function inProcess<Read>(file: string, given: object, ends: Ends): Promise<Read | TooHard> {
  const child = fork(file, {
    execArgv: [
      ...(file.endsWith(".ts") ? [] : permissions(file)),
      `--max-old-space-size=${MEMORY_MB}`,
      `--import=${WATCHDOG}`,
      // In development it runs TypeScript.
      ...(file.endsWith(".ts") ? ["--import=tsx"] : []),
    ],
    // The process that parses untrusted files gets no secret of the server's, and prints nothing.
    env: { NODE_ENV: process.env.NODE_ENV },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  // Votes go first, also on one core.
  if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  // Don't keep a stopping server alive.
  child.unref();
  child.channel?.unref();
  // Not AbortSignal.timeout: one that only AbortSignal.any refers to is garbage collected.
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Read | TooHard>((resolve) => {
    child.once("message", resolve);
    // Out of memory, out of time, or a bug of a parser.
    const end = () => resolve({ ok: false, fault: "too-hard" });
    child.once("exit", end);
    child.once("error", end);
    ends.signal.addEventListener("abort", end, { once: true });
    timer = setTimeout(end, ends.within);
    child.send(given, (failed) => failed && end());
  }).finally(() => {
    clearTimeout(timer);
    child.kill("SIGKILL");
  });
}
