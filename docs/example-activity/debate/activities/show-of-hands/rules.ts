import type { Activity } from "#debate/activities/activity.ts";
import { present } from "#debate/rules/present.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";

/** While the class argues, students raise a hand to what the host asks aloud. */
export const showOfHands = {
  name: "showOfHands",
  needsPhase: "rebuttal",
  open: { in: "rebuttal" },
  sends: {
    "hands:raise": {
      from: ["student"],
      // A phone without a network sends it later, and only the newest.
      keeps: {
        subject: () => "hand",
        onlyIn: "rebuttal",
        confirmed: ({ up }: { up: boolean }) => ({ hand: up }),
      },
    },
  },
  promise: { hand: { says: "whether a hand is raised", visibleTo: [[IDENTITIES, ["self"], "now"]] } },
  /** Host, assistant and projector see how many; phones see no more than their own. */
  view: (role, { hands }: { hands?: number }) => (role === "student" ? {} : present({ hands })),
} as const satisfies Activity;

/** The hands that were up when the class went on; null without the activity. */
export const handsResults = {
  part: "hands",
  count: ({ handsUp }: { handsUp?: number }) => (handsUp === undefined ? null : { up: handsUp }),
  hides: "with-flow",
} as const;
