import { comesBack } from "#debate/rules/after-lesson.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import { secretsMatch } from "#server/platform/secrets-match.ts";

export type Tickets = ReturnType<typeof createTickets>;

/** [J2] Tickets name a seat and an expiry date, and are signed. */
export function createTickets(secret: string, clock: () => number) {
  /** Signatures of recently verified tickets: a joining phone sends its ticket four times. */
  const proved = new Map<string, string>();
  const sign = (held: string) => keyedHmac(secret).update(`seat:${held}`).digest("base64url");
  const keep = (held: string, signature: string): void => {
    if (proved.size >= PROVED) proved.clear();
    proved.set(held, signature);
  };

  const readUntil = (ticket: string | undefined, isLong: boolean): string | null => {
    const [participantId, end, signature, ...rest] = (ticket ?? "").split(".");
    if (!participantId || !end || !signature || rest.length > 0) return null;
    const held = `${participantId}.${end}`;
    const right = proved.get(held) ?? sign(held);
    if (!secretsMatch(signature, right)) return null;
    if (!proved.has(held)) keep(held, right);
    return clock() < Number(end) + (isLong ? LONGER * 1_000 : 0) ? participantId : null;
  };

  return {
    issue(participantId: string): string {
      const held = `${participantId}.${clock() + SEAT_AGE * 1_000}`;
      const signature = sign(held);
      keep(held, signature);
      return `${held}.${signature}`;
    },

    /** The participant's id; null if the ticket is invalid or has expired, which it does later if a later vote is planned. */
    read: (ticket: string | undefined, settings: Pick<Settings, "activities">): string | null =>
      readUntil(ticket, comesBack({ settings })),

    /** For an unknown session: as long as a ticket can last. */
    readAnywhere: (ticket: string | undefined): string | null => readUntil(ticket, true),

    /** A seat in any session for which a `Cookie` header has a ticket, which may have expired in a session without a later vote. */
    seatIn(header: string | undefined): string | null {
      let checked = 0;
      for (const [name, value] of cookiesIn(header)) {
        if (!name.startsWith(SEAT_COOKIE)) continue;
        checked += 1;
        if (checked > CHECKED) return null;
        const seat = readUntil(decodeLoosely(value), true);
        if (seat !== null) return seat;
      }
      return null;
    },
  };
}

/** [L25] How many tickets of one request are checked: each costs a hash. */
const CHECKED = 20;
/** For a hall. */
const PROVED = 10_000;
const SEAT_COOKIE = "seat-";
/** One cookie per session, so that a phone can have seats in several. */
export const seatCookie = (code: string) => `${SEAT_COOKIE}${code}`;
/** How long a phone keeps its seat, in seconds: a term, so that students can look at a session later. */
const SEAT_AGE = 180 * 24 * 60 * 60;
/**
 * [J2] How long the cookie stays, in seconds: a later vote opens up to a year after closing, and may be planned when all have joined.
 * So the ticket in it is read for so much longer while one is planned.
 */
export const COOKIE_AGE = 400 * 24 * 60 * 60;
const LONGER = COOKIE_AGE - SEAT_AGE;

/** The value of a cookie in a `Cookie` header. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const [given, value] of cookiesIn(header)) if (given === name) return decodeLoosely(value);
  return undefined;
}

function* cookiesIn(header: string | null | undefined): Generator<[name: string, value: string]> {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) yield [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  }
}

export function decodeLoosely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
