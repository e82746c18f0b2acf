import type { z } from "zod";
import type { Activity, Confirming } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/pairs/messages.ts";
import { present } from "#debate/rules/present.ts";
import { NAMES } from "#debate/rules/promise-terms.ts";
import { type Identity, PAIRS_BY, PAIRS_WHEN, type PairsBy } from "#debate/rules/session-options.ts";

/** [P25] Whether the class has been paired, and when its script began, in milliseconds since the epoch. */
export type Pairing = { madeAt: number; startedAt?: number | undefined };

/** A line between partners. `by`: a name, or `you`. */
export type PairLine = z.infer<typeof messages.PairLine>;

/** A table as one of its people sees it. */
export type OwnTable = z.infer<typeof messages.OwnTable>;
/** [P27] Whom a line was written to. */
export type Addressees = Pick<OwnTable, "group" | "since">;

/** [P27] Whether those at a table are the ones whom a line was written to, or some of them; a line without them is for those who sit there now. */
export function readsLine(table: Addressees, to: Addressees | undefined): boolean {
  return to === undefined || (to.group === table.group && to.since >= table.since);
}

/** `away`: this student was not there, and the partner got another one. */
export type OwnPair = z.infer<typeof messages.OwnPair>;

/**
 * [P37] A request to find a missing partner: `waiting`, then `here` if the partner answers, `there` if the host says that they
 * are there, and `over` if it ended otherwise.
 */
export type RequestState = z.infer<typeof messages.requestState>;

/** [P39] A request that waits. An assistant sees only the table where partners have no names [P40]. */
export type MissingPartner = z.infer<typeof messages.MissingPartner>;

type Chosen = { activities: { pairs?: { by: PairsBy } } };

/** How pairs talk. */
export function pairsBy({ activities: { pairs } }: Chosen): PairsBy {
  return pairs?.by ?? "voice";
}

/** [P40] At a table a pseudonym would stand beside a face, and with it everything that its owner writes. */
export function namesPartners(settings: Chosen & { identity: Identity }): boolean {
  return settings.identity === "named" || pairsBy(settings) === "text";
}

/** [P41] Whether one of a seat's votes is older than the pairing. */
export function votedInTime(ballots: readonly { castAt: number }[], pairing: Pairing): boolean {
  return ballots.some(({ castAt }) => castAt <= pairing.madeAt);
}

/**
 * [P22] What there is of pairs in their phase; phones are told of the pairing alone. `alone`: how many have no one. `held`: the tables
 * with a line that waits. `missing`: who can't find whom.
 */
type PairsRoom = Partial<Pairing> & {
  namesPartners?: boolean;
  tables?: number;
  alone?: number;
  held?: number[];
  missing?: Required<MissingPartner>[];
};
export type PairsNews = z.infer<typeof messages.PairsNews>;
type Line = { id: string; body: string; to?: Addressees };

export const pairs = {
  name: "pairs",
  choices: { when: PAIRS_WHEN, by: PAIRS_BY },
  presets: ["lesson", "seminar"],
  phases: [
    {
      name: "pairs",
      after: "rebuttal",
      optional: true,
      minutes: { lesson: 7, seminar: 8 },
      ownView: true,
      replaces: {
        phase: "rebuttal",
        when: ({ when }: { when: (typeof PAIRS_WHEN)[number] }) => when === "instead",
        why: "not with pairs in place of rebuttals",
      },
    },
  ],
  excluded: { when: ({ identity }) => identity === "anonymous", why: "not in an anonymous session" },
  open: { in: "pairs" },
  isQuiet: true,
  sends: {
    "pairs:join": { from: ["student"], costs: 5 },
    "pairs:missing": { from: ["student"], costs: 5 },
    "pairs:here": { from: ["student"], costs: 5 },
    "pairs:say": {
      from: ["student"],
      costs: 5,
      keeps: {
        subject: ({ id }: Line) => `line ${id}`,
        confirmed({ to, ...words }: Line, { pair }: { pair?: OwnPair }, { now }: Confirming) {
          if (!pair || pair === "away" || pair.lines?.some(({ id }) => id === words.id)) return {};
          if (!readsLine(pair, to)) return {};
          const line = { ...words, by: "you", status: "published", at: now } as const;
          return { pair: { ...pair, lines: [...(pair.lines ?? []), line] } };
        },
      },
    },
    "host:pairs": { from: ["host"], costs: 5 },
    // [P37] Who finds another partner sees how one more person voted.
    "host:pairs-missing": { from: ["host"] },
    // [P27] What partners write to each other is read by the host alone.
    "host:pair-lines": { from: ["host"], costs: 5 },
    "host:pair-line": { from: ["host"] },
  },
  log: {
    "pairs-made": {},
    "pairs-started": {},
    "pairs-stopped": {},
    // [P39]
    "pair-missing": { about: "table" },
    "pair-found": { about: "table" },
    "pair-here": { about: "table" },
    "pair-stayed": { about: "table" },
    "pair-replaced": { about: "table" },
    "pair-line-hidden": {},
    "pair-line-shown": {},
  },
  promise: {
    partnersName: {
      says: "the name beside a partner's face, in pairs that talk",
      visibleTo: [[["named"], ["partner"], "now"]],
    },
  },
  // [P26]
  alsoVisible: { votes: [[NAMES, ["partner"], "now"]], choice: [[NAMES, ["partner"], "now"]] },
  /** [P22] Phones see that they were paired, and the script; who sits where is each one's own. */
  view(role, { pairs }: { pairs?: PairsRoom | null }): { pairs?: PairsNews } {
    if (!pairs) return {};
    const { madeAt, startedAt, tables, alone, held, missing = [], namesPartners = false } = pairs;
    if (role === "student") return { pairs: present({ madeAt, startedAt }) };
    const isNamed = role === "host" || namesPartners;
    return {
      pairs: {
        ...present({ madeAt, startedAt, tables }),
        ...(role !== "screen" && {
          ...present({ alone }),
          missing: isNamed ? missing : missing.map(({ table }) => ({ table })),
        }),
        ...(role === "host" && present({ held })),
      },
    };
  },
  inOwnTime({ pairs }: { pairs?: PairsNews }, offset) {
    const { startedAt } = pairs ?? {};
    return startedAt === undefined ? {} : { pairs: { ...pairs, startedAt: startedAt - offset } };
  },
} as const satisfies Activity;
