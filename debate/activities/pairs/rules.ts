import type { Activity } from "#debate/activities/activity.ts";

/** [P22] The class argues in pairs across the divide, after its rebuttals or in their place. */
export const pairs = {
  name: "pairs",
  phases: [{ name: "pairs", after: "rebuttal", optional: true, takesMinutes: true }],
  open: { in: "pairs" },
  sends: {},
} as const satisfies Activity;
