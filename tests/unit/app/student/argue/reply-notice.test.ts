import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english, ja: japanese } = ALL_WORDS;

test.each([
  ["en", english, ["Ada replied to you", "A classmate replied to you", "2 new replies to you"]],
  [
    "ja",
    japanese as typeof english,
    [
      "Ada\u2060さ\u2060んから返信がありました",
      "クラスメイトから返信がありました",
      "新しい返信が2件あります",
    ],
  ],
] as const)(
  "[R29] the notice of one reply in %s says who replied, of more how many",
  (locale, messages, said) => {
    const t = createTranslator({ locale, messages, namespace: "student.own" });
    expect([
      t("answered", { count: 1, name: "Ada" }),
      t("answeredAnonymously", { count: 1 }),
      t("answered", { count: 2, name: "Ada" }),
    ]).toEqual(said);
  },
);
