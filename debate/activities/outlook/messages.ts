import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { count } from "#debate/protocol/answers/parts.ts";

export const OutlookChange = z.object({
  n: count.describe("Who answered both times."),
  before: z.number().describe("The mean, from 1 to 5."),
  after: z.number(),
  interval: z.tuple([z.number(), z.number()]).describe("Of the mean change, 95 %."),
});

export const outlook = {
  sends: {},
  results: {
    outlook: z
      .object({ understanding: OutlookChange.nullable(), respect: OutlookChange.nullable() })
      .nullable(),
  },
  withheld: ["outlook"],
} as const satisfies ActivityMessages;
