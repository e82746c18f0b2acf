import type { IncomingMessage, ServerResponse } from "node:http";
import type { TestServer } from "#tests/support/server.ts";

/** How many answers a server writes in each turn of the event loop from now on. */
export function countPerTurn({ app }: Pick<TestServer, "app">) {
  const perTurn: number[] = [];
  let written = 0;
  let next: NodeJS.Immediate;
  const turn = (): void => {
    if (written > 0) perTurn.push(written);
    written = 0;
    next = setImmediate(turn);
  };
  next = setImmediate(turn);
  app.server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) =>
    response.once("prefinish", () => {
      written += 1;
    }),
  );
  return () => {
    clearImmediate(next);
    return perTurn;
  };
}
