import { z } from "zod";
import { atMost, beforeCleaning } from "#debate/rules/at-most.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

/** One line of at most so many characters; empty if it would show nothing. */
export function lineOf(length: number) {
  return z.string().check(beforeCleaning(length)).overwrite(oneLine).check(atMost(length));
}

function oneLine(typed: string): string {
  const line = cleanText(typed).replace(/\s+/gu, " ").trim();
  return showsSomething(line) ? line : "";
}
