import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Server } from "node:http";
import os from "node:os";
import path from "node:path";
import type { Pages } from "#server/http/shared-pages.ts";
import { forward, type PageOutcome, type PageProcess } from "#server/pages/forward.ts";
import { type PageApi, pageApi } from "#server/pages/page-api.ts";
import { MOST, type PartyOf, queuePages } from "#server/pages/page-queue.ts";
import { answerCalls } from "#server/platform/rpc.ts";

/** Built by server/launch/build.mjs from server/pages/next-child.ts. */
const CHILD = "dist/pages.js";
/** How long to wait before another attempt to start it, in milliseconds. */
const TRY_AGAIN = 1_000;

type Log = { error(detail: object, message: string): void };

/** Renders pages in a process of their own, so that votes never wait for a page. */
export async function startNextProcess(
  log: Log,
  { partyOf, onPagesStarted }: { partyOf: PartyOf; onPagesStarted(pid: number | undefined): void },
): Promise<Pages> {
  /** How many pages in a row were late. */
  let late = 0;
  let child: ChildProcess;
  let running = await start();

  async function start(): Promise<PageProcess> {
    child = fork(path.resolve(CHILD), { serialization: "advanced" });
    lowerPriority(child.pid);
    onPagesStarted(child.pid);
    const line = {
      send: (answer: object) => child.connected && child.send(answer),
      onMessage: (listener: (message: unknown) => void) => child.on("message", listener),
    };
    answerCalls(line, callPageApi);
    const ready = await readyOf(child);
    child.once("exit", restart);
    late = 0;
    return ready;
  }

  // People in a session notice nothing, but no one can join until it runs again.
  function restart(): void {
    log.error({}, "the Next.js process ended; restarting it");
    start().then(
      (started) => {
        running = started;
      },
      () => setTimeout(restart, TRY_AGAIN).unref(),
    );
  }

  // A frozen or looping process never exits on its own.
  function noteOutcome(outcome: PageOutcome): void {
    if (outcome === "answered") late = 0;
    if (outcome === "late") late += 1;
    if (late < MOST.atOnce) return;
    log.error({}, "the Next.js process does not answer; stopping it");
    late = 0;
    child.kill("SIGKILL");
  }

  return queuePages(
    async (request, response, within) => noteOutcome(await forward(request, response, running, within)),
    partyOf,
  );
}

/** Niceness of the page process: with 10 it starved beside other programs, and pages timed out in a restart. */
const NICE = 3;

/** [L14] Gives votes some priority over pages when processes compete for a core. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) os.setPriority(pid, NICE);
  } catch {
    // Not every system allows this; then pages have the same priority.
  }
}

/** Resolves with its port and its key. */
async function readyOf(child: ChildProcess): Promise<PageProcess> {
  const failed = once(child, "exit").then(() => {
    throw new Error("the Next.js process could not be started");
  });
  const [ready] = (await Promise.race([once(child, "message"), failed])) as [PageProcess];
  failed.catch(() => undefined); // a later exit is not a failed start
  return ready;
}

/** Calls the page API for the Next.js process. Headers arrive as entries, because `Headers` can't be cloned. */
function callPageApi(name: string, given: unknown[]): Promise<unknown> {
  const read = pageApi()[name as keyof PageApi] as (...given: unknown[]) => Promise<unknown>;
  return read(...given.map((each) => (Array.isArray(each) ? new Headers(each) : each)));
}

/** Pages in development, with reload. Next handles its own upgrades on the server. */
export async function startNextDev(httpServer: Server): Promise<Pages> {
  // Imported only here, because Next changes the process it is loaded in.
  const { default: next } = await import("next");
  const pages = next({ dev: true, httpServer, dir: process.cwd() });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  return (request, response) => void handle(request, response);
}
