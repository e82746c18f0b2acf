import type { z } from "zod";
import { countCharacters } from "#debate/rules/text.ts";

/** Refuses text of more characters than that, as people count them. */
export const atMost = (maximum: number) => (payload: z.core.ParsePayload<string>) => {
  if (payload.value.length <= maximum || countCharacters(payload.value) <= maximum) return;
  payload.issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: payload.value });
};
