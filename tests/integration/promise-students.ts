import type { Seat } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

/** In milliseconds: each test makes about a thousand requests. */
export const TIMEOUT = 300_000;

export const REAL_NAME = "Ada Lovelace";
export const REASON = "A reason in her own words.";
/** [J10] The claim that a phone sends with its personal code. */
export const CLAIM = "Y2xhaW0gb2YgdGhlIHRlc3Rz";
/** [V20] The private note on the session. */
export const NOTE = "A note that only the host may read.";
export const WHY = "What she says of how it moved her, and long enough to count.";

/** Personal codes. */
export async function makePasses(server: TestServer, count = 3): Promise<string[]> {
  const { passes } = await (await server.asHost("/passes", { json: { count } })).json();
  return passes.map(({ code }: { code: string }) => code);
}

export async function join(server: TestServer, name: string, pass: string | undefined): Promise<Seat> {
  const json = { name, ...(pass !== undefined && { pass, claim: CLAIM }) };
  return (await server.asStranger("/join", { json })).json();
}
