import type { z } from "zod";
import type { Round } from "#debate/rules/choices.ts";
import type { Actor } from "#debate/rules/moderation.ts";
import type { Result } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { People } from "#server/sessions/export-people.ts";
import type { ExportRow, NamedPeople, Rows } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";
import type { Drawn } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;
export type Moving = Pick<Dependencies, "store" | "clock" | "announce" | "ids">;
type Sent = Readonly<Record<string, { payload: z.ZodType }>>;

/** Host or assistant. */
export type Host = { sessionId: string; role: Actor };
export type HostParts = Dependencies & { present: (sessionId: string) => Promise<ReadonlySet<string>> };

/** A handler for each message of its `messages.ts`. */
export type Uses<Sends extends Sent> = {
  [Name in keyof Sends]: Name extends `host:${string}`
    ? (parts: HostParts, host: Host, payload: Payload<Sends[Name]>) => Promise<Result<unknown>>
    : (parts: Dependencies, seat: Seat, payload: Payload<Sends[Name]>) => Promise<Result<unknown>>;
};
type Payload<Message extends Sent[string]> = z.output<Message["payload"]>;

/** What an activity does in a session. */
export type ActivityUse<Sends extends Sent = never> = {
  uses: Uses<Sends>;
  /** A student's own state, in sessions with the activity. */
  mine?: (
    parts: Reading & Pick<Dependencies, "clock">,
    session: SessionRecord,
    participantId: string,
  ) => Promise<object>;
  /** What host or assistant sees of each seat, by id, in sessions with the activity. */
  seats?: (
    parts: Pick<Dependencies, "store">,
    session: SessionRecord,
    role: Actor,
  ) => Promise<ReadonlyMap<string, object>>;
  /** Called after a move. Returns the seats whose own state changed. */
  moved?: (parts: Moving, session: SessionRecord) => Promise<string[]>;
  /** Called after seats were removed or deleted. */
  left?: (parts: Moving, sessionId: string) => Promise<void>;
  /** [G1] Adds to the file of a student's own data. */
  ownFile?: (parts: Reading, participantId: string) => Promise<object>;
  /** [G1] Adds to the seat in that file. */
  ownSeat?: (parts: Reading, participantId: string) => Promise<object>;
  /** Drawn when a seat joins and stored in its row; `shown`: what its student sees of it. */
  draws?: { draw: (parts: Pick<Dependencies, "ids">) => Partial<Drawn>; shown: (drawn: Drawn) => object };
  /** Why a seat may not vote in a round, beside the rules of ballots. Called for each vote: answer without a query where you can. */
  mayVote?: (parts: Dependencies, seat: Seat, round: Round) => Promise<Result<void>>;
  /** Whether a student who joins late has something of their own at once. */
  hasOwnAtOnce?: (session: SessionRecord) => boolean;
  /** Columns of the exported table `participants`, by seat, in sessions whose files name people; and of `design`. */
  seatColumns?: (parts: Reading, session: SessionRecord) => Promise<NamedPeople>;
  design?: (parts: Pick<Dependencies, "store">, session: SessionRecord) => Promise<ExportRow>;
  /** Exported tables by name. */
  tables?: Readonly<Record<string, ActivityTable>>;
};

export type ActivityTable = {
  rows: ExportedRows;
  /** [V40] The ids by which rows without names stand; without it they name no one. */
  order?: readonly string[];
  /** Columns with ids of what people wrote. */
  ids?: readonly string[];
  /** [V52] Whether people have the same ids as in votes, where files are without names: none of what the class has read is in it. */
  isOfVotes?: true;
  /** When not even the host may have it. */
  isSealed?: (session: SessionRecord) => boolean;
};

type ExportedRows = (parts: Reading, session: SessionRecord, people: People) => Promise<Rows>;
