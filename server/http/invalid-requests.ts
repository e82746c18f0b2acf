import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";

/** How often such refusals are logged, in milliseconds. */
const LOG_EVERY = 60_000;

/** [L22] "." or ".." as a part of a path, also percent-encoded, and with the backslashes that URLs take for slashes. */
const DOT_SEGMENT = /[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/iu;

/**
 * [O10] Refuses invalid requests before Next sees them, which would log a stack for each: targets that are not a path
 * (`GET *`, `GET http://...`), and methods other than GET and HEAD. Forms post to /api, never to pages.
 */
export function createInvalidRequests(log: Pick<Logger, "info">) {
  let refused = 0;
  let nextLogAt = 0;

  function refuse(response: ServerResponse, status: number, text: string, headers = {}): true {
    refused += 1;
    if (performance.now() >= nextLogAt) {
      log.info({ status, refused }, "refused requests that no page handles");
      refused = 0;
      nextLogAt = performance.now() + LOG_EVERY;
    }
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(`${text}\n`);
    return true;
  }

  return {
    refusesTarget({ url = "" }: IncomingMessage, response: ServerResponse): boolean {
      const [path = ""] = url.split("?");
      if (!path.startsWith("/"))
        return refuse(response, 400, "The address must be a path that begins with /.");
      return (
        DOT_SEGMENT.test(path) && refuse(response, 400, "The address must be a path without . and .. in it.")
      );
    },

    refusesMethod: ({ method }: IncomingMessage, response: ServerResponse): boolean =>
      method !== "GET" &&
      method !== "HEAD" &&
      refuse(response, 405, "Pages can be read only.", { allow: "GET, HEAD" }),
  };
}

/** [O10] Escapes a path that can't be decoded: Next would answer 500 instead of its not-found page. */
export function withDecodablePath(request: IncomingMessage): IncomingMessage {
  const [path = "", ...query] = (request.url ?? "").split("?");
  try {
    decodeURIComponent(path);
  } catch {
    request.url = [path.replaceAll("%", "%25"), ...query].join("?");
  }
  return request;
}
