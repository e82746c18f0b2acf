import { z } from "zod";
import { NAMED, OWN_FILE } from "#debate/activities/messages.ts";
import { Debate, LibraryDebate } from "#debate/content/debate.ts";
import { Comparison } from "#debate/protocol/answers/comparison.ts";
import {
  BallotRow,
  EndorsementRow,
  EventRow,
  ExposureRow,
  ParticipantRow,
  RebuttalRow,
} from "#debate/protocol/answers/export-tables.ts";
import { LogEntry, Roster } from "#debate/protocol/answers/live.ts";
import { Marks, OwnMarks } from "#debate/protocol/answers/mark-answers.ts";
import { Mine } from "#debate/protocol/answers/mine.ts";
import { id } from "#debate/protocol/answers/parts.ts";
import { Rebuttal, RebuttalBatch } from "#debate/protocol/answers/rebuttal-state.ts";
import { ErrorAnswer, Refused } from "#debate/protocol/answers/refusals.ts";
import { Results } from "#debate/protocol/answers/results-answer.ts";
import { Snapshot } from "#debate/protocol/answers/session-state.ts";
import { PhonePage, SessionCard } from "#debate/protocol/answers/sessions.ts";
import { StudentCard } from "#debate/protocol/answers/student-card.ts";
import type { accountData } from "#server/sessions/own-account.ts";
import type { ownData } from "#server/sessions/own-data.ts";

type OwnData = NonNullable<Awaited<ReturnType<typeof ownData>>>;
type AccountData = Awaited<ReturnType<typeof accountData>>;
/** A download that grows with what is stored: only its parts are named. */
const file = <T>(parts: Record<keyof T, z.ZodType>) => z.object(parts);
const part = z.looseObject({});
export const OwnFile = file<OwnData>({
  ...OWN_FILE,
  session: part,
  seat: part,
  ballots: z.array(part),
  rebuttals: z.array(part),
  endorsed: z.array(id),
  endorsedAt: z.array(part),
  reports: z.array(part),
  shown: z.array(id),
  picked: z.array(part),
  marks: OwnMarks.nullable(),
  platform: part.nullable(),
});
export const AccountFile = file<AccountData>({
  account: part,
  signIns: z.array(part),
  trustedDevices: z.array(part),
  invitations: z.array(part),
  debates: z.array(LibraryDebate),
  debateStates: z.array(part),
  versions: z.array(part),
  files: z.array(part),
  shares: z.object({ given: z.array(part), received: z.array(part) }),
  templates: z.array(part),
  classes: z.array(part),
  platforms: z.object({ accounts: z.array(part), items: z.array(part), links: z.array(part) }),
  sessions: z.array(part),
  audit: z.array(part),
});
/** What the documents name, so that it stands there once. */
export const NAMED_ANSWERS = {
  ...NAMED,
  BallotRow,
  Comparison,
  Debate,
  EndorsementRow,
  Error: ErrorAnswer,
  EventRow,
  ExposureRow,
  LibraryDebate,
  LogEntry,
  Marks,
  Mine,
  ParticipantRow,
  PhonePage,
  Rebuttal,
  RebuttalBatch,
  RebuttalRow,
  Refused,
  Results,
  Roster,
  SessionCard,
  Snapshot,
  StudentCard,
  ...NAMED,
};
