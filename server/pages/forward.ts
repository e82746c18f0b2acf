import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { endToEnd, endToEndRaw } from "#server/http/end-to-end.ts";
import { POLICY } from "#server/http/guard.ts";
import { sayBusy } from "#server/pages/busy.ts";
import { PAGE_KEY } from "#server/pages/page-key.ts";
import { ADDRESS } from "#server/platform/address.ts";

const agent = new Agent({ keepAlive: true });
/** How long a client may read nothing of a page that waits for it, in milliseconds. */
const READ_WITHIN = 30_000;

/** Where the page process listens, and the key that it asks for. */
export type PageProcess = { port: number; key: string };
/** `late`: the page process did not answer in time. */
export type Making = "answered" | "failed" | "late";

/**
 * Lets the page process answer a request, whose body it does not get. Resolves once the page is
 * made, read or not, or has not been made within so many milliseconds. [L14]
 */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { port, key }: PageProcess,
  within: number,
): Promise<Making> {
  const { method, url } = request;
  return new Promise((resolve) => {
    let making: Making = "failed";
    const asked = ask({
      host: "127.0.0.1",
      port,
      agent,
      method,
      path: url,
      headers: headersFor(request, key),
    });
    asked.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEndRaw(answer.rawHeaders));
      response.setTimeout(READ_WITHIN, () => response.destroy());
      // Not slowed down for a client that reads slowly, which would keep the others waiting for their pages.
      answer.on("data", (chunk: Buffer) => response.write(chunk));
      answer.on("error", () => undefined);
      answer.on("end", () => {
        making = "answered";
        response.end();
      });
    });
    const late = setTimeout(() => {
      making = "late";
      asked.destroy();
    }, within);
    asked.on("error", () => undefined); // `close` comes after it
    asked.once("close", () => {
      clearTimeout(late);
      if (making !== "answered") sayBusy(response);
      resolve(making);
    });
    // Also for a client that went away: the page process would go on, and the next turn would come too early.
    asked.end();
  });
}

/** Headers set by this server are forwarded, even if the client's `Connection` names them. */
function headersFor({ headers }: IncomingMessage, key: string) {
  const { "content-length": _length, expect: _expect, ...others } = endToEnd(headers);
  const own = { host: headers.host, [ADDRESS]: headers[ADDRESS], [POLICY]: headers[POLICY], [PAGE_KEY]: key };
  return { ...others, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) };
}
