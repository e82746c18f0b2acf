import type { People } from "#server/sessions/export-people.ts";
import { type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";

/** All rebuttals, in the order in which they were posted. */
export function rebuttalRows(rebuttals: readonly RebuttalRecord[], people: People): Rows {
  const columns = [
    "id",
    "side",
    "body",
    "quoteSide",
    "quoteParagraph",
    "quote",
    "quoteVersion",
    "replyTo",
    "source",
    "starter",
    "endorsements",
    "status",
    "edited",
    "mergedInto",
    "at",
  ];
  return tabular(
    people.areNamed ? [...people.columns, ...columns] : columns,
    rebuttals
      .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
      .map(({ participantId, quote, endorsed, ...rebuttal }) => ({
        ...(people.areNamed && people.of(participantId)),
        id: rebuttal.id,
        side: rebuttal.side,
        body: rebuttal.body,
        quoteSide: quote?.side ?? null,
        quoteParagraph: quote?.n ?? null,
        quote: quote?.exact ?? null,
        quoteVersion: quote?.version ?? null,
        replyTo: rebuttal.replyTo ?? null,
        source: rebuttal.source ?? null,
        starter: rebuttal.starter ?? null,
        endorsements: endorsed,
        status: rebuttal.status,
        edited: rebuttal.editedAt !== undefined,
        mergedInto: rebuttal.mergedInto ?? null,
        at: time(rebuttal.at),
      })),
  );
}
