import { isDeepStrictEqual } from "node:util";
import { switched } from "#debate/rules/chosen-activities.ts";
import { opensVote } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { takesSpeakers } from "#debate/rules/speaking.ts";
import { writeColumns } from "#server/activities/columns.ts";
import { moveActivities } from "#server/activities/rows.ts";
import { forgetResults } from "#server/store/class-results.ts";
import { answersToKeep } from "#server/store/comprehension.ts";
import type { Database } from "#server/store/database.ts";
import { type Read, wereChanged } from "#server/store/editions.ts";
import { type NewEvent, record } from "#server/store/events.ts";
import {
  keyColumns,
  lookColumns,
  type SessionRecord,
  scheduleColumns,
  toBigInt,
  toSession,
} from "#server/store/session-rows.ts";
import { dropRequests } from "#server/store/speech-rows.ts";
import { isShowable, wallColumn } from "#server/store/wall.ts";

export type SessionChange = Partial<
  Pick<
    SessionRecord,
    | "phase"
    | "phaseVersion"
    | "phaseEndsAt"
    | "timerCloses"
    | "locked"
    | "revealed"
    | "onWall"
    | "underBlank"
    | "wallLook"
    | "moreTime"
    | "ofActivities"
    | "step"
    | "opened"
    | "resultsVersion"
    | "resultsKept"
    | "keys"
    | "closedAt"
    | "schedule"
  >
> &
  /** [R13] The only settings that can change. */
  Partial<Pick<Settings, "moderation">> & {
    /** [P34] Whether a later vote is planned. */
    laterVote?: boolean;
    /** [R21] By which words the host knows what goes on the wall. */
    read?: readonly Read[];
  };

/** `speakers`: [P11] whose requests to speak a move has dropped. */
export type ChangedSession = SessionRecord & { speakers: string[] };

/** Decides about and stores one change in one transaction, before all waiting writes. */
export function sessionChanges({ write }: Database) {
  return async (
    id: string,
    decide: (session: SessionRecord) => Result<SessionChange>,
    event: (session: SessionRecord) => Omit<NewEvent, "sessionId">,
  ): Promise<Result<ChangedSession>> =>
    write(
      async (transaction) => {
        let row = await transaction.session.findUnique({ where: { id } });
        if (!row) return { ok: false, code: "not-found" };
        const decided = decide(toSession(row));
        if (!decided.ok) return decided;
        const { phaseEndsAt, closedAt, keys, schedule, onWall, underBlank, ...others } = decided.value;
        const { moderation, laterVote, wallLook, moreTime, ofActivities, read = [], ...columns } = others;
        if (await wereChanged(transaction, id, read))
          return refuse("stale", "edition: its words were changed");
        // [R6] [V18] Checked in the transaction, so that it can't be hidden, or no longer picked, in between.
        const { actor } = event(toSession(row));
        if (onWall && !(await isShowable(transaction, id, onWall, actor)))
          return { ok: false, code: "not-found" };
        // [W22] It was done already: the host presses again after the answer was lost.
        const stored = toSession(row);
        if (isAlready(stored, decided.value)) return { ok: true, value: { ...stored, speakers: [] } };
        // [P11] Who asked to speak did so in this phase.
        let speakers: string[] = [];
        if (columns.phase !== undefined && takesSpeakers(toSession(row))) {
          speakers = await dropRequests(transaction, toSession(row), event(toSession(row)).at);
          row = await transaction.session.findUniqueOrThrow({ where: { id } });
        }
        const moved =
          columns.phase === undefined
            ? null
            : await moveActivities(transaction, toSession(row), {
                phase: columns.phase,
                at: event(toSession(row)).at,
              });
        const keptCheck = await answersToKeep(transaction, toSession(row), columns.phase);
        const changed = await transaction.session.update({
          where: { id },
          data: {
            ...columns,
            ...(keys && keyColumns(keys)),
            ...(onWall !== undefined && { wall: wallColumn(onWall, underBlank) }),
            ...((moderation || laterVote !== undefined) && {
              settings: changedSettings(row.settings, { moderation, laterVote }),
            }),
            ...(wallLook && lookColumns(wallLook)),
            ...(moreTime !== undefined && { moreTime: BigInt(moreTime) }),
            ...(ofActivities && writeColumns(ofActivities)),
            ...moved?.columns,
            ...(keptCheck && { keptCheck: JSON.stringify(keptCheck) }),
            ...(phaseEndsAt !== undefined && { phaseEndsAt: toBigInt(phaseEndsAt) }),
            ...(closedAt !== undefined && { closedAt: toBigInt(closedAt) }),
            ...(schedule !== undefined && scheduleColumns(schedule)),
            version: { increment: 1 },
          },
        });
        const session = toSession(changed);
        if (columns.phase !== undefined && opensVote(columns.phase)) await forgetResults(transaction, id);
        await record(transaction, { ...event(session), sessionId: id });
        return { ok: true, value: { ...session, speakers: [...speakers, ...(moved?.seats ?? [])] } };
      },
      id,
      "first",
    );
}

/** The settings to store. Those of a later release, which may share the database, stay. */
function changedSettings(
  stored: string,
  {
    moderation,
    laterVote,
  }: { moderation: Settings["moderation"] | undefined; laterVote: boolean | undefined },
): string {
  const settings = JSON.parse(stored);
  return JSON.stringify({
    ...settings,
    ...present({ moderation }),
    ...(laterVote !== undefined && { activities: switched(settings.activities, "laterVote", laterVote) }),
  });
}

function isAlready({ settings, ...session }: SessionRecord, { read: _, ...change }: SessionChange): boolean {
  const { moderation } = settings;
  const laterVote = settings.activities.laterVote !== undefined;
  return isDeepStrictEqual(
    {
      ...{ moderation, laterVote, ...session, ...change },
      ofActivities: { ...session.ofActivities, ...change.ofActivities },
    },
    { moderation, laterVote, ...session },
  );
}
