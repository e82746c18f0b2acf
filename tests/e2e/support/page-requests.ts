import type { Request } from "playwright/test";

interface Source {
  on(event: "request", listener: (request: Request) => void): unknown;
}

/** What a page or a whole browser requests, without built files and the icon, which only browsers with windows request. */
export function recordRequests(source: Source, nameOf: (request: Request, url: URL) => string): string[] {
  const names: string[] = [];
  source.on("request", (request) => {
    const url = new URL(request.url());
    if (!/^\/(?:_next\/|icon\.svg$)/u.test(url.pathname)) names.push(nameOf(request, url));
  });
  return names;
}
