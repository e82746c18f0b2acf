import type { Instructor } from "#debate/protocol/pages.ts";
import { type Addressing, originOf } from "#server/http/origin.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { readCookie, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Visitor } from "#server/sessions/identify.ts";
import type { Shown, SignIn } from "#server/sessions/links.ts";

/** What comes with a request besides its cookies. */
type Held = { ticket?: string | undefined; key?: string | undefined };

export type Caller = ReturnType<typeof createCaller>;

/** Says who a request comes from: never the payload, only what the server signed. */
export function createCaller(instructors: Instructors, tickets: Tickets, addressing: Addressing) {
  const signIn = async (headers: Headers): Promise<SignIn | null> => {
    const found = await instructors.signInOf(headers);
    return found && { id: found.id, instructorId: found.instructor.id };
  };
  const instructorId = async (headers: Headers): Promise<string | null> =>
    (await signIn(headers))?.instructorId ?? null;
  /** The seat that the phone's cookie holds in the session with this code, as it says; it may be of the past. */
  const seatId = (headers: Headers, code: string, ticket?: string): string | null =>
    tickets.read(ticket ?? readCookie(headers.get("cookie"), seatCookie(code)));

  return {
    instructor: (headers: Headers): Promise<Instructor | null> => instructors.of(headers),
    signedIn: instructors.signInOf,
    instructorId,
    signIn,
    seatId,

    /** The caller who asks for a session by its code. */
    visitor: (headers: Headers, { ticket, key }: Held = {}): Visitor => ({
      address: neighbourhood(addressOf(headers)),
      seatId: (code) => seatId(headers, code, ticket),
      signIn: () => signIn(headers),
      key,
    }),

    /** Everything that a request shows of who asks for a session. */
    async shows(headers: Headers, code: string, key: string | undefined): Promise<Shown> {
      return { instructorId: await this.instructorId(headers), seatId: this.seatId(headers, code), key };
    },

    origin: (headers: Headers): string => originOf(headers, addressing),
  };
}
