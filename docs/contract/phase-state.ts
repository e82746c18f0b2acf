import { z } from "zod";
import * as pairs from "#debate/rules/pairs.ts";
import { REBUTTAL_STATUSES } from "#debate/rules/rebuttals.ts";
import type { Mine, Snapshot } from "#debate/rules/snapshot.ts";
import type { Speaking as Spoken } from "#debate/rules/speaking.ts";
import type * as steelman from "#debate/rules/steelman.ts";
import { choice, count, exactly, id, milliseconds, side } from "#docs/contract/parts.ts";

/** What the optional parts of a lesson add to a session's state. */
export const PairsNews = exactly<NonNullable<Snapshot["pairs"]>>()(
  z.object({
    madeAt: milliseconds.optional(),
    startedAt: milliseconds.optional(),
    tables: count.optional(),
    alone: count.optional(),
    held: z.array(count).optional(),
    missing: z
      .array(z.object({ table: count, participantId: id.optional(), partnerId: id.optional() }))
      .optional(),
  }),
).describe(
  "In `pairs`; `madeAt` once the class was paired, `startedAt` while the script runs. `tables` not for students, `alone` and `missing` (who can't find which partner) for host and assistant, `held` (the tables with a line that waits) for the host. In a pseudonymous session with pairs by voice an assistant's `missing` has tables alone.",
);
export const PairLine = exactly<pairs.PairLine>()(
  z.object({
    id,
    by: z.string().describe("A name, or `you`."),
    body: z.string(),
    status: z.enum(REBUTTAL_STATUSES),
    at: milliseconds,
  }),
);
export const MyPair = exactly<NonNullable<Mine["pair"]>>()(
  z.union([
    z.object({
      table: count,
      group: id,
      since: milliseconds.describe("When the last of those who sit here now sat down."),
      place: count.describe("In the script, from 0."),
      partners: z.array(
        z.object({
          place: count,
          name: z.string().optional().describe("Not in a pseudonymous session with pairs by voice."),
          choice: choice
            .nullable()
            .optional()
            .describe("Only for a student with a vote from before the class was paired; null without one."),
        }),
      ),
      asked: z
        .object({ place: count.optional(), state: z.enum(pairs.REQUEST_STATES) })
        .optional()
        .describe(
          "The student's request to find a partner, the only one since the class was paired: it waits, the partner or the host said that they are there, or it is over. `place`: of that partner, while both sit here.",
        ),
      missed: z.literal(true).optional().describe("A partner can't find this student."),
      lines: z.array(PairLine).optional().describe("Only in writing; the newest 60."),
    }),
    z.literal("away").describe("This student was not there, and was replaced."),
  ]),
).describe("In `pairs`, once the student has a place.");
export const SteelmanNews = exactly<NonNullable<Snapshot["steelman"]>>()(
  z.object({ written: count, rated: count, waiting: count.optional() }),
).describe("In `steelman`, not for students; `waiting` for host and assistant.");
const SteelmanScore = z.object({ fair: z.boolean(), why: z.string().optional() });
export const OwnSteelman = exactly<steelman.OwnSteelman>()(
  z.object({ side, body: z.string(), status: z.enum(REBUTTAL_STATUSES), scores: z.array(SteelmanScore) }),
);
export const MySteelman = exactly<NonNullable<Mine["steelman"]>>()(
  z.object({
    own: OwnSteelman.optional(),
    given: z.array(
      z.object({
        id,
        side,
        body: z.string(),
        fair: z.boolean().optional(),
        why: z.string().optional(),
      }),
    ),
  }),
).describe("From `steelman` on: what the student wrote, and was given to rate.");
export const HostsSteelman = exactly<steelman.HostsSteelman>()(
  z.object({
    id,
    side,
    body: z.string(),
    status: z.enum(REBUTTAL_STATUSES),
    by: z.string().optional().describe("For the host alone: its side tells how the writer voted."),
    at: milliseconds,
    scores: z
      .array(SteelmanScore.extend({ by: z.string().optional(), held: z.literal(true).optional() }))
      .optional()
      .describe("For the host alone. `held`: its writer does not see why."),
  }),
);
const speaker = {
  participantId: id
    .optional()
    .describe("Not for screens. In an anonymous session a stand-in, new with each request."),
  side,
  name: z.string().optional(),
  realName: z.string().optional().describe("Host only."),
  number: count.optional().describe("What the host calls, except in named sessions."),
};
const sides = z.object({ for: count, against: count });
export const Speaking = exactly<Spoken>()(
  z.object({
    spoken: sides.describe("Milliseconds, without the speech that is being held."),
    waiting: sides,
    now: z.object({ ...speaker, since: milliseconds }).optional(),
    speakers: z.array(z.object(speaker)).optional().describe("Not for screens; the first one first."),
  }),
);
