import type { PairRecords } from "#server/activities/pairs/table-rows.ts";
import { type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";

/** [P28] Who sat with whom; none in an anonymous session, which has no pairs. */
export function pairRows({ seats }: PairRecords, people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "group", "table", "away"],
    seats.map(({ participantId, groupId, tableNumber }) => ({
      ...people.of(participantId),
      ...{ group: groupId, table: tableNumber, away: groupId === null },
    })),
  );
}

/** What partners wrote to each other. */
export function pairLineRows({ lines }: PairRecords, people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "id", "group", "body", "status", "at"],
    lines.map(({ participantId, id, groupId, body, status, at }) => ({
      ...people.of(participantId),
      ...{ id, group: groupId, body, status, at: time(Number(at)) },
    })),
  );
}
