// Fields that several messages have.
import { z } from "zod";
import { atMost, beforeCleaning } from "#debate/rules/at-most.ts";
import { SIDES } from "#debate/rules/choices.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

export const id = z.uuid();
export const level = z.int().min(1).max(5);
/** Of the words that were read; 0 if these were never changed. */
export const edition = z.int().nonnegative();
export const paragraph = z.strictObject({ side: z.enum(SIDES), n: z.int().positive() });
export const text = (length: number) =>
  z
    .string()
    .check(beforeCleaning(length))
    .overwrite(cleanText)
    .trim()
    .check(atMost(length))
    .refine(showsSomething, "nothing to see")
    .meta({ minLength: 1 }); // for the API documents, which can't show what `refine` asks
/** [W2] Empty if it would show nothing. */
export const maybeText = (length: number) =>
  z
    .string()
    .check(beforeCleaning(length))
    .overwrite((typed) => (showsSomething(typed) ? cleanText(typed).trim() : ""))
    .check(atMost(length));
