import { createElement } from "react";
import { expect, test } from "vitest";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { Settings } from "#debate/rules/settings.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

test.each([
  [
    "named",
    "voice",
    "see each other’s names and how each of you voted",
    "お互いの名前と、どちらに投票したか",
  ],
  [
    "pseudonym",
    "voice",
    "see how each of you voted, but not your made-up names",
    "ニックネームは表示されません",
  ],
  ["named", "text", "see how each of you voted", "どちらに投票したか"],
  ["pseudonym", "text", "see how each of you voted", "どちらに投票したか"],
] as const)(
  "[P26] [P40] before anyone joins a %s session with pairs by %s, the page says what those who sit together learn",
  (identity, pairsBy, words, japanese) => {
    const settings = Settings.parse({ identity, pairs: "after", pairsBy });
    const promise = createElement(IdentityPromise, { identity, smallGroups: "tell", settings });
    expect(wordsOf(promise)).toContain(words);
    expect(textsInJapanese(promise).join("")).toContain(japanese);
  },
);
