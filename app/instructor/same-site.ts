const HERE = "http://here.invalid";
const START = "/dashboard";

/** A path on this site to go on to after signing in; anything that could lead elsewhere becomes the dashboard. */
export function sameSitePath(next: string | undefined): string {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return START;
  // The parser reads `/\evil`, `//evil` and `/<tab>/evil` as a browser would.
  const url = new URL(next, HERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === HERE && !path.startsWith("//") ? path : START;
}

export const signInPath = (next: string) => `/sign-in?next=${encodeURIComponent(next)}`;
