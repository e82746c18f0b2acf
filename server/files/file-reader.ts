import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { ThreadAnswer, ThreadInput } from "#server/files/thread.ts";

export type FileReader = ReturnType<typeof createFileReader>;
type Asked = ThreadInput & { who: string; signal: AbortSignal };
type Waiting = { who: string; start(): void };

/** [U9] At once on one server, of one instructor one; so many wait. */
const AT_ONCE = 2;
const WAITING = 20;
/** [U8] How long one file may take, in milliseconds, and how much its thread may keep. */
const WITHIN = 30_000;
const MEMORY_MB = 256;
/** How much the process may grow meanwhile, in bytes, and how often to look: buffers count toward no thread's own limit. */
const GROWTH = 400 * 1024 * 1024;
const LOOK = 50;

/** [U8] Reads files, and long texts, in threads of their own, so that no file holds up votes, whatever is in it. */
export function createFileReader(thread: string, within = WITHIN) {
  const running = new Set<string>();
  const waiting: Waiting[] = [];

  function startNext(): void {
    if (running.size >= AT_ONCE) return;
    const at = waiting.findIndex(({ who }) => !running.has(who));
    const next = at === -1 ? undefined : waiting.splice(at, 1)[0];
    if (!next) return;
    running.add(next.who);
    next.start();
  }

  /** Resolves when it is this one's turn; false if its asker left before. */
  function turnOf(who: string, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const own = { who, start: () => resolve(true) };
      waiting.push(own);
      signal.addEventListener("abort", () => {
        const at = waiting.indexOf(own);
        if (at !== -1) waiting.splice(at, 1);
        resolve(false);
      });
      startNext();
    });
  }

  return {
    /** What a file says and what that was read as, or why it can't be read. */
    async read({ who, signal, ...given }: Asked): Promise<Result<ThreadAnswer>> {
      if (waiting.some((other) => other.who === who)) return tooOften(5);
      if (waiting.length >= WAITING) return refuse("busy");
      if (!(await turnOf(who, signal))) return refuse("busy");
      try {
        return accept(await inThread(thread, given, { signal, within }));
      } finally {
        running.delete(who);
        startNext();
      }
    },
  };
}

type Ends = { signal: AbortSignal; within: number };

function inThread(file: string, given: ThreadInput, ends: Ends): Promise<ThreadAnswer> {
  const worker = new Worker(startOf(file), {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  if ("text" in given) worker.postMessage(given);
  else {
    // A copy is handed over in 3 ms, which a thread's first data are not.
    const bytes = new Uint8Array(given.bytes);
    worker.postMessage({ bytes, name: given.name } satisfies ThreadInput, [bytes.buffer]);
  }
  // A server that stops waits for no file.
  worker.unref();
  // Not AbortSignal.timeout: nothing holds one that is only part of another signal, so garbage collection loses it.
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  return new Promise<ThreadAnswer>((resolve) => {
    worker.once("message", resolve);
    // Out of memory, out of time, or a fault of a reader: the file is too much either way.
    const end = () => resolve({ ok: false, fault: "too-hard" });
    worker.once("error", end);
    worker.once("exit", end);
    ends.signal.addEventListener("abort", end, { once: true });
    timer = setTimeout(end, ends.within);
    const before = process.memoryUsage.rss();
    watch = setInterval(() => process.memoryUsage.rss() - before > GROWTH && end(), LOOK);
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    void worker.terminate();
  });
}

/** In development a thread, too, runs TypeScript. */
function startOf(file: string): string {
  const address = JSON.stringify(pathToFileURL(file).href);
  return file.endsWith(".ts")
    ? `import("tsx/esm/api").then(({ register }) => (register(), import(${address})))`
    : `import(${address})`;
}
