import { SIDES, type Side } from "#debate/rules/choices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type Rows, tabular } from "#server/sessions/export-rows.ts";
import type { ParticipantRecord } from "#server/store/participants.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

type Store = Dependencies["store"];

/** [X9] [X10] How many seats began with each side, have read both, and don't understand a sentence, never who. */
export async function readingRows(
  store: Store,
  { id }: SessionRecord,
  participants: ParticipantRecord[],
): Promise<Rows> {
  const seated = participants.filter(({ removed }) => !removed);
  const total = (what: string, side: Side | null, count: number) => ({
    ...{ what, side, paragraph: null, sentence: null, count },
  });
  const unclear = await store.reading.unclear(id);
  return tabular(
    ["what", "side", "paragraph", "sentence", "count"],
    [
      ...SIDES.map((side) =>
        total("first", side, seated.filter(({ firstSide }) => firstSide === side).length),
      ),
      total("both", null, await store.reading.both(id)),
      ...unclear.map(({ n, ...place }) => ({ what: "unclear", paragraph: n, ...place })),
    ],
  );
}
