import { expect, test } from "vitest";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { PRESETS } from "#debate/rules/presets.ts";
import { PRESET_NAMES } from "#debate/rules/session-options.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english, ja: japanese } = ALL_WORDS;

type Switched = Extract<(typeof ACTIVITIES)[number], { presets: readonly string[] }>["name"] | "readingVote";
const WORDS = {
  en: {
    reading: "guided reading",
    starters: "sentence starters",
    pairs: "pairs",
    guess: "a guess",
    exitTicket: "exit ticket",
    readingVote: "vote after reading",
    speaking: "queue to speak",
    steelman: "the other side’s best argument",
    outlook: "understanding and respect",
  },
  ja: {
    reading: "読み方の手助け",
    starters: "書き出し",
    pairs: "ペア対話",
    guess: "結果の予想",
    exitTicket: "ふりかえり",
    readingVote: "読後投票",
    speaking: "発言の順番待ち",
    steelman: "相手側の最善の主張",
    outlook: "理解と尊重",
  },
} as const satisfies Record<string, Record<Switched, string>>;

test.each([
  ["en", english],
  ["ja", japanese],
] as const)(
  "[H10] the words of a preset name what it has beyond the one before: %s",
  (language, messages) => {
    const { presets } = messages.instructor.opening;
    const named = new Set<string>();
    for (const preset of PRESET_NAMES) {
      const settings: Switched[] = ACTIVITIES.flatMap((each) =>
        "presets" in each && each.presets.some((having) => having === preset) ? [each.name] : [],
      );
      if (PRESETS[preset].readingVote) settings.push("readingVote");
      for (const setting of settings.filter((each) => !named.has(each))) {
        expect(presets[preset].what).toContain(WORDS[language][setting]);
        named.add(setting);
      }
    }
  },
);
