import { BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import { listingOf, searchedOf } from "#debate/content/listing.ts";
import { relatedKeys, titleKey, wordsOf } from "#debate/content/searching.ts";
import type { SeriesShelf, ShelfPage, ShelfRequest } from "#debate/protocol/shelf.ts";
import { present } from "#debate/rules/present.ts";
import {
  inShelfOrder,
  isWanted,
  mainLanguage,
  SHELVES,
  type Shelf,
  type ShelvedDebate,
  seriesOf,
  twinsIn,
} from "#debate/rules/shelves.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { ShelfRow } from "#server/store/debate-shelves.ts";

type Reading = Pick<Dependencies, "store">;

const BUILT_IN = BUILT_IN_DEBATES.map((debate) => ({
  debate: { ...listingOf(debate), id: debate.id },
  searched: searchedOf(debate),
}));

type Found = { all: ShelvedDebate[]; wanted: ShelvedDebate[] };

/** [D13] [D14] Every debate that an instructor may use, and those that fit a request: built-in ones, then the newest first. */
export async function findDebates(
  { store }: Reading,
  instructorId: string,
  asked: ShelfRequest,
): Promise<Found> {
  const words = wordsOf(asked.q ?? "");
  const [rows, taught] = await Promise.all([
    store.shelves.of(instructorId, words),
    store.shelves.taughtBy(instructorId),
  ]);
  const all: { debate: ShelvedDebate; found: boolean }[] = [
    ...BUILT_IN.map(({ debate, searched }) => ({
      debate: { ...debate, shelf: "built-in" as const, ...present({ taught: taught.get(debate.id) }) },
      found: words.every((word) => searched.includes(word)),
    })),
    // What a colleague has put away, or has not finished, is on no shelf but theirs.
    ...rows
      .filter(({ access, isDraft, archivedAt }) => access === "own" || (!isDraft && archivedAt === null))
      .map((row) => ({
        debate: { ...toShelved(row), ...present({ taught: taught.get(row.id) }) },
        found: row.found,
      })),
  ];
  const { shelf, lang, length, level } = asked;
  const filter = { shelf, lang, length, level, ...(asked.taught && { taught: asked.taught === "yes" }) };
  return {
    all: all.map(({ debate }) => debate),
    wanted: all.flatMap(({ debate, found }) => (found && isWanted(debate, filter) ? debate : [])),
  };
}

function toShelved({ id, listing, access, owner, addedAt, isDraft, archivedAt }: ShelfRow): ShelvedDebate {
  const { version: _, savedAt: __, ...listed } = listing;
  const own: Shelf = archivedAt !== null ? "archived" : isDraft ? "drafts" : "own";
  return access === "own"
    ? { ...listed, id, addedAt, shelf: own }
    : { ...listed, id, addedAt, shelf: "shared", from: { name: owner, right: access } };
}

/** The dashboard's shelves, with so many debates. */
export async function shelfPage(
  parts: Reading,
  instructorId: string,
  asked: ShelfRequest,
  most: number,
): Promise<ShelfPage> {
  const { all, wanted } = await findDebates(parts, instructorId, asked);
  const ordered = inShelfOrder(wanted);
  const shown = ordered.slice(0, most);
  const twins = twinsIn(wanted);
  const names = [...new Set(shown.map(seriesOf))];
  const isSearch = Object.keys(asked).some((name) => name !== "shelf");
  const known = new Set(isSearch ? [] : all.map(({ resolution }) => titleKey(resolution)));
  const series = names.map((name): SeriesShelf => {
    const ofSeries = ordered.filter((debate) => seriesOf(debate) === name);
    return {
      name,
      debates: shown
        .filter((debate) => seriesOf(debate) === name)
        .map(({ related: _, ...debate }) => ({ ...debate, hasTwin: twins.has(debate.id) })),
      count: ofSeries.length,
      toFill: name === null || isSearch ? [] : titlesToFill(ofSeries, known),
    };
  });
  const counts = Object.fromEntries(
    SHELVES.map((shelf) => [shelf, all.filter((debate) => debate.shelf === shelf).length]),
  ) as ShelfPage["counts"];
  const languages = [...new Set(all.flatMap(({ lang }) => mainLanguage(lang) ?? []))].toSorted();
  return { asked, series, matching: wanted.length, shown: shown.length, counts, languages };
}

/** [D19] The resolutions that some debates name and that are not known; they are from then on. */
function titlesToFill(debates: readonly ShelvedDebate[], known: Set<string>): SeriesShelf["toFill"] {
  return debates
    .flatMap(({ related }) => related)
    .filter(({ label }) => {
      const keys = relatedKeys(label);
      if (keys.length === 0 || keys.some((key) => known.has(key))) return false;
      for (const key of keys) known.add(key);
      return true;
    });
}

/** [D19] For each resolution that a debate names, the id of the debate that has it, if the instructor may use one. */
export async function relatedDebates(
  parts: Reading,
  instructorId: string,
  related: readonly { label: string }[],
): Promise<(string | null)[]> {
  if (related.length === 0) return [];
  const { all } = await findDebates(parts, instructorId, {});
  const ids = new Map(all.toReversed().map(({ id, resolution }) => [titleKey(resolution), id]));
  return related.map(({ label }) => relatedKeys(label).flatMap((key) => ids.get(key) ?? [])[0] ?? null);
}
