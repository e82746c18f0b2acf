// The messages of clients: what each holds, and what it is answered with where it is accepted.
import { z } from "zod";
import { SENDS } from "#debate/activities/messages.ts";
import { LogEntry, Logged, Synced } from "#debate/protocol/answers/live.ts";
import { count, id, nothing, ok } from "#debate/protocol/answers/parts.ts";
import { Schedule } from "#debate/protocol/answers/session-state.ts";
import * as messages from "#debate/protocol/messages.ts";
import * as phaseMessages from "#debate/protocol/phase-messages.ts";
import type { Said } from "#debate/rules/rights.ts";

const waiting = { waits: z.literal(true).exactOptional().describe("It waits for the host [R37].") };
const decided = ok(Logged.shape);

/** [A1] Every message has its entry in `rights.ts`, and every such entry its message. */
export const CLIENT_MESSAGES = {
  ...SENDS,
  sync: { payload: messages.Sync, accepted: ok(Synced.shape) },
  "ballot:cast": { payload: messages.CastBallot, accepted: ok({ seq: count }) },
  "rebuttal:post": { payload: messages.PostRebuttal, accepted: ok({ id, ...waiting }) },
  "rebuttal:edit": { payload: messages.EditRebuttal, accepted: ok(waiting) },
  "rebuttal:withdraw": { payload: messages.WithdrawRebuttal, accepted: nothing },
  "rebuttal:endorse": { payload: messages.EndorseRebuttal, accepted: nothing },
  "rebuttal:report": { payload: messages.ReportRebuttal, accepted: nothing },
  "rebuttal:seen": { payload: messages.SeenRebuttals, accepted: nothing },
  "time:ask": { payload: messages.Nothing, accepted: nothing },
  "host:step": { payload: messages.ShowStep, accepted: ok({ version: count }) },
  "host:phase": { payload: messages.MovePhase, accepted: ok({ version: count }) },
  "host:timer": {
    payload: messages.SetTimer,
    accepted: ok({ endsAt: z.int().nullable().describe("Milliseconds since the epoch.") }),
  },
  "host:moderate": { payload: messages.Moderate, accepted: decided },
  "host:merge": { payload: messages.MergeRebuttal, accepted: decided },
  "host:remove": { payload: messages.RemoveParticipants, accepted: decided },
  "host:undo": { payload: messages.Undo, accepted: decided },
  "host:log": { payload: messages.ReadLog, accepted: ok({ log: z.array(LogEntry) }) },
  "host:lock": { payload: messages.LockJoining, accepted: nothing },
  "host:reveal": { payload: messages.Reveal, accepted: nothing },
  "host:wall": { payload: messages.ShowOnWall, accepted: nothing },
  "host:wall-look": { payload: messages.SetWallAppearance, accepted: nothing },
  "host:approve-first": { payload: messages.ApproveFirst, accepted: nothing },
  "host:results": { payload: messages.KeepResults, accepted: nothing },
  "host:dates": { payload: phaseMessages.SetDates, accepted: ok({ schedule: Schedule.nullable() }) },
} satisfies Record<Said, { payload: z.ZodType; accepted: z.ZodType }>;
