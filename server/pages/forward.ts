import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";

const agent = new Agent({ keepAlive: true });

/** Lets a program on this machine answer a request. */
export function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const asked = ask({ host: "127.0.0.1", port, agent, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    pipeline(answer, response, () => undefined);
  });
  asked.on("error", () => {
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "1" })
        .end("This page could not be made just now. Try again in a moment.\n");
  });
  // Whoever went away waits for nothing.
  response.on("close", () => asked.destroy());
  request.pipe(asked);
}
