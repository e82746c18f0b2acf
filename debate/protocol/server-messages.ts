// The messages of the server.
import { z } from "zod";
import { LogEntry, Roster, Synced } from "#debate/protocol/answers/live.ts";
import { Mine } from "#debate/protocol/answers/mine.ts";
import { count, id, milliseconds } from "#debate/protocol/answers/parts.ts";
import { RebuttalBatch } from "#debate/protocol/answers/rebuttal-state.ts";
import { Refused } from "#debate/protocol/answers/refusals.ts";
import { ResultMessage } from "#debate/protocol/answers/result-message.ts";
import { PickedWords } from "#debate/protocol/answers/results-answer.ts";
import { Snapshot } from "#debate/protocol/answers/session-state.ts";

const nothing = z.object({});
/** [W13] Nothing that a page of this seat shows has changed since the version in its handshake. [W19] The page may be another seat's. */
export const Unchanged = z.object({
  unchanged: z.literal(true),
  participantId: id.optional(),
  now: milliseconds,
});
const accepted = { ok: z.literal(true) };

export const SERVER_MESSAGES = {
  /** [W13] To a client whose handshake named a version: what `sync` would answer. */
  synced: z.union([
    z.object({ ...accepted, ...Synced.shape }),
    z.object({ ...accepted, ...Unchanged.shape }),
    Refused,
  ]),
  session: Snapshot,
  /** [V14] At each step of the reveal: what it shows. */
  result: ResultMessage,
  /** [V18] Everyone but screens: all words that the host picked, whenever that changes. */
  picked: z.array(PickedWords),
  rebuttals: RebuttalBatch,
  mine: Mine,
  roster: Roster,
  log: z.array(LogEntry),
  removed: nothing,
  /** The session was deleted. */
  gone: nothing,
  /** Whether storing works: sent on each change, and to clients that connect while it doesn't. */
  storage: z.object({ working: z.boolean() }),
  /** [B10] To the host: how many are writing about their votes. */
  writing: z.object({ count }),
  /** [W21] To host and assistant: the server is still at work on what was pressed. */
  working: nothing,
};
