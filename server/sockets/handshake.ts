import type { IncomingHttpHeaders } from "node:http";
import { Handshake, parse } from "#debate/protocol/messages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { makeKnown, sessionByCode, type Visitor } from "#server/sessions/identify.ts";
import { enter, type Staff } from "#server/sessions/links.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Who is at the other end of a socket; `key`: from their link. */
export type Speaker =
  | { role: "student"; sessionId: string; participantId: string }
  | (Staff & { sessionId: string });

/** `session`: as it was read with a seat. */
export type Arrival = { speaker: Speaker; session: SessionRecord | null };

type Identifying = {
  parts: Pick<Dependencies, "store" | "limits">;
  caller: Caller;
  /** [L2] Reserves one of a seat's connections. Returns 0, or after how many seconds there will be one. */
  reserve: (seat: string) => number;
};

/** Identifies a speaker by a ticket, a cookie, or the key in a link, all made by the server. */
export async function identify(
  { parts, caller, reserve }: Identifying,
  request: { auth: unknown; headers: IncomingHttpHeaders },
): Promise<Result<Arrival>> {
  const handshake = parse(Handshake, request.auth);
  if (!handshake.ok) return handshake;
  const { code, ticket, key, as } = handshake.value;
  const visitor = caller.visitorOf(request.headers, { ticket, key });
  // [L2] Before anything is read, so that a flooding seat costs next to nothing.
  const ticketed = as === "student" ? visitor.mayBeSeat(readCode(code) ?? "") : null;
  const wait = ticketed === null ? 0 : reserve(ticketed);
  if (wait > 0) return tooOften(wait);
  const seat = ticketed === null ? null : await seated(parts, { participantId: ticketed, code, visitor });
  if (seat) return seat;
  const found = await sessionByCode(parts, code, visitor);
  if (!found.ok) return found;
  if (as === "student") return refuse("unauthorized");
  const session = found.value;
  const entered = await enter(session, as, visitor);
  if (!entered.ok) return entered;
  await makeKnown(parts, session, visitor);
  return accept({ speaker: { ...entered.value, sessionId: session.id }, session: null });
}

/** The seat of a ticket and its session in one read: thousands of phones may come back at once. */
async function seated(
  parts: Identifying["parts"],
  { participantId, code, visitor }: { participantId: string; code: string; visitor: Visitor },
): Promise<Result<Arrival> | null> {
  const access = await parts.store.participants.access(participantId);
  const session = access?.session;
  if (session?.code !== readCode(code) || visitor.seatId(session) === null) return null;
  if (access?.removed) return refuse("removed");
  await makeKnown(parts, session, visitor);
  return accept({ speaker: { role: "student", sessionId: session.id, participantId }, session });
}
