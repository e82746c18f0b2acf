import type { WordsId } from "#debate/counting/words.ts";
import type { Store } from "#server/store/store.ts";

/** Notifies rooms of a change. The live layer decides what each audience is sent, and when. */
export type Announcer = {
  /** Something visible to the room changed. `now` for phase changes, which must not be delayed. */
  changed(sessionId: string, when?: "now" | "soon"): void;
  /** Someone took a seat. Phones don't show it. */
  joined(sessionId: string): void;
  /** A student wrote, endorsed or reported a rebuttal. */
  argued(sessionId: string): void;
  /** A student's own state changed: notifies the student's devices, except the one with `socketId`. */
  mine(participantId: string, socketId?: string): void;
  removed(participantId: string): void;
  /** The seat was deleted. */
  erased(participantId: string): void;
  gone(sessionId: string): void;
  /** A link's key was replaced or removed: disconnect everyone who used the old one. */
  keys(sessionId: string): void;
  /** The phase's timer was set, changed or stopped. */
  timer(sessionId: string): void;
};

export type Ids = {
  uuid(): string;
  /** A secret for links and tokens. */
  key(): string;
  /** A whole number from 0 to below `below`. */
  draw(below: number): number;
  /** [V18] The id of a voter's words: a keyed hash, so that it does not identify the voter. */
  ofWords: WordsId;
};

/** At most `max` in `window` seconds. */
type Rule = { max: number; window: number };
/** Rate limits; see server/platform/limits.ts. */
export type Limiting = {
  /** `retryAfter`: after how many seconds it is allowed again; null if it is allowed now. */
  consume(name: string, who: string, rule: Rule): Promise<{ allowed: boolean; retryAfter: number | null }>;
  counted(name: string, who: string, rule: Rule): Promise<number>;
  exceeded(name: string, who: string, rule: Rule): Promise<boolean>;
};

/** What the use cases depend on. */
export type Dependencies = {
  store: Store;
  clock: () => number;
  ids: Ids;
  /** The seat of a session's personal code, used or not. */
  seatOfPass: (sessionId: string, pass: string) => string;
  /** [J12] The seat of a phone's claim, where no personal code determines it. */
  seatOfClaim: (sessionId: string, claim: string) => string;
  /** [Q52] The seat of someone who comes from a learning platform. */
  seatOfLaunch: (sessionId: string, platformId: string, sub: string) => string;
  /** [J10] The keyed hash stored in place of a claim or a word. */
  hashOfClaim: (participantId: string, kind: "claim" | "word", shown: string) => string;
  announce: Announcer;
  limits: Limiting;
  /** [L7] How many new seats one network address may take in one session within ten minutes. */
  phonesPerAddress: number;
  /** [T9] After how many days sessions are deleted, where the configuration says so. */
  retentionDays: number | undefined;
};
