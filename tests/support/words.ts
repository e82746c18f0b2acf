import { readFileSync } from "node:fs";
import { WORDED } from "#app/activities/words.ts";
import { joined, type Words } from "#app/messages/words.ts";
import type { Language } from "#debate/rules/languages.ts";

const wordsIn = (language: Language): Words =>
  joined(
    ["messages", ...WORDED.map((folder) => `activities/${folder}`)].map((folder) =>
      JSON.parse(readFileSync(`app/${folder}/${language}.json`, "utf8")),
    ),
  );

/** The words on screen. */
export const ALL_WORDS: Record<Language, Words> = { en: wordsIn("en"), ja: wordsIn("ja") };
