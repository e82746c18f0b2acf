import type { z } from "zod";
import type { Actor } from "#debate/rules/moderation.ts";
import type { Result } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { People } from "#server/sessions/export-people.ts";
import type { Rows } from "#server/sessions/export-rows.ts";
import type { Drawn } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;
export type Moving = Pick<Dependencies, "store" | "clock" | "announce" | "ids">;
type Sent = Readonly<Record<string, { payload: z.ZodType }>>;

/** Who leads, and what messages of theirs may ask beside the rest: which seats are connected. */
export type Host = { sessionId: string; role: Actor };
export type HostParts = Dependencies & { present: (sessionId: string) => Promise<ReadonlySet<string>> };

/** What its messages do; names and payloads are those of its `messages.ts`. */
export type Uses<Sends extends Sent> = {
  [Name in keyof Sends]: Name extends `host:${string}`
    ? (parts: HostParts, host: Host, payload: Payload<Sends[Name]>) => Promise<Result<unknown>>
    : (parts: Dependencies, seat: Seat, payload: Payload<Sends[Name]>) => Promise<Result<unknown>>;
};
type Payload<Message extends Sent[string]> = z.output<Message["payload"]>;

/** What an activity does in a session. */
export type ActivityUse<Sends extends Sent = never> = {
  uses: Uses<Sends>;
  /** What is told to a student of their own, where the session has the activity. */
  mine?: (parts: Reading, session: SessionRecord, participantId: string) => Promise<object>;
  /** What host or assistant is told of seats, by their ids, where the session has the activity. */
  seats?: (
    parts: Pick<Dependencies, "store">,
    session: SessionRecord,
    role: Actor,
  ) => Promise<ReadonlyMap<string, object>>;
  /** The class has come to another phase. Answers the seats whose own state is another there. */
  moved?: (parts: Moving, session: SessionRecord) => Promise<string[]>;
  /** Seats were removed or deleted. */
  left?: (parts: Moving, sessionId: string) => Promise<void>;
  /** [G1] What is stored about a seat, for its student. */
  ownFile?: (parts: Reading, participantId: string) => Promise<object>;
  /** [G1] The same of the seat itself. */
  ownSeat?: (parts: Reading, participantId: string) => Promise<object>;
  /** What is drawn for a seat as it joins and stored in its row, and what its student is told of that at first. */
  draws?: { draw: (parts: Pick<Dependencies, "ids">) => Partial<Drawn>; told: (drawn: Drawn) => object };
  /** Exported tables by name. */
  tables?: Readonly<Record<string, ActivityTable>>;
};

export type ActivityTable = {
  rows: ExportedRows;
  /** [V40] The ids by which rows without names stand; without it they name no one. */
  order?: readonly string[];
  /** The columns with ids of what people wrote. */
  ids?: readonly string[];
  /** When not even the host may have it. */
  isSealed?: (session: SessionRecord) => boolean;
};

type ExportedRows = (parts: Reading, session: SessionRecord, people: People) => Promise<Rows>;
