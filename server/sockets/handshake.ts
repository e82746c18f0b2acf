import type { IncomingHttpHeaders } from "node:http";
import { Handshake, parse } from "#debate/protocol/messages.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { addressOf } from "#server/http/address.ts";
import type { Caller } from "#server/http/caller.ts";
import { named, toHeaders } from "#server/http/origin.ts";
import { readCookie, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { sessionByCode } from "#server/sessions/identify.ts";
import { enter, type Staff } from "#server/sessions/links.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** Who is at the other end of a socket; `key` where that was shown by the one in a link. */
export type Speaker =
  | { role: "student"; sessionId: string; participantId: string }
  | (Staff & { sessionId: string });

/** Decides who is speaking from what the server made: a ticket, a cookie, or the key in a link. */
export async function identify(
  parts: Pick<Parts, "store" | "limits">,
  caller: Caller,
  tickets: Tickets,
  request: { auth: unknown; headers: IncomingHttpHeaders },
): Promise<Result<Speaker>> {
  const handshake = parse(Handshake, request.auth);
  if (!handshake.ok) return handshake;
  const { code, ticket, key, as } = handshake.value;
  const found = await sessionByCode(parts, code, addressOf(named(request.headers)));
  if (!found.ok) return found;
  const session = found.value;
  if (as === "student") {
    const cookie = readCookie(request.headers.cookie ?? null, seatCookie(session.code));
    return seated(parts, session, tickets.read(ticket ?? cookie));
  }
  const instructorId = () => caller.instructorId(toHeaders(request.headers));
  const entered = await enter(session, as, { key, instructorId });
  return entered.ok ? accept({ ...entered.value, sessionId: session.id }) : entered;
}

async function seated(
  { store }: Pick<Parts, "store">,
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
