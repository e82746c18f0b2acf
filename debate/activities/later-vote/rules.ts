import type { Activity } from "#debate/activities/activity.ts";

/** [P34] The class votes once more, a day to a year after it was closed. */
export const laterVote = {
  name: "laterVote",
  phases: [
    { name: "later", after: "closed", afterLesson: true },
    { name: "later-closed", after: "later", afterLesson: true },
  ],
  open: { in: "later" },
  sends: {},
} as const satisfies Activity;
