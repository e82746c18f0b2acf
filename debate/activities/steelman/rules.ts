import type { Activity } from "#debate/activities/activity.ts";

/** [P16] The class writes the best argument of the other side after the last vote. */
export const steelman = {
  name: "steelman",
  phases: [{ name: "steelman", after: "after", optional: true, takesMinutes: true, ownView: true }],
  excluded: { when: ({ identity }) => identity === "anonymous", why: "not in an anonymous session" },
  open: { from: "steelman" },
  sends: {},
} as const satisfies Activity;
