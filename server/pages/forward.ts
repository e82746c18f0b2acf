import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { endToEndHeaders, rawEndToEndHeaders } from "#server/http/end-to-end-headers.ts";
import { POLICY } from "#server/http/guard.ts";
import { closeIfUnread } from "#server/http/http-server.ts";
import { sendBusyPage } from "#server/pages/busy-page.ts";
import { PAGE_KEY } from "#server/pages/page-key.ts";
import { ADDRESS } from "#server/platform/address.ts";

const agent = new Agent({ keepAlive: true });

/** The port of the Next.js process, and the key that it requires. */
export type PageProcess = { port: number; key: string };
/** `late`: the Next.js process did not answer in time. */
export type PageOutcome = "answered" | "failed" | "late";

/**
 * Forwards a request, without its body, to the Next.js process. Resolves once the page was rendered, read or not, or
 * was not rendered within `within` milliseconds. [L14]
 */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { port, key }: PageProcess,
  within: number,
): Promise<PageOutcome> {
  const { method, url } = request;
  return new Promise((resolve) => {
    let outcome: PageOutcome = "failed";
    const asked = ask({
      host: "127.0.0.1",
      port,
      agent,
      method,
      path: url,
      headers: headersFor(request, key),
    });
    asked.on("response", (answer) => {
      response.writeHead(
        answer.statusCode ?? 502,
        answer.statusMessage,
        rawEndToEndHeaders(answer.rawHeaders),
      );
      closeIfUnread(response);
      // No backpressure: a client that reads slowly must not keep others waiting for their pages.
      answer.on("data", (chunk: Buffer) => response.write(chunk));
      answer.on("error", () => undefined);
      answer.on("end", () => {
        outcome = "answered";
        response.end();
      });
    });
    const late = setTimeout(() => {
      outcome = "late";
      asked.destroy();
    }, within);
    asked.on("error", () => undefined); // `close` follows
    asked.once("close", () => {
      clearTimeout(late);
      if (outcome !== "answered") sendBusyPage(response);
      resolve(outcome);
    });
    // Don't abort if the client left: Next.js continues rendering, so the next turn must wait.
    asked.end();
  });
}

/** Headers set by this server are forwarded, even if the client's `Connection` names them. */
function headersFor({ headers }: IncomingMessage, key: string) {
  const { "content-length": _length, expect: _expect, ...others } = endToEndHeaders(headers);
  const own = { host: headers.host, [ADDRESS]: headers[ADDRESS], [POLICY]: headers[POLICY], [PAGE_KEY]: key };
  return { ...others, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
}
