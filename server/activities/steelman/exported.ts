import type { SteelmanRecord } from "#server/activities/steelman/table.ts";
import { type NamedPeople, type Rows, tabular, time } from "#server/sessions/export-rows.ts";

/** [P21] The best arguments of the other side; none in an anonymous session, which has no such phase. */
export function steelmanRows(steelmen: readonly SteelmanRecord[], people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "id", "side", "body", "status", "fair", "notFair", "at"],
    steelmen.map(({ participantId, id, side, body, status, ratings, at }) => ({
      ...people.of(participantId),
      ...{ id, side, body, status },
      fair: ratings.filter(({ fair }) => fair).length,
      notFair: ratings.filter(({ fair }) => !fair).length,
      at: time(Number(at)),
    })),
  );
}

/** What was said of each. */
export function ratingRows(steelmen: readonly SteelmanRecord[], people: NamedPeople): Rows {
  return tabular(
    [...people.columns, "steelman", "fair", "why"],
    steelmen.flatMap(({ id, ratings }) =>
      ratings.map(({ participantId, fair, why }) => ({
        ...people.of(participantId),
        ...{ steelman: id, fair, why },
      })),
    ),
  );
}
