/** Writes a cookie that this site's server reads; one that says the same is not written again. */
export function writeCookie(
  name: string,
  value: string,
  { path, seconds }: { path: string; seconds: number },
): void {
  const written = `${name}=${encodeURIComponent(value)}`;
  if (document.cookie.split("; ").includes(written)) return;
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and over HTTP.
  document.cookie = `${written}; path=${path}; max-age=${seconds}; samesite=lax${secure}`;
}
