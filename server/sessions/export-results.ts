import { SIDES } from "#debate/rules/choices.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type DrawnIds, inOrderOf } from "#server/sessions/drawn-ids.ts";
import type { People } from "#server/sessions/export-people.ts";
import { type ExportRow, type Rows, tabular } from "#server/sessions/export-rows.ts";
import { pickedIn } from "#server/sessions/picked-words.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Store = Dependencies["store"];

/** [V18] The words of voters that the host lets the class see, in the order of the words. `shown`: whether the class may read them yet. */
export async function pickRows(
  parts: Pick<Dependencies, "store" | "ids">,
  session: SessionRecord,
): Promise<Rows> {
  const shown = resultsOpened(session);
  const picked = (await pickedIn(parts, session)).map(({ kind, round, text }) => ({
    kind,
    round,
    text,
    shown,
  }));
  return tabular(
    ["kind", "round", "text", "shown"],
    picked.sort((one, other) => (one.text < other.text ? -1 : 1)),
  );
}

/** Both positions, in the original and in each reading text [X1], so that numbers of paragraphs can be read. */
export async function paragraphRows(store: Store, { id }: SessionRecord): Promise<Rows> {
  const { positions, versions = [], lang = null } = await store.sessions.debateOf(id);
  const original = positions.flatMap(({ side, paragraphs }) =>
    paragraphs.map(({ n, text }) => ({ side, n, version: null, language: lang, text })),
  );
  const others = versions.flatMap((version) =>
    SIDES.flatMap((side) =>
      version[side].map((text, index) => ({
        ...{ side, n: index + 1, version: version.id, language: version.lang ?? null, text },
      })),
    ),
  );
  return tabular(["side", "n", "version", "language", "text"], [...original, ...others]);
}

/**
 * [R30] For each merged rebuttal and its head: who endorsed or saw it in its own words. None in an anonymous session, where such
 * rows would reveal authors [V8].
 */
export async function mergedRows(
  store: Store,
  { id }: SessionRecord,
  people: People,
  drawn: DrawnIds | null,
): Promise<Rows> {
  const columns = ["what", "rebuttal", "head", ...people.columns];
  if (!people.areNamed) return tabular(columns, []);
  const rebuttals = await store.rebuttals.ofSession(id);
  const heads = new Set(rebuttals.filter(({ merged }) => merged.length > 0).map((head) => head.id));
  const encounters = await store.rebuttals.encounters(id);
  const inOrder = inOrderOf(drawn);
  const met = (["endorsements", "exposures"] as const).flatMap((table) =>
    encounters[table]
      .filter(({ rebuttalId }) => heads.has(rebuttalId))
      .map((each) => ({ ...each, what: table === "endorsements" ? "endorsement" : "exposure" })),
  );
  met.sort((one, other) => inOrder(one.merged ?? one.rebuttalId, other.merged ?? other.rebuttalId));
  function* rows(): Generator<ExportRow> {
    for (const { what, rebuttalId: head, merged: rebuttal = head, participantIds } of met)
      for (const reader of [...participantIds].sort(inOrder))
        yield { what, rebuttal, head, ...people.of(reader) };
  }
  return { columns, rows: rows() };
}
