import { relatedKeys, wordsOf } from "#debate/content/searching.ts";
import type { SeriesShelf, ShelfPage, ShelfRequest } from "#debate/protocol/shelf.ts";
import { present } from "#debate/rules/present.ts";
import {
  inShelfOrder,
  isWanted,
  mainLanguage,
  type Shelf,
  type ShelvedDebate,
  seriesOf,
  subjectOf,
  twinsIn,
} from "#debate/rules/shelves.ts";
import { splitsFor } from "#debate/rules/splitting.ts";
import { libraryDebates } from "#server/library/library.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { StoredListing } from "#server/store/debates/debate-listings.ts";
import type { ShelfRow } from "#server/store/debates/debate-shelves.ts";

type Reading = Pick<Dependencies, "store">;

type Found = {
  /** Those that have all words of the search. */
  found: ShelvedDebate[];
  /** Those of them that fit the rest of the request. */
  wanted: ShelvedDebate[];
  /** How many there are on each shelf. */
  counts: ShelfPage["counts"];
};

/** [D13] [D14] The debates that an instructor may use: built-in ones, then the newest first. */
export async function findDebates(
  { store }: Reading,
  instructorId: string,
  asked: ShelfRequest,
): Promise<Found> {
  const words = wordsOf(asked.q ?? "");
  const [rows, taught, classes] = await Promise.all([
    store.shelves.of(instructorId, words),
    store.shelves.taughtBy(instructorId),
    store.splits.ofDebates(),
  ]);
  const known = (id: string) =>
    present({ taught: taught.get(id), splits: splitsFor(classes.get(id) ?? [], instructorId) });
  const builtIn = [...libraryDebates().values()];
  const counts = { own: 0, shared: 0, "built-in": builtIn.length, drafts: 0, archived: 0 };
  const found: ShelvedDebate[] = builtIn
    .filter(({ searched }) => words.every((word) => searched.includes(word)))
    .map(({ debate: { id }, listing }) => ({ ...listing, id, shelf: "built-in", ...known(id) }));
  for (const row of rows) {
    // What a colleague has put away, or has not finished, is on no shelf but theirs.
    if (row.access !== "own" && (row.isDraft || row.archivedAt !== null)) continue;
    const shelf = shelfOf(row);
    counts[shelf] += 1;
    if (row.listing) found.push({ ...toShelved(row, row.listing, shelf), ...known(row.id) });
  }
  const { taught: isTaught, splits, ...others } = asked;
  const filter = {
    ...others,
    ...(isTaught && { taught: isTaught === "yes" }),
    ...(splits && { splits: true }),
  };
  return { found, wanted: found.filter((debate) => isWanted(debate, filter)), counts };
}

function shelfOf({ access, isDraft, archivedAt }: ShelfRow): Shelf {
  if (access !== "own") return "shared";
  if (archivedAt !== null) return "archived";
  return isDraft ? "drafts" : "own";
}

function toShelved(
  { id, access, owner, addedAt }: ShelfRow,
  { version: _, savedAt: __, ...listing }: StoredListing,
  shelf: Shelf,
): ShelvedDebate {
  const from = access === "own" ? undefined : { name: owner, right: access };
  return Object.assign(listing, { id, shelf, addedAt }, from && { from });
}

/** The dashboard's shelves, with so many debates. */
export async function shelfPage(
  parts: Reading,
  instructorId: string,
  asked: ShelfRequest,
  most: number,
): Promise<ShelfPage> {
  const { found, wanted, counts } = await findDebates(parts, instructorId, asked);
  const ordered = inShelfOrder(wanted);
  const shown = ordered.slice(0, most);
  const twins = twinsIn(wanted);
  const names = [...new Set(shown.map(seriesOf))];
  const isSearch = Object.keys(asked).some((name) => name !== "shelf");
  const known = new Set(found.map(({ key }) => key));
  const series = names.map((name): SeriesShelf => {
    const ofSeries = ordered.filter((debate) => seriesOf(debate) === name);
    return {
      name,
      debates: shown
        .filter((debate) => seriesOf(debate) === name)
        .map(({ related: _, key: __, ...debate }) => ({ ...debate, hasTwin: twins.has(debate.id) })),
      count: ofSeries.length,
      toFill: name === null || isSearch ? [] : titlesToFill(ofSeries, known),
    };
  });
  const languages = [...new Set(found.flatMap(({ lang }) => mainLanguage(lang) ?? []))].toSorted();
  const subjects = [...new Set(found.flatMap((debate) => subjectOf(debate) ?? []))].toSorted();
  return { asked, series, matching: wanted.length, shown: shown.length, counts, languages, subjects };
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
  const { found } = await findDebates(parts, instructorId, {});
  const ids = new Map(found.toReversed().map(({ id, key }) => [key, id]));
  return related.map(({ label }) => relatedKeys(label).flatMap((key) => ids.get(key) ?? [])[0] ?? null);
}
