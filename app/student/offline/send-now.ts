import type { Live } from "#app/live/live.ts";
import type { Failure } from "#app/shared/ask.ts";
import type { Seat } from "#app/student/join/seat.ts";
import type { Delivery } from "#app/student/offline/outbox.ts";

type Sender = Pick<Live, "send" | "state">;

/** Sends what the outbox doesn't keep. Without a connection it fails as `offline` at once, and not as `busy` after a while. */
export async function sendNow<L extends Sender>(
  { live, heldUpBy }: Pick<Seat, "heldUpBy"> & { live: L },
  send: (live: L) => Promise<Delivery>,
): Promise<{ ok: true } | { ok: false; code: Failure }> {
  if (heldUpBy === "connection") return { ok: false, code: "offline" };
  const answer = await send(live);
  const isLost = live.state().connection !== "live" || navigator.onLine === false;
  return !answer.ok && answer.code === "busy" && isLost ? { ok: false, code: "offline" } : answer;
}
