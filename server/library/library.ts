import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Debate } from "#debate/content/debate.ts";
import { readMarkdown } from "#debate/content/debate-markdown-reader.ts";
import { type Listing, listingOf, searchedOf } from "#debate/content/listing.ts";

/** In the program's folder, from which it runs. */
const FOLDER = "library";

/** A debate, what shelves show of it, and what a search looks through. */
type OfLibrary = { debate: Debate; listing: Listing; searched: string };
const library = new Map<string, OfLibrary>();

/** [D37] The debates that every installation starts with, by their ids: the files `library/<id>/debate.md`, read once. */
export function libraryDebates(): ReadonlyMap<string, OfLibrary> {
  if (library.size === 0)
    for (const debate of readLibrary())
      library.set(debate.id, { debate, listing: listingOf(debate), searched: searchedOf(debate) });
  return library;
}

export const libraryDebate = (id: string): Debate | undefined => libraryDebates().get(id)?.debate;

/** [D41] Reads them as an instructor's own files are read. Throws, with what is wrong, where one is no debate. */
export function readLibrary(folder = FOLDER): Debate[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((id) => readOne(folder, id));
}

function readOne(folder: string, id: string): Debate {
  const file = path.join(folder, id, "debate.md");
  const read = readMarkdown(readFileSync(file, "utf8"));
  const draft = read?.ok ? read.drafts[0] : undefined;
  if (draft) return { id, ...draft };
  const wrong = read?.ok === false ? JSON.stringify(read.missing) : "it does not begin with its format";
  throw new Error(`${file} is no debate: ${wrong}`);
}
