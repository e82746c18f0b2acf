import type { z } from "zod";
import type * as messages from "#debate/protocol/messages.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Said } from "#debate/rules/rights.ts";
import type {
  LogEntry,
  Mine,
  PageEnd,
  Rebuttal,
  RebuttalBatch,
  Roster,
  Snapshot,
} from "#debate/rules/snapshot.ts";

type Schemas = typeof messages;
type Input<Name extends keyof Schemas> = Schemas[Name] extends z.ZodType ? z.input<Schemas[Name]> : never;

export type Answer<T> =
  | ({ ok: true } & T)
  | { ok: false; code: Refusal; message?: string; retryAfter?: number };
type Message<Name extends keyof Schemas, T> = (
  payload: Input<Name>,
  acknowledge: (answer: Answer<T>) => void,
) => void;
type Empty = Record<never, never>;
/** The line of the log that can take it back, null where nothing was ever decided; and all of them where several seats or lines were named. */
export type Logged = { entry: number | null; entries?: number[] };

export type Synced = {
  session: Snapshot;
  you?: Mine;
  rebuttals: Rebuttal[];
  /** Where not all rebuttals are in this answer: what to ask for the next page with. */
  more?: PageEnd;
  cursor: number;
  now: number;
  roster?: Roster;
  /** Host: what was done, the newest first. */
  log?: LogEntry[];
};

/** [A1] Every message has its line in `rights.ts`, and every such line its message. */
type Allowed<Events extends { [Name in Said | keyof Events]: Name extends Said ? unknown : never }> = Events;

/** What a client may send, and what each is acknowledged with. */
export type ClientEvents = Allowed<{
  sync: Message<"Sync", Synced>;
  "ballot:cast": Message<"CastBallot", { seq: number }>;
  "rebuttal:post": Message<"PostRebuttal", { id: string }>;
  "rebuttal:endorse": Message<"EndorseRebuttal", Empty>;
  "rebuttal:report": Message<"ReportRebuttal", Empty>;
  "rebuttal:seen": Message<"SeenRebuttals", Empty>;
  "host:phase": Message<"MovePhase", { version: number }>;
  "host:timer": Message<"SetTimer", { endsAt: number | null }>;
  "host:moderate": Message<"Moderate", Logged>;
  "host:remove": Message<"RemoveParticipant", Logged>;
  "host:restore": Message<"RestoreParticipant", Logged>;
  "host:undo": Message<"Undo", Logged>;
  "host:log": Message<"ReadLog", { log: LogEntry[] }>;
  "host:lock": Message<"LockDoor", Empty>;
  "host:reveal": Message<"Reveal", Empty>;
  "host:spotlight": Message<"Spotlight", Empty>;
  "host:wall": Message<"ShowOnWall", Empty>;
  "host:approve-first": Message<"ApproveFirst", Empty>;
  "host:results": Message<"KeepResults", Empty>;
}>;

/** [L1] How much of its seat's budget a message takes: what reads or stores more than a ballot counts as several. */
const COSTS = {
  sync: 10,
  "rebuttal:post": 5,
  "rebuttal:seen": 5,
} as const satisfies { [Name in keyof ClientEvents]?: number };

export function costOf(name: string): number {
  return Object.hasOwn(COSTS, name) ? COSTS[name as keyof typeof COSTS] : 1;
}

/** What the server sends. */
export type ServerEvents = {
  session: (snapshot: Snapshot) => void;
  rebuttals: (batch: RebuttalBatch) => void;
  mine: (mine: Mine) => void;
  roster: (roster: Roster) => void;
  log: (entries: LogEntry[]) => void;
  removed: (nothing: Empty) => void;
  /** The session was deleted. */
  gone: (nothing: Empty) => void;
  /** Whether anything can be stored: sent on each change, and to clients that connect while nothing can. */
  storage: (storage: { working: boolean }) => void;
};
