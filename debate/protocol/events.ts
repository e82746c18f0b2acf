import type { z } from "zod";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { PickedWords } from "#debate/counting/words.ts";
import type * as messages from "#debate/protocol/messages.ts";
import type * as phaseMessages from "#debate/protocol/phase-messages.ts";
import type { PairLine } from "#debate/rules/pairs.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Said } from "#debate/rules/rights.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import type {
  LogEntry,
  Mine,
  PageEnd,
  Rebuttal,
  RebuttalBatch,
  Roster,
  Snapshot,
} from "#debate/rules/snapshot.ts";
import type { HostsSteelman } from "#debate/rules/steelman.ts";

type Schemas = typeof messages & typeof phaseMessages;
type Input<Name extends keyof Schemas> = Schemas[Name] extends z.ZodType ? z.input<Schemas[Name]> : never;

export type Answer<T> =
  | ({ ok: true } & T)
  | { ok: false; code: Refusal; message?: string; retryAfter?: number };
type Message<Name extends keyof Schemas, T> = (
  payload: Input<Name>,
  acknowledge: (answer: Answer<T>) => void,
) => void;
type Empty = Record<never, never>;
/** The log entries that can undo it. `steelmen`: how many best arguments were hidden besides [R16], which none of these undoes. */
export type Logged = { entries: number[]; steelmen?: number };

export type Synced = {
  session: Snapshot;
  you?: Mine;
  rebuttals: Rebuttal[];
  /** What to ask for the next page with, if this answer doesn't have all rebuttals. */
  more?: PageEnd;
  cursor: number;
  now: number;
  /** From `results` on: what the step shows. */
  result?: ResultMessage;
  /** [V18] Not for screens. Once the class may read the results: the words that the host picked. */
  picked?: PickedWords[];
  roster?: Roster;
  /** Host: the log, the newest first. */
  log?: LogEntry[];
};

/** [W13] Nothing that a page shows has changed since the version in its handshake. */
export type Unchanged = { unchanged: true; now: number };

/** [A1] Every message has its entry in `rights.ts`, and every such entry its message. */
type Allowed<Events extends { [Name in Said | keyof Events]: Name extends Said ? unknown : never }> = Events;

/** The messages of clients, and their acknowledgements. */
export type ClientEvents = Allowed<{
  sync: Message<"Sync", Synced>;
  "ballot:cast": Message<"CastBallot", { seq: number }>;
  "rebuttal:post": Message<"PostRebuttal", { id: string; waits?: true }>;
  "rebuttal:edit": Message<"EditRebuttal", { waits?: true }>;
  "rebuttal:withdraw": Message<"WithdrawRebuttal", Empty>;
  "rebuttal:endorse": Message<"EndorseRebuttal", Empty>;
  "rebuttal:report": Message<"ReportRebuttal", Empty>;
  "rebuttal:seen": Message<"SeenRebuttals", Empty>;
  "guess:cast": Message<"CastGuess", Empty>;
  "time:ask": Message<"Nothing", Empty>;
  "comprehension:answer": Message<"AnswerQuestions", Empty>;
  "pairs:join": Message<"Nothing", Empty>;
  "pairs:missing": Message<"MissingPartner", Empty>;
  "pairs:here": Message<"Nothing", Empty>;
  "pairs:say": Message<"SayToPartner", { id: string }>;
  "steelman:write": Message<"WriteSteelman", Empty>;
  /** `given`: whether there was one. */
  "steelman:ask": Message<"Nothing", { given: boolean }>;
  "steelman:rate": Message<"RateSteelman", Empty>;
  "exit:write": Message<"WriteExit", Empty>;
  "speak:ask": Message<"AskToSpeak", Empty>;
  "reading:done": Message<"ReadBoth", Empty>;
  "sentence:unclear": Message<"UnclearSentence", Empty>;
  "host:step": Message<"ShowStep", { version: number }>;
  "host:phase": Message<"MovePhase", { version: number }>;
  "host:timer": Message<"SetTimer", { endsAt: number | null }>;
  "host:moderate": Message<"Moderate", Logged>;
  "host:merge": Message<"MergeRebuttal", Logged>;
  "host:remove": Message<"RemoveParticipants", Logged>;
  "host:undo": Message<"Undo", Logged>;
  "host:log": Message<"ReadLog", { log: LogEntry[] }>;
  "host:lock": Message<"LockDoor", Empty>;
  "host:reveal": Message<"Reveal", Empty>;
  "host:wall": Message<"ShowOnWall", Empty>;
  "host:wall-look": Message<"LookOfWall", Empty>;
  "host:approve-first": Message<"ApproveFirst", Empty>;
  "host:results": Message<"KeepResults", Empty>;
  "host:dates": Message<"SetDates", { schedule: Schedule | null }>;
  "host:later-vote": Message<"PlanLaterVote", Empty>;
  "host:speaker": Message<"CallSpeaker", Empty>;
  "host:pairs": Message<"SteerPairs", Empty>;
  "host:pairs-missing": Message<"DecideMissing", Empty>;
  "host:pair-lines": Message<"ReadPairLines", { lines: PairLine[] }>;
  "host:pair-line": Message<"ModeratePairLine", Empty>;
  "host:steelman": Message<"ModerateSteelman", Empty>;
  "host:steelmen": Message<"ReadSteelmen", { steelmen: HostsSteelman[]; more: boolean }>;
}>;

/** [L1] How much of its seat's rate limit a message costs. Those that read or store more than a ballot cost more. */
const COSTS = {
  sync: 10,
  "rebuttal:post": 5,
  "rebuttal:edit": 5,
  "rebuttal:withdraw": 5,
  "rebuttal:seen": 5,
  "pairs:join": 5,
  "pairs:missing": 5,
  "pairs:here": 5,
  "pairs:say": 5,
  "steelman:write": 5,
  "steelman:ask": 5,
  "host:pairs": 5,
  "host:pair-lines": 5,
  "host:steelmen": 5,
} as const satisfies { [Name in keyof ClientEvents]?: number };

export function costOf(name: string): number {
  return Object.hasOwn(COSTS, name) ? COSTS[name as keyof typeof COSTS] : 1;
}

/** The messages of the server. */
export type ServerEvents = {
  /** [W13] To a client whose handshake named a version: what `sync` would answer. */
  synced: (answer: Answer<Synced | Unchanged>) => void;
  session: (snapshot: Snapshot) => void;
  /** [V14] At each step of the reveal: what it shows. */
  result: (result: ResultMessage) => void;
  /** [V18] Everyone but screens: all words that the host picked, whenever that changes. */
  picked: (picked: PickedWords[]) => void;
  rebuttals: (batch: RebuttalBatch) => void;
  mine: (mine: Mine) => void;
  roster: (roster: Roster) => void;
  log: (entries: LogEntry[]) => void;
  removed: (nothing: Empty) => void;
  /** The session was deleted. */
  gone: (nothing: Empty) => void;
  /** Whether storing works: sent on each change, and to clients that connect while it doesn't. */
  storage: (storage: { working: boolean }) => void;
  /** [B10] To the host: how many are writing about their votes. */
  writing: (writing: { count: number }) => void;
  /** [W21] To host and assistant: the server is still at work on what was pressed. */
  working: (nothing: Empty) => void;
};
