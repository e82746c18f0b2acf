import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { extentOf } from "#debate/rules/promise.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const settings = { activities: {} } as const;
const promise = (identity: Identity) => wordsOf(createElement(IdentityPromise, { identity, settings }));

describe("[J13] [V11] the join page", () => {
  test("says what the promise tells the instructor and the class", () => {
    for (const identity of IDENTITIES) {
      const words = promise(identity);
      const seesVotes = extentOf(identity, "host", "choice") !== null;
      expect([identity, /only your instructor can see .*how you vote/u.test(words)]).toEqual([
        identity,
        seesVotes,
      ]);
      expect([identity, words.includes("including your instructor")]).toEqual([identity, !seesVotes]);
      const namesToClass = extentOf(identity, "class", "name") !== null;
      expect([identity, words.includes("Your class sees")]).toEqual([identity, namesToClass]);
      const knowsReal = extentOf(identity, "host", "realName") !== null;
      expect([identity, words.includes("whose it is")]).toEqual([identity, knowsReal]);
      // [V47] Nobody is shown whose vote is whose, but where the instructor is.
      if (seesVotes) expect(words).not.toMatch(/nobody|no one/iu);
    }
  });

  test("says of every kind of session that others may work out a vote in a small class", () => {
    const warns = "In a small class others may still work out your vote, for instance if all vote alike.";
    for (const identity of IDENTITIES) expect(promise(identity)).toContain(warns);
    expect(IDENTITIES.filter((identity) => promise(identity).includes("how many people moved"))).toEqual(
      IDENTITIES.filter((identity) => extentOf(identity, "reader", "flow") === "results"),
    );
  });
});

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
  (identity, by, words, japanese) => {
    const paired = Settings.parse({ identity, activities: { pairs: { by } } });
    const page = createElement(IdentityPromise, { identity, settings: paired });
    expect(wordsOf(page)).toContain(words);
    expect(textsInJapanese(page).join("")).toContain(japanese);
  },
);
