import sirv from "sirv";
import type { Pages } from "#server/http/join-page.ts";

const STATIC = "/_next/static";
const YEAR = 365 * 24 * 60 * 60;

/**
 * Serves static files, and passes other requests to `pages`. A joining phone requests twenty files, which was the
 * most expensive part when Next served them. Files under STATIC never change, and are sent compressed by
 * server/launch/shrink.mjs.
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
