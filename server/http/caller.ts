import type { Instructor } from "#debate/protocol/pages.ts";
import { type Addressing, originOf } from "#server/http/origin.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { readCookie, seatCookie, type Tickets } from "#server/identity/tickets.ts";
import type { Shown } from "#server/sessions/links.ts";

export type Caller = ReturnType<typeof createCaller>;

/** Says who a request comes from: never the payload, only what the server signed. */
export function createCaller(instructors: Instructors, tickets: Tickets, addressing: Addressing) {
  return {
    instructor: (headers: Headers): Promise<Instructor | null> => instructors.of(headers),

    async instructorId(headers: Headers): Promise<string | null> {
      return (await instructors.of(headers))?.id ?? null;
    },

    /** The seat that the phone's cookie holds in the session with this code, as it says; it may be of the past. */
    seatId: (headers: Headers, code: string): string | null =>
      tickets.read(readCookie(headers.get("cookie"), seatCookie(code))),

    /** Everything that a request shows of who asks for a session. */
    async shows(headers: Headers, code: string, key: string | undefined): Promise<Shown> {
      return { instructorId: await this.instructorId(headers), seatId: this.seatId(headers, code), key };
    },

    origin: (headers: Headers): string => originOf(headers, addressing),
  };
}
