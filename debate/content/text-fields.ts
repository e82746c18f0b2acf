import { z } from "zod";
import { VERSION_LIMITS } from "#debate/content/debate-limits.ts";
import { beforeCleaning } from "#debate/rules/at-most.ts";
import { cleanText } from "#debate/rules/text.ts";

// A control character breaks spreadsheets and PostgreSQL inserts long after it was typed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Text of a debate, of at most so many characters; it may be empty. */
export const optionalDebateText = (longest: number) =>
  z
    .string()
    .check(beforeCleaning(longest))
    .refine((text) => !CONTROL.test(text), { error: "control character" })
    .overwrite(cleanText) // [W5]
    .trim()
    .max(longest);

/** Text of a debate that must not be empty. */
export const debateText = (longest: number) => optionalDebateText(longest).min(1);

/** What a version of a debate is called in addresses, settings and quotations. */
export const VersionId = z
  .string()
  .max(VERSION_LIMITS.id, { abort: true })
  .regex(/^[a-z0-9-]+$/u);
