import type { RequestListener } from "node:http";
import { isSecret } from "#server/platform/is-secret.ts";

/** The header by which the page process knows that a request comes from the server that started it. */
export const PAGE_KEY = "x-resolved-page-key";

/** [O9] Answers only requests with the key, and shows it to nothing behind. */
export function answerOnlyWith(key: string, listener: RequestListener): RequestListener {
  return (request, response) => {
    const given = request.headers[PAGE_KEY];
    if (typeof given !== "string" || !isSecret(given, key)) {
      response.writeHead(403, { connection: "close" }).end();
      return;
    }
    delete request.headers[PAGE_KEY];
    request.rawHeaders = request.rawHeaders.filter(
      (_, at, all) => all[at - (at % 2)]?.toLowerCase() !== PAGE_KEY,
    );
    listener(request, response);
  };
}
