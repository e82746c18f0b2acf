import sirv from "sirv";
import type { Pages } from "#server/http/join-page.ts";

const STATIC = "/_next/static";
const YEAR = 365 * 24 * 60 * 60;

/**
 * Answers for what pages are made of, and asks `pages` for all else. A phone that comes in asks for twenty files, and Next made
 * that dearer than everything else that it asks for. Nothing under STATIC ever changes under its name; what was made smaller when it
 * was built (server/launch/shrink.mjs) goes out small.
 */
export function serveStaticFiles(pages: Pages): Pages {
  const built = sirv(".next/static", { immutable: true, maxAge: YEAR, gzip: true, brotli: true });
  const icons = sirv("public", { maxAge: 60 * 60, etag: true });
  return (request, response) => {
    const { url = "", method } = request;
    const ask = () => pages(request, response);
    if (method !== "GET" && method !== "HEAD") return ask();
    if (!url.startsWith(`${STATIC}/`)) return icons(request, response, ask);
    request.url = url.slice(STATIC.length);
    built(request, response, () => {
      request.url = url;
      ask();
    });
  };
}
