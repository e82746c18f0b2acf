import { personFor, tells } from "#debate/rules/identity.ts";
import type { DrawnIds } from "#server/sessions/drawn-ids.ts";
import { type ExportRow, type NamedPeople, type Rows, tabular } from "#server/sessions/export-rows.ts";
import type { ParticipantRecord } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export type People = ReturnType<typeof peopleOf>;

/**
 * How a file identifies people, as the promise allows; [V40] with `drawn` by ids of this download only. `areNamed`: whether it has
 * rows of single people.
 */
export function peopleOf(
  { settings: { identity } }: SessionRecord,
  participants: ParticipantRecord[],
  drawn: DrawnIds | null,
) {
  const known = new Map(participants.map((participant) => [participant.id, participant]));
  const namesReal = drawn === null && tells(identity, "files", "realName");
  return {
    areNamed: tells(identity, "files", "name"),
    haveTimes: drawn === null && tells(identity, "files", "times"),
    columns: namesReal ? ["participant", "name"] : ["participant"],
    of(id: string): ExportRow {
      const found = known.get(id);
      if (found && drawn) return { participant: drawn(id) };
      const { name = null, realName = null } = found ? personFor("files", identity, found) : {};
      return { participant: name, ...(namesReal && { name: realName }) };
    },
  };
}

/** [X10] Without who has read both. */
export function participantRows(
  participants: ParticipantRecord[],
  people: People,
  { columns, of }: NamedPeople,
): Rows {
  return tabular(
    [...people.columns, "removed", "onPaper", "firstSide", ...columns],
    participants.map(({ id, removed, onPaper, firstSide }) => ({
      ...people.of(id),
      ...{ removed, onPaper, firstSide },
      ...of(id),
    })),
  );
}
