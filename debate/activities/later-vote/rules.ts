import type { z } from "zod";
import type { Activity, RoomFacts } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/later-vote/messages.ts";
import { openingTimes, type Rehearsed } from "#debate/rules/rehearsed.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** [P34] How long after a session was closed its later vote may open, in milliseconds. */
const LATER = { from: DAY, until: 365 * DAY } as const;

/** [P34] From when until when the later vote may open. */
export function laterWindow(closedAt: number, rehearsed: Rehearsed): { from: number; until: number } {
  return openingTimes(closedAt, LATER, rehearsed);
}

/** Whether a later vote is planned, and once the class is closed, when it may open. */
type Later = z.infer<typeof messages.Later>;
type Room = RoomFacts & { activities: { laterVote?: object } };

/** [P34] The class votes once more, a day to a year after it was closed. */
export const laterVote = {
  name: "laterVote",
  phases: [
    {
      name: "later",
      after: "closed",
      afterLesson: { ...LATER, movesTo: ["later-closed", "closed"] },
      votes: "later",
    },
    {
      name: "later-closed",
      after: "later",
      afterLesson: { until: LATER.until, movesTo: ["later"], isOver: true },
    },
  ],
  open: { in: "later" },
  sends: { "host:later-vote": { from: ["host"] } },
  log: { "later-planned": {}, "later-dropped": {} },
  view: (role, { phase, activities, simulated, closedAt = null }: Room): { later?: Later } => {
    const planned = activities.laterVote !== undefined;
    if ((role !== "host" && role !== "assistant") || (!planned && phase !== "closed")) return {};
    const isWaiting = phase === "closed" && closedAt !== null;
    return { later: { planned, ...(isWaiting && laterWindow(closedAt, { simulated })) } };
  },
  chosenLater: {
    isOn: ({ later }: { later?: Later }) => later?.planned ?? false,
    closedAt: ({ later }: { later?: Later }) =>
      later?.until === undefined ? null : later.until - LATER.until,
  },
} as const satisfies Activity;
