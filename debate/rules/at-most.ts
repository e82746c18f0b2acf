import { z } from "zod";
import { countCharacters } from "#debate/rules/text.ts";

/**
 * How many times its limit a text may be as typed, because cleaning can shorten it: letters that decompose into four,
 * white space, extra marks.
 */
const TYPED = 4;

function refuseLength(payload: z.core.ParsePayload<string>, maximum: number): void {
  payload.issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: payload.value });
}

/** Refuses text of more characters, as people count them. */
export function atMost(maximum: number) {
  const check = z.check<string>((payload) => {
    const { length } = payload.value;
    if (length <= maximum) return;
    // [W1] A character takes at most two units of UTF-16, so longer text needs no counting.
    if (length > 2 * maximum || countCharacters(payload.value) > maximum) refuseLength(payload, maximum);
  });
  // For the API documents: zod can't see the limit inside a function.
  check._zod.onattach.push(({ _zod }) => {
    _zod.bag.maximum = maximum;
  });
  return check;
}

/** [W1] Runs before a text is cleaned: refuses text that would be too long even afterwards. */
export const beforeCleaning = (maximum: number) => (payload: z.core.ParsePayload<string>) => {
  if (payload.value.length > TYPED * maximum) refuseLength(payload, maximum);
};

/** [W1] A list whose length is checked before its entries are parsed; the second `max` tells the API documents. */
export function listOf<T extends z.ZodType>(entry: T, maximum: number, least = 0) {
  return z
    .custom<z.input<T>[]>()
    .check(({ value, issues }) => {
      if (Array.isArray(value) && value.length > maximum)
        issues.push({ code: "too_big", origin: "array", maximum, inclusive: true, input: value });
    })
    .pipe(z.array(entry).min(least).max(maximum));
}
