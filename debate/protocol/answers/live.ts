// What a page starts from, and what a lost connection goes on with.
import { z } from "zod";
import { HIDDEN, SEAT } from "#debate/activities/messages.ts";
import { Mine } from "#debate/protocol/answers/mine.ts";
import { count, id, milliseconds, round } from "#debate/protocol/answers/parts.ts";
import { PageEnd, Rebuttal } from "#debate/protocol/answers/rebuttal-state.ts";
import { ResultMessage } from "#debate/protocol/answers/result-message.ts";
import { PickedWords } from "#debate/protocol/answers/results-answer.ts";
import { Snapshot } from "#debate/protocol/answers/session-state.ts";

/** For host and assistant, and for no one in anonymous sessions. An assistant sees neither `realName` nor `voted`. */
export const Seat = z.object({
  ...SEAT,
  participantId: id,
  name: z.string(),
  realName: z.string().exactOptional(),
  connected: z.boolean(),
  /** [Y8] */
  onPaper: z.literal(true).exactOptional().describe("A ballot slip that the host typed in."),
  voted: z.array(round).exactOptional(),
});
export const Roster = z.object({ connected: count, seats: z.array(Seat) });
export const LogEntry = z.object({
  id: count,
  at: milliseconds,
  actor: z.enum(["host", "assistant", "participant", "timer"]),
  kind: z.string().describe("More kinds may be added."),
  /** What it was about, unless that is a rebuttal or a seat. */
  detail: z.string().exactOptional(),
  rebuttalId: id.exactOptional(),
  /** With the name that the class sees; absent in anonymous sessions. */
  seat: z.object({ name: z.string() }).exactOptional(),
  /** How often it happened, if one entry counts several. */
  count: count.exactOptional(),
  /** Whether `host:undo` can undo it. */
  canUndo: z.boolean(),
});
const LIVE = {
  /** The first page of rebuttals; [R15] the connection gets the others. */
  rebuttals: z.array(Rebuttal),
  /** What to ask for the next page with, if this answer doesn't have all rebuttals. */
  more: PageEnd.exactOptional(),
  cursor: count,
  /** The server's clock: devices have clocks of their own. */
  now: milliseconds,
  /** From `results` on: what the step shows. */
  result: ResultMessage.exactOptional(),
  /** [V18] Not for screens. Once the class may read the results: the words that the host picked. */
  picked: z.array(PickedWords).exactOptional(),
};
/** The first data of every live page. */
export const LiveStart = z.object({ snapshot: Snapshot, ...LIVE });
export const Synced = z.object({
  session: Snapshot,
  you: Mine.exactOptional(),
  ...LIVE,
  roster: Roster.exactOptional(),
  /** Host: the log, the newest first. */
  log: z.array(LogEntry).exactOptional(),
});
/** The log entries that can undo it, and how much of activities was hidden besides [R16], which none of these undoes. */
export const Logged = z.object({ entries: z.array(count), ...HIDDEN });
