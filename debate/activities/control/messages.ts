import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { interval, points } from "#debate/protocol/answers/figures.ts";
import { count } from "#debate/protocol/answers/parts.ts";

/** [M41] */
export const Beyond = z.object({
  n: count.describe("Who answered both resolutions both times."),
  points: points.describe("100 times the mean of steps on the debated one less those on the other."),
  interval,
});

export const control = {
  sends: {},
  results: { control: Beyond.nullable().describe("For the host, in the results.") },
} as const satisfies ActivityMessages;
