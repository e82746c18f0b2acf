import type { IncomingHttpHeaders } from "node:http";
import { Handshake, parse } from "#debate/protocol/messages.ts";
import { readCode } from "#debate/rules/codes.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { makeKnown, sessionByCode } from "#server/sessions/identify.ts";
import { enter, type Staff } from "#server/sessions/links.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** Who is at the other end of a socket; `key` where that was shown by the one in a link. */
export type Speaker =
  | { role: "student"; sessionId: string; participantId: string }
  | (Staff & { sessionId: string });

type Identifying = {
  parts: Pick<Dependencies, "store" | "limits">;
  caller: Caller;
  /** [L2] Takes one of the places of a seat. Answers with after how many seconds there will be one; 0 where it was taken. */
  reserve: (seat: string) => number;
};

/** Decides who is speaking from what the server made: a ticket, a cookie, or the key in a link. */
export async function identify(
  { parts, caller, reserve }: Identifying,
  request: { auth: unknown; headers: IncomingHttpHeaders },
): Promise<Result<Speaker>> {
  const handshake = parse(Handshake, request.auth);
  if (!handshake.ok) return handshake;
  const { code, ticket, key, as } = handshake.value;
  const visitor = caller.visitorOf(request.headers, { ticket, key });
  // [L2] Before anything is read, so that a seat that floods costs next to nothing and no two share a place.
  const ticketed = as === "student" ? visitor.mayBeSeat(readCode(code) ?? "") : null;
  const wait = ticketed === null ? 0 : reserve(ticketed);
  if (wait > 0) return tooOften(wait);
  const found = await sessionByCode(parts, code, visitor);
  if (!found.ok) return found;
  const session = found.value;
  const speaker = as === "student" ? await seated(parts, session, visitor.seatId(session)) : await staff();
  if (speaker.ok) await makeKnown(parts, session, visitor);
  return speaker;

  async function staff(): Promise<Result<Speaker>> {
    const entered = await enter(session, as === "host" ? "host" : "screen", visitor);
    return entered.ok ? accept({ ...entered.value, sessionId: session.id }) : entered;
  }
}

async function seated(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  participantId: string | null,
): Promise<Result<Speaker>> {
  if (participantId === null) return refuse("unauthorized");
  const participant = await store.participants.byId(participantId);
  if (participant?.sessionId !== session.id) return refuse("unauthorized");
  return participant.removed
    ? refuse("removed")
    : accept({ role: "student", sessionId: session.id, participantId });
}
