"use client";
import type { Live } from "#app/live/live.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { QueuedMessage } from "#debate/activities/keeping.ts";
import { isOpen } from "#debate/activities/open.ts";
import { namesPartners, pairsBy } from "#debate/activities/pairs/rules.ts";
import { LINES_EACH } from "#debate/activities/pairs/terms.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Keeps = { line: StoredValue<string> };

export const pairsPhone = {
  name: "pairs",
  step: {
    isLast: false,
    words: (activities: Activities) => (pairsBy({ activities }) === "text" ? "pairsText" : "pairs"),
  },
  /** [P26] [P40] What those who sit together learn of each other. */
  promise: {
    isLast: false,
    words({ pairs }: Activities, identity: Identity) {
      if (pairs?.by === "text") return "pairs.text";
      return identity === "named" ? "pairs.voice.named" : "pairs.voice.pseudonym";
    },
  },
  /** [P40] A partner at the table can read this phone. */
  hidesOwnName: (session: { phase: Phase; settings: Settings }) =>
    isOpen("pairs", session) && !namesPartners(session.settings),
  fills: "pairs",
  hasBar: true,
  /** [P27] A phone that was offline while the class was paired has no place at first. */
  refused: {
    "pairs:say": {
      stale: "student.pairs.parted",
      forbidden: "student.pairs.parted",
      "too-many": { words: "student.pairs.full", values: { count: LINES_EACH } },
    },
  },
  desk: {
    /** The unsent line to the student's partners. */
    keeps: (place: (what: string) => string): Keeps => ({
      line: new StoredValue(place("line"), "", (stored) => (typeof stored === "string" ? stored : null)),
    }),
    refused(message: QueuedMessage, refusal: Refusal, { line }: Keeps, live: Pick<Live, "resync">): void {
      if (message.name !== "pairs:say") return;
      const { body } = message.payload;
      // It comes back to where it was typed, behind what stands there.
      line.change((typed) => (typed ? `${typed}\n${body}` : body));
      // [P27] The page shows a place or partners of before.
      if (refusal === "stale" || refusal === "forbidden") void live.resync();
    },
  },
} as const;
