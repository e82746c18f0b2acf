import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** For so long requests are started in one turn of the event loop, in milliseconds. */
const SLICE = 0.25;

/** [L15] Starts requests in slices, so that votes are handled in between, however many requests arrive at once. */
export function createTurns(slice = SLICE): (start: () => void) => void {
  let waiting: (() => void)[] = [];

  function startSlice(): void {
    const end = performance.now() + slice;
    let started = 0;
    while (started < waiting.length && (started === 0 || performance.now() < end)) waiting[started++]?.();
    waiting = waiting.slice(started);
    if (waiting.length > 0) setImmediate(startSlice);
  }

  return (start) => {
    waiting.push(start);
    if (waiting.length === 1) setImmediate(startSlice);
  };
}

type Answers = (request: IncomingMessage, response: ServerResponse) => boolean;

/** [L15, L25] Lets all requests and upgrades of a server take turns, whatever listens to them by now. What `answers` has answered they don't see. */
export function takeTurns(server: Server, answers: Answers): void {
  const inTurn = createTurns();
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request, response) =>
    inTurn(() => {
      // A client that is gone by now hears no answer, and has no address.
      if (request.socket.destroyed || answers(request, response)) return;
      for (const listener of listeners) listener.call(server, request, response);
    }),
  );
  takeUpgradesInTurn(server, inTurn);
}

function takeUpgradesInTurn(server: Server, inTurn: (start: () => void) => void): void {
  const listeners = server.listeners("upgrade");
  server.removeAllListeners("upgrade");
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node listens for errors no longer, and the listeners not yet.
    const ignore = (): void => undefined;
    socket.on("error", ignore);
    inTurn(() => {
      socket.off("error", ignore);
      if (socket.destroyed) return;
      for (const listener of listeners) listener.call(server, request, socket, head);
    });
  });
}
