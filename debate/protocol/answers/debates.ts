import { z } from "zod";
import { Debate, LibraryDebate } from "#debate/content/debate.ts";
import type { Warning } from "#debate/content/newsletter-remarks.ts";
import { milliseconds } from "#debate/protocol/answers/parts.ts";
import { DEBATE_RIGHTS, LINKED, SHARINGS } from "#debate/rules/debate-rights.ts";
import { SHELVES } from "#debate/rules/shelves.ts";

export const ListedDebate = LibraryDebate.pick({
  id: true,
  lang: true,
  resolution: true,
  series: true,
  volume: true,
  issue: true,
  date: true,
  level: true,
  tags: true,
}).extend({
  shelf: z.enum(SHELVES),
  experts: z.tuple([z.string(), z.string()]),
  /** Of each position. */
  paragraphs: z.tuple([z.int(), z.int()]),
  /** Of both positions together. */
  length: z.object({ unit: z.enum(["words", "characters"]), count: z.int(), minutes: z.int() }),
  /** Milliseconds since the epoch. */
  addedAt: z.int().exactOptional(),
  from: z.object({ name: z.string(), right: z.enum(DEBATE_RIGHTS) }).exactOptional(),
  taught: z.object({ last: z.int(), times: z.int() }).exactOptional(),
  splits: z.object({ classes: z.int(), split: z.int() }).exactOptional(),
});
export type ListedDebate = z.infer<typeof ListedDebate>;
export const ListedDebates = z.object({ debates: z.array(ListedDebate) });

export const StoredDebate = z.object({ debate: LibraryDebate, draft: z.literal(true).exactOptional() });
export type StoredDebate = z.infer<typeof StoredDebate>;
export const SavedDebate = StoredDebate.extend({ etag: z.string() });
export const StaleDebate = z.object({
  error: z.object({ code: z.literal("stale"), message: z.string() }),
  ...SavedDebate.shape,
});
export type StaleDebate = z.infer<typeof StaleDebate>;
export const Archived = z.object({ archived: z.literal(true) });

/** What an import was not sure of; `code` is one of those in `newsletter-remarks.ts`, with what it is about. */
const ImportWarning = z.looseObject({ code: z.custom<Warning["code"]>().meta({ type: "string" }) });
export const Imported = z.object({
  debate: Debate,
  warnings: z.array(ImportWarning),
  debates: z.array(Debate).exactOptional(),
});
export const FilePreview = z.object({
  kind: z.enum(["text", "markdown", "html", "docx", "pdf"]),
  text: z.string(),
  marked: z.boolean(),
  remarks: z.array(ImportWarning),
  pictures: z
    .array(z.base64())
    .exactOptional()
    .describe("Those of a DOCX or PDF file that a debate could have, in base64."),
});

/** [D45] `of`: what it leads to. */
export const DebateLink = z.object({ url: z.url(), of: z.enum(LINKED) });
export type DebateLink = z.infer<typeof DebateLink>;
export const LinkAnswer = z.object({ link: DebateLink.nullable() });

export const SharedWith = z.object({
  everyone: z.enum(SHARINGS),
  addresses: z.array(z.object({ email: z.string(), right: z.enum(DEBATE_RIGHTS) })),
});
export type SharedWith = z.infer<typeof SharedWith>;
/** [D33] */
export const SavedVersion = z.object({ version: z.string(), savedAt: milliseconds, savedBy: z.string() });
export const SavedVersions = z.object({
  versions: z.array(SavedVersion),
  current: z.string().describe("The version that is stored now."),
});
export type SavedVersions = z.infer<typeof SavedVersions>;
