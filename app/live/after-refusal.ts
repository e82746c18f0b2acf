import type { Connection } from "#app/live/live-state.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** Why a page is not let in. */
type Refused = { code?: Refusal; retryAfter?: number };
/** It may be let in later. */
const PASSING: readonly Refusal[] = ["busy", "internal", "too-many"];

/** [J2] In how many seconds a removed seat asks again whether its host has given it back. */
export const ASK_AGAIN = 20;

/** `retryAfter`: in how many seconds the page connects again. */
type Next = {
  connection: Extract<Connection, "removed" | "gone" | "refused" | "reconnecting">;
  retryAfter?: number;
};

/** What a page does after a connection that failed or was refused. `before`: without a word from the server a removed seat stays removed. */
export function afterRefusal(error: Error & { data?: Refused }, before: Connection): Next {
  const { code, retryAfter = 2 } = error.data ?? {};
  if (code === "removed") return { connection: "removed" };
  if (code === "not-found") return { connection: "gone" };
  if (code && !PASSING.includes(code)) return { connection: "refused" };
  // Socket.IO reconnects automatically only if the transport failed, not if the server refused.
  return { connection: before === "removed" ? "removed" : "reconnecting", ...(code && { retryAfter }) };
}
