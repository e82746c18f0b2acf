import type { IncomingHttpHeaders } from "node:http";
import { Handshake, parse } from "#debate/protocol/messages.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { addressOf } from "#server/http/address.ts";
import type { Caller } from "#server/http/caller.ts";
import { named, toHeaders } from "#server/http/origin.ts";
import { readCookie, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { hostedSession, sessionByCode } from "#server/sessions/identify.ts";
import type { Parts } from "#server/sessions/parts.ts";
import type { SessionRecord } from "#server/store/sessions.ts";

/** Who is at the other end of a socket. */
export type Speaker =
  | { role: "student"; sessionId: string; participantId: string }
  | { role: "host"; sessionId: string }
  | { role: "screen"; sessionId: string };

/** Decides who is speaking from what the server signed: a ticket, a cookie, or the key in a screen's link. */
export async function identify(
  parts: Pick<Parts, "store" | "limits">,
  caller: Caller,
  tickets: Tickets,
  request: { auth: unknown; headers: IncomingHttpHeaders },
): Promise<Result<Speaker>> {
  const handshake = parse(Handshake, request.auth);
  if (!handshake.ok) return handshake;
  const { code, ticket, key, as } = handshake.value;
  const address = addressOf(named(request.headers));
  const session = await sessionByCode(parts, code, address);
  if (!session.ok) return session;
  const { id: sessionId, screenKey, code: exactCode } = session.value;
  switch (as) {
    case "host": {
      const hosted = await hostedSession(
        parts,
        code,
        await caller.instructorId(toHeaders(request.headers)),
        address,
      );
      return hosted.ok ? accept({ role: "host", sessionId }) : hosted;
    }
    case "screen": {
      if (key === screenKey) return accept({ role: "screen", sessionId });
      const hosted = await hostedSession(
        parts,
        code,
        await caller.instructorId(toHeaders(request.headers)),
        address,
      );
      return hosted.ok ? accept({ role: "screen", sessionId }) : refuse("forbidden");
    }
    case "student":
      return seated(
        parts,
        session.value,
        tickets.read(ticket ?? readCookie(request.headers.cookie ?? null, seatCookie(exactCode))),
      );
  }
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
