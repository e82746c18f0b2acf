import type { IncomingHttpHeaders } from "node:http";

/** Headers by name; what is read of an upgrade is too little to make a whole `Headers` of. */
type Named = Pick<Headers, "get">;
export type Addressing = { publicUrl: string | undefined; trustProxy: boolean };

/** The address that the client used, without a path: PUBLIC_URL, or what the request says of itself. */
export function originOf(headers: Named, { publicUrl, trustProxy }: Addressing): string {
  if (publicUrl) return publicUrl;
  const forwarded = (name: string) => (trustProxy ? headers.get(name)?.split(",")[0]?.trim() : undefined);
  const host = forwarded("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${forwarded("x-forwarded-proto") ?? "http"}://${host}`;
}

const ORIGIN_LENGTH = 300;

/**
 * Whether a write or an upgrade may come from where its headers say. Browsers name the page that asks;
 * programs that are no browsers name none, and hold no cookie of ours by accident.
 */
export function isOwnOrigin(headers: Named, addressing: Addressing): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") !== "cross-site";
  // [W1] Node accepts headers of 16 KB, and a host of that length takes long to parse.
  if (origin.length > ORIGIN_LENGTH || !URL.canParse(origin)) return false;
  const allowed = [originOf(headers, addressing), originOf(headers, { ...addressing, publicUrl: undefined })];
  return allowed.some((own) => URL.canParse(own) && new URL(own).host === new URL(origin).host);
}

export function named(headers: IncomingHttpHeaders): Named {
  return { get: (name) => headers[name]?.toString() ?? null };
}

export function toHeaders(headers: IncomingHttpHeaders): Headers {
  const copy = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) copy.set(name, Array.isArray(value) ? value.join(", ") : value);
  return copy;
}
