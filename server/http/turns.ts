import type { IncomingMessage, Server, ServerResponse } from "node:http";

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

/** [L15] Lets all requests of a server take turns, whatever listens to them by now. What `answers` has answered they don't see. */
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
}
