import type { RequestListener } from "node:http";
import { secretsMatch } from "#server/platform/secrets-match.ts";

/** The header in which the server sends the key to its Next.js process. */
export const PAGE_KEY = "x-resolved-page-key";

/** [O9] Answers only requests with the key, and removes it from the request. */
export function answerOnlyWith(key: string, listener: RequestListener): RequestListener {
  return (request, response) => {
    const given = request.headers[PAGE_KEY];
    if (typeof given !== "string" || !secretsMatch(given, key)) {
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
