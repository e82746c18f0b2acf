import { isDeepStrictEqual } from "node:util";
import type { ActivityName } from "#debate/activities/index.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { opensVote } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, refuse } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { writeColumns } from "#server/activities/columns.ts";
import { moveActivities } from "#server/activities/rows.ts";
import type { Database } from "#server/store/database.ts";
import { forgetResults } from "#server/store/sessions/class-results.ts";
import { type NewEvent, record } from "#server/store/sessions/events.ts";
import { type Read, wereChanged } from "#server/store/sessions/rebuttal-editions.ts";
import {
  appearanceColumns,
  keyColumns,
  type SessionRecord,
  scheduleColumns,
  toBigInt,
  toSession,
} from "#server/store/sessions/session-rows.ts";
import { isShowable, wallColumn } from "#server/store/sessions/wall.ts";

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
    /** The activity that the host chose after the opening, or dropped. */
    switches?: Switch;
    /** [R21] The words of what goes on the wall, as the host read them. */
    read?: readonly Read[];
  };

type Switch = { name: ActivityName; isOn: boolean };

/** `seats`: whose own state a move has changed. */
export type ChangedSession = SessionRecord & { seats: string[] };

/** Decides about and stores one change in one transaction, before all waiting writes. */
export function sessionChanges({ write }: Database) {
  return async (
    id: string,
    decide: (session: SessionRecord) => Result<SessionChange>,
    event: (session: SessionRecord) => Omit<NewEvent, "sessionId">,
  ): Promise<Result<ChangedSession>> =>
    write(
      async (transaction) => {
        const row = await transaction.session.findUnique({ where: { id } });
        if (!row) return { ok: false, code: "not-found" };
        const decided = decide(toSession(row));
        if (!decided.ok) return decided;
        const { phaseEndsAt, closedAt, keys, schedule, onWall, underBlank, ...others } = decided.value;
        const { moderation, switches, wallLook, moreTime, ofActivities, read = [], ...columns } = others;
        if (await wereChanged(transaction, id, read))
          return refuse("stale", "edition: its words were changed");
        // [R6] [V18] Checked in the transaction, so that it can't be hidden, or no longer picked, in between.
        const { actor } = event(toSession(row));
        if (onWall && !(await isShowable(transaction, id, onWall, actor)))
          return { ok: false, code: "not-found" };
        // [W22] Done already: the host pressed again after the answer was lost.
        const stored = toSession(row);
        if (isAlready(stored, decided.value)) return { ok: true, value: { ...stored, seats: [] } };
        const moved =
          columns.phase === undefined
            ? null
            : await moveActivities(transaction, toSession(row), {
                phase: columns.phase,
                at: event(toSession(row)).at,
              });
        const changed = await transaction.session.update({
          where: { id },
          data: {
            ...columns,
            ...(keys && keyColumns(keys)),
            ...(onWall !== undefined && { wall: wallColumn(onWall, underBlank) }),
            ...((moderation || switches) && {
              settings: changedSettings(row.settings, { moderation, switches }),
            }),
            ...(wallLook && appearanceColumns(wallLook)),
            ...(moreTime !== undefined && { moreTime: BigInt(moreTime) }),
            ...(ofActivities && writeColumns(ofActivities)),
            ...moved?.columns,
            ...(phaseEndsAt !== undefined && { phaseEndsAt: toBigInt(phaseEndsAt) }),
            ...(closedAt !== undefined && { closedAt: toBigInt(closedAt) }),
            ...(schedule !== undefined && scheduleColumns(schedule)),
            version: { increment: 1 },
          },
        });
        const session = toSession(changed);
        if (columns.phase !== undefined && opensVote(columns.phase)) await forgetResults(transaction, id);
        await record(transaction, { ...event(session), sessionId: id });
        return { ok: true, value: { ...session, seats: moved?.seats ?? [] } };
      },
      id,
      "first",
    );
}

/** Keeps settings of a later release, which may share the database. */
function changedSettings(
  stored: string,
  { moderation, switches }: { [Field in "moderation" | "switches"]: SessionChange[Field] | undefined },
): string {
  const settings = JSON.parse(stored);
  return JSON.stringify({
    ...settings,
    ...present({ moderation }),
    ...(switches && { activities: switched(settings.activities, switches.name, switches.isOn) }),
  });
}

function isAlready(
  { settings, ...session }: SessionRecord,
  { read: _, switches, ...change }: SessionChange,
): boolean {
  const { moderation, activities } = settings;
  const isSwitched = !switches || (activities[switches.name] !== undefined) === switches.isOn;
  const ofActivities = { ...session.ofActivities, ...change.ofActivities };
  return (
    isSwitched &&
    isDeepStrictEqual({ moderation, ...session, ...change, ofActivities }, { moderation, ...session })
  );
}
