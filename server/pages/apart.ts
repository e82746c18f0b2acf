import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { answerCalls } from "#server/calls.ts";
import { type Door, door } from "#server/door.ts";
import type { Pages } from "#server/http/join-page.ts";
import { forward } from "#server/pages/forward.ts";

/** Built by server/launch/build.mjs from server/pages/maker.ts. */
const MAKER = "dist/pages.js";
/** Between two attempts to start it again, in milliseconds. */
const TRY_AGAIN = 1_000;

type Log = { error(detail: object, message: string): void };

/** The pages of production: made in a process of their own, so that no vote waits while a page is made. */
export async function pagesApart(log: Log): Promise<Pages> {
  let port = await start();

  async function start(): Promise<number> {
    const maker = fork(path.resolve(MAKER), { serialization: "advanced" });
    const line = {
      send: (answer: object) => maker.connected && maker.send(answer),
      hear: (listener: (message: unknown) => void) => maker.on("message", listener),
    };
    answerCalls(line, readThroughDoor);
    const ready = await readyOf(maker);
    maker.once("exit", again);
    return ready;
  }

  // Without it nobody who is in a session notices anything, but nobody else comes in.
  function again(): void {
    log.error({}, "the process that makes pages has ended; it is started again");
    start().then(
      (started) => {
        port = started;
      },
      () => setTimeout(again, TRY_AGAIN).unref(),
    );
  }

  return (request, response) => forward(request, response, port);
}

/** The port on which it listens. */
async function readyOf(maker: ChildProcess): Promise<number> {
  const failed = once(maker, "exit").then(() => {
    throw new Error("the process that makes pages could not be started");
  });
  const [{ port }] = (await Promise.race([once(maker, "message"), failed])) as [{ port: number }];
  failed.catch(() => undefined); // what happens later is no failure to start
  return port;
}

/** What pages ask of the door; headers come as their entries, since they are no data. */
function readThroughDoor(name: string, given: unknown[]): Promise<unknown> {
  const read = door()[name as keyof Door] as (...given: unknown[]) => Promise<unknown>;
  return read(...given.map((each) => (Array.isArray(each) ? new Headers(each) : each)));
}
