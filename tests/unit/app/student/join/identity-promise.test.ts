import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { extentOf, KINDS, kindOf } from "#debate/rules/promise.ts";
import { IDENTITIES, type Identity, SMALL_GROUPS, type SmallGroups } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const settings = { pairs: "off", pairsBy: "voice", laterVote: false } as const;
const promise = (identity: Identity, smallGroups: SmallGroups) =>
  wordsOf(createElement(IdentityPromise, { identity, smallGroups, settings }));
const OF_ALL = IDENTITIES.flatMap((identity) =>
  SMALL_GROUPS.map((smallGroups) => ({ identity, smallGroups })),
);

describe("[J13] [V11] the join page", () => {
  test("says what the promise tells the instructor and the class", () => {
    expect(new Set(OF_ALL.map(kindOf))).toEqual(new Set(KINDS));
    for (const given of OF_ALL) {
      const words = promise(given.identity, given.smallGroups);
      const kind = kindOf(given);
      const seesVotes = extentOf(kind, "host", "choice") !== null;
      expect([kind, /only your instructor can see .*how you vote/u.test(words)]).toEqual([kind, seesVotes]);
      expect([kind, words.includes("including your instructor")]).toEqual([kind, !seesVotes]);
      const namesToClass = extentOf(kind, "class", "name") !== null;
      expect([kind, words.includes("Your class sees")]).toEqual([kind, namesToClass]);
      const knowsReal = extentOf(kind, "host", "realName") !== null;
      expect([kind, words.includes("whose it is")]).toEqual([kind, knowsReal]);
      // [V47] Nobody is shown whose vote is whose, but where the instructor is.
      if (seesVotes) expect(words).not.toMatch(/nobody|no one/iu);
    }
  });

  test("says of every kind of session that others may work out a vote in a small class", () => {
    const warns = "In a small class others may still work out your vote, for instance if all vote alike.";
    for (const { identity, smallGroups } of OF_ALL) expect(promise(identity, smallGroups)).toContain(warns);
    const counts = OF_ALL.filter(({ identity, smallGroups }) =>
      promise(identity, smallGroups).includes("how many people moved"),
    );
    expect(counts.map(kindOf)).toEqual(
      OF_ALL.map(kindOf).filter((kind) => extentOf(kind, "reader", "flow") === "results"),
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
  (identity, pairsBy, words, japanese) => {
    const paired = Settings.parse({ identity, pairs: "after", pairsBy });
    const page = createElement(IdentityPromise, { identity, smallGroups: "tell", settings: paired });
    expect(wordsOf(page)).toContain(words);
    expect(textsInJapanese(page).join("")).toContain(japanese);
  },
);
