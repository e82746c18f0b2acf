import type { IncomingHttpHeaders } from "node:http";
import type { Instructor } from "#debate/protocol/pages.ts";
import { type Addressing, named, openedOrigin, originOf, toHeaders } from "#server/http/origin.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { readCookie, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Seating, Visitor } from "#server/sessions/identify.ts";
import type { Shown, SignIn } from "#server/sessions/links.ts";

/** The parts of a request, besides its cookies, that identify the caller. */
type Held = { ticket?: string | undefined; key?: string | undefined };

export type Caller = ReturnType<typeof createCaller>;

/** Identifies a request's sender by what the server signed, never by the payload. */
export function createCaller(instructors: Instructors, tickets: Tickets, addressing: Addressing) {
  const signIn = async (headers: Headers): Promise<SignIn | null> => {
    const found = await instructors.signInOf(headers);
    return found && { id: found.id, instructorId: found.instructor.id };
  };
  const instructorId = async (headers: Headers): Promise<string | null> =>
    (await signIn(headers))?.instructorId ?? null;
  const ticketIn = (headers: Pick<Headers, "get">, code: string, ticket?: string) =>
    ticket ?? readCookie(headers.get("cookie"), seatCookie(code));
  /** The seat in the phone's cookie for this session. It may no longer exist. */
  const seatId = (
    headers: Pick<Headers, "get">,
    { code, settings }: Seating,
    ticket?: string,
  ): string | null => tickets.read(ticketIn(headers, code, ticket), settings);
  const visitorWith = (
    headers: Pick<Headers, "get">,
    all: () => Headers,
    { ticket, key }: Held,
  ): Visitor => ({
    address: neighbourhood(addressOf(headers)),
    mayBeSeat: (code) => tickets.readAnywhere(ticketIn(headers, code, ticket)),
    seatId: (session) => seatId(headers, session, ticket),
    signIn: () => signIn(all()),
    key,
  });

  return {
    instructor: (headers: Headers): Promise<Instructor | null> => instructors.of(headers),
    signedIn: instructors.signInOf,
    instructorId,
    signIn,
    seatId,

    /** The caller of a request about a session's code. */
    visitor: (headers: Headers, held: Held = {}): Visitor => visitorWith(headers, () => headers, held),

    /** For requests outside Hono. Headers are copied only if someone may have signed in. */
    visitorOf: (headers: IncomingHttpHeaders, held: Held = {}): Visitor =>
      visitorWith(named(headers), () => toHeaders(headers), held),

    /** All the credentials of a request about a session. */
    async shows(headers: Headers, session: Seating, key: string | undefined): Promise<Shown> {
      return { instructorId: await this.instructorId(headers), seatId: this.seatId(headers, session), key };
    },

    origin: (headers: Headers): string => originOf(headers, addressing),

    openedOrigin: (headers: Headers): string => openedOrigin(headers, addressing),
  };
}
