import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/reading/messages.ts";
import { isSamePlace, type SentencePlace } from "#debate/content/sentence-places.ts";
import { present } from "#debate/rules/present.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";

/** [X10] What the host sees while the class reads: how many have read both positions, and which sentences they don't understand. */
export type ReadingCounts = z.infer<typeof messages.ReadingCounts>;

/** How many sentences the host sees at most: those that the most students marked. */
export const UNCLEAR_SHOWN = 50;

type Marked = { unclear?: SentencePlace[] };

/** [X9] [X10] Each student's reading opens on a side drawn by chance, and the class says what it has read. */
export const reading = {
  name: "reading",
  column: "drawnSide",
  presets: ["lesson", "seminar"],
  /** [X10] */
  open: { from: "reading", until: "results" },
  sends: {
    "reading:done": {
      from: ["student"],
      keeps: {
        subject: () => "reading",
        confirmed: ({ on }: { on: boolean }) => ({ readBoth: on || undefined }),
      },
    },
    "sentence:unclear": {
      from: ["student"],
      keeps: {
        subject: ({ side, n, sentence }: SentencePlace) => `unclear ${side} ${n} ${sentence}`,
        confirmed: ({ on, ...place }: SentencePlace & { on: boolean }, { unclear = [] }: Marked) => {
          const others = unclear.filter((each) => !isSamePlace(each, place));
          return { unclear: on ? [...others, place] : others };
        },
      },
    },
  },
  promise: { reading: { says: "who has read both texts", visibleTo: [[IDENTITIES, ["self"], "now"]] } },
  view: (role, { reading: counts }: { reading?: ReadingCounts }) =>
    role === "host" ? present({ reading: counts }) : {},
} as const satisfies Activity;
