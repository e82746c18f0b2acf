import type { z } from "zod";
import type { Result } from "#debate/rules/result.ts";
import type { Seat } from "#server/sessions/cast.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { People } from "#server/sessions/export-people.ts";
import type { Rows } from "#server/sessions/export-rows.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;
type Sent = Readonly<Record<string, { payload: z.ZodType }>>;

/** What a student's messages do; the names and payloads are those of its `messages.ts`. */
export type Uses<Sends extends Sent> = {
  [Name in keyof Sends]: (
    parts: Dependencies,
    seat: Seat,
    payload: z.output<Sends[Name]["payload"]>,
  ) => Promise<Result<unknown>>;
};

/** What an activity does in a session. */
export type ActivityUse<Sends extends Sent = never> = {
  uses: Uses<Sends>;
  /** What is told to a student of their own, where the session has the activity. */
  mine?: (parts: Reading, session: SessionRecord, participantId: string) => Promise<object>;
  /** [G1] What is stored about a seat, for its student. */
  ownFile?: (parts: Reading, participantId: string) => Promise<object>;
  /** Exported tables by name. `order`: [V40] the ids by which rows without names stand. */
  tables?: Readonly<Record<string, { order: readonly string[]; rows: ExportedRows }>>;
};

type ExportedRows = (parts: Reading, session: SessionRecord, people: People) => Promise<Rows>;
