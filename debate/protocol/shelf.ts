import { z } from "zod";
import { READING_LEVELS, TAG_LIMITS } from "#debate/content/debate-limits.ts";
import { LANGUAGE_TAG } from "#debate/content/language.ts";
import { READING_LENGTHS, SHELVES, type ShelvedDebate } from "#debate/rules/shelves.ts";

/** An empty field of a form is none. */
const field = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === "" ? undefined : given), value.optional());

export const SHELF_FIELDS = {
  q: field(z.string().trim().max(200)),
  shelf: field(z.enum(SHELVES)),
  lang: field(z.string().max(35).regex(LANGUAGE_TAG)),
  length: field(z.enum(READING_LENGTHS)),
  level: field(z.enum(READING_LEVELS)),
  taught: field(z.enum(["yes", "no"])),
  subject: field(z.string().trim().max(TAG_LIMITS.tag)),
  splits: field(z.enum(["yes"])),
};

/** [D14] What a list of debates can be asked for. */
export const ShelfRequest = z.strictObject(SHELF_FIELDS);
export type ShelfRequest = z.infer<typeof ShelfRequest>;

/** The same from a page's address, without what is wrong. */
export function shelfRequestIn(query: Record<string, string | string[] | undefined>): ShelfRequest {
  const asked = Object.entries(SHELF_FIELDS).flatMap(([name, schema]) => {
    const read = schema.safeParse(query[name]);
    return read.success && read.data !== undefined ? [[name, read.data]] : [];
  });
  return Object.fromEntries(asked);
}

/** A debate on the dashboard. `hasTwin`: whether another one has the same title. */
export type DebateRow = Omit<ShelvedDebate, "related" | "key"> & { hasTwin: boolean };

/** One series' debates, the newest issue first; `name` is null for debates of no series. */
export type SeriesShelf = {
  name: string | null;
  debates: DebateRow[];
  /** How many there are, with those that are not shown. */
  count: number;
  /** [D19] Other resolutions of the series that are not here yet. */
  toFill: { label: string; date?: string | undefined }[];
};

/** [D13] The shelves of the dashboard, with what was asked for. */
export type ShelfPage = {
  asked: ShelfRequest;
  series: SeriesShelf[];
  /** How many debates fit. */
  matching: number;
  /** How many of them are shown. */
  shown: number;
  /** How many there are on each shelf. */
  counts: Record<ShelvedDebate["shelf"], number>;
  /** The main languages of those that have all words of the search. */
  languages: string[];
  /** The first tags of these. */
  subjects: string[];
};
