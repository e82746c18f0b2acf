import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { ARMS, EXPERIMENTS, STRATA } from "#debate/activities/experiment/terms.ts";
import { name, participant, row, table, timeBesideName } from "#debate/protocol/answers/cells.ts";
import { interval, points, share } from "#debate/protocol/answers/figures.ts";
import { count, nothing, side } from "#debate/protocol/answers/parts.ts";
import { text } from "#debate/protocol/fields.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttal-terms.ts";

/** [M28] The best argument of the other side. `side`: which one an undecided student writes for. */
const WriteForExperiment = z.strictObject({ body: text(BODY_LENGTH), side: z.enum(SIDES).optional() });

const arm = z.enum(ARMS);
export const OwnExperiment = z.object({
  kind: z.enum(EXPERIMENTS),
  arm,
  /** [M28] The side to write for, if that follows from the first vote. */
  side: side.exactOptional(),
  written: z.object({ side, body: z.string() }).exactOptional(),
});
const half = z.object({ drawn: count, did: count });
export const ExperimentCounts = z.object({ a: half, b: half });

const ArmResult = z.object({
  arm,
  drawn: count.describe("Seats in this half that are still there."),
  did: count.nullable().describe("Those who did what it asks first; null in anonymous sessions."),
  n: count.describe("Those who are analyzed: who voted both times."),
  mean: z.number().nullable().describe("Of the outcomes, in steps from -2 to 2."),
  steps: z
    .array(count)
    .length(5)
    .nullable()
    .describe("How many took -2, -1, 0, 1 and 2 steps; null in anonymous sessions."),
});
/** [M25] The result of an experiment, for the host. */
export const ExperimentResult = z.object({
  kind: z.enum(EXPERIMENTS),
  arms: z.tuple([ArmResult, ArmResult]),
  difference: points.nullable().describe("100 times the mean of arm a less that of arm b."),
  se: z.number().nullable(),
  df: z.number().nullable(),
  interval: interval.nullable(),
  chance: share.nullable().describe("How often allocations by lot would differ at least as much."),
  enough: z.boolean().describe("Whether it is told: from 8 people in each arm on."),
});

const WrittenRow = row({
  participant,
  name,
  side: side.describe("The side that it argues for."),
  body: z.string().describe("Its words."),
}).describe("What people wrote for the other side in the experiment `switch`.");

export const experiment = {
  sends: {
    "experiment:began": {
      payload: z.strictObject({}),
      accepted: nothing,
      does: "Says that the phone has shown what this student's half does first: in `order`, the text that the reading begins with.",
    },
    "experiment:write": {
      payload: WriteForExperiment,
      accepted: nothing,
      does: "Writes the best argument of the other side in a session with the experiment `switch`: one half in `switch-first`, the other in `switch-later`. The newest counts. `side` only where the first vote was undecided: the side that it argues for.",
    },
  },
  snapshot: {
    halfVotes: z
      .literal(true)
      .exactOptional()
      .describe(
        "Not for students, in `reading-vote` of the experiment `arguing`: only half of the class votes.",
      ),
    experiment: ExperimentCounts.exactOptional().describe(
      "Host, from `reading` to the results, not in anonymous sessions: how many were drawn into each half, and did what it asks first.",
    ),
  },
  mine: { experiment: OwnExperiment.exactOptional().describe("From `reading` on.") },
  card: { experiment: OwnExperiment.nullable() },
  ownFile: { experiment: z.looseObject({}).nullable() },
  results: { experiment: ExperimentResult.nullable().describe("For the host, in the results.") },
  seatColumns: {
    arm: arm.nullable().describe("The half; null without an experiment, and in anonymous sessions."),
    stratum: z
      .enum(STRATA)
      .nullable()
      .describe("The first vote, by which halves are drawn; `all` in `order`."),
    block: count.nullable().describe("The block of four in which the arm was drawn, from 1 on."),
    place: z.int().min(1).max(4).nullable().describe("The place in that block."),
    wrote: side.nullable().describe("In `switch`: the side that an argument was written for."),
    drawnAt: timeBesideName.nullable(),
  },
  design: {
    plan: z.string().nullable().describe("What the experiment was planned to find out, as JSON."),
    planHash: z.string().nullable().describe("Sha-256 of `plan`, in hex."),
    plannedAt: z.iso.datetime().nullable().describe("When the plan was fixed: before the first vote."),
    seed: z.string().nullable().describe("Of the allocation."),
  },
  tables: [table("experimentTexts", WrittenRow)],
  named: { ExperimentResult },
} as const satisfies ActivityMessages;
