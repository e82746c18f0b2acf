import { z } from "zod";
import { countCharacters } from "#debate/rules/text.ts";

/** How many times its limit a text may be as typed: letters that come apart into four, white space, marks too many. */
const TYPED = 4;

function refuseLength(payload: z.core.ParsePayload<string>, maximum: number): void {
  payload.issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: payload.value });
}

/** Refuses text of more characters than that, as people count them. */
export const atMost = (maximum: number) => (payload: z.core.ParsePayload<string>) => {
  const { length } = payload.value;
  if (length <= maximum) return;
  // [W1] Two units of UTF-16 are the most that one character takes, so longer text is not counted.
  if (length > 2 * maximum || countCharacters(payload.value) > maximum) refuseLength(payload, maximum);
};

/** [W1] Comes before whatever cleans a text: what could not be short enough afterwards goes no further. */
export const beforeCleaning = (maximum: number) => (payload: z.core.ParsePayload<string>) => {
  if (payload.value.length > TYPED * maximum) refuseLength(payload, maximum);
};

/** [W1] A list whose length is checked before any of its entries is read. */
export function listOf<T extends z.ZodType>(entry: T, maximum: number, least = 0) {
  return z
    .custom<z.input<T>[]>()
    .check(({ value, issues }) => {
      if (Array.isArray(value) && value.length > maximum)
        issues.push({ code: "too_big", origin: "array", maximum, inclusive: true, input: value });
    })
    .pipe(z.array(entry).min(least));
}
