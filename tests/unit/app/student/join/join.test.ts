import { createElement } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openClaim } from "#app/student/join/claim.ts";
import { IdentityPromise } from "#app/student/join/IdentityPromise.tsx";
import { networkWait } from "#app/student/join/take-seat.ts";
import { forgetWords, placeOf } from "#app/student/offline/phone-storage.ts";
import { CLAIM } from "#debate/rules/passes.ts";
import { extentOf } from "#debate/rules/promise.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { fakeStorage } from "#tests/support/storage.ts";

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
  ["named", "see each other’s names and how each of you voted", "お互いの名前と、どちらに投票したか"],
  ["pseudonym", "see how each of you voted, but not your made-up names", "ニックネームは表示されません"],
] as const)(
  "[P26] [P40] before anyone joins a %s session with pairs by voice, the page says what those who sit together learn",
  (identity, words, japanese) => {
    const paired = Settings.parse({ identity, activities: { pairs: { by: "voice" } } });
    const page = createElement(IdentityPromise, { identity, settings: paired });
    expect(wordsOf(page)).toContain(words);
    expect(textsInJapanese(page).join("")).toContain(japanese);
  },
);

test("[L29] the form says after how many minutes to try again only where the network's limit refused the student", () => {
  const refused = (error: object) => networkWait({ error: { code: "too-many", ...error } });
  expect(refused({ fields: ["network"], retryAfter: 541 })).toBe(10);
  expect(refused({ fields: ["network"], retryAfter: 60 })).toBe(1);
  expect(refused({ retryAfter: 60 })).toBe(0);
  for (const answer of [undefined, null, "busy", {}]) expect(networkWait(answer)).toBe(0);
});

afterEach(() => vi.unstubAllGlobals());

test("[J10] a claim is made once for a session, and kept on the phone before it is sent, for every tab", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  const claim = openClaim("4K7M2Q")();
  expect(claim).toMatch(/^[\w-]{32}$/u);
  expect(JSON.parse(storage.stored.get(placeOf("4K7M2Q", "claim")) ?? "")).toBe(claim);
  vi.stubGlobal("window", storage.tab());
  expect(openClaim("4K7M2Q")()).toBe(claim);
  expect(openClaim("4K7M2R")()).not.toBe(claim);
});

test("[J10] an invalid stored claim is replaced, since the server would always refuse it", () => {
  const storage = fakeStorage();
  vi.stubGlobal("window", storage.tab());
  storage.stored.set(placeOf("4K7M2Q", "claim"), '"no claim"');
  expect(openClaim("4K7M2Q")()).toMatch(CLAIM);
});

test("[J10] [G2] a claim outlives deleted words, since the seat does", () => {
  const storage = fakeStorage();
  const tab = storage.tab();
  for (const part of ["claim", "seat:draft"])
    Object.defineProperty(tab.localStorage, placeOf("4K7M2Q", part), { enumerable: true });
  vi.stubGlobal("window", tab);
  const claim = openClaim("4K7M2Q")();
  storage.stored.set(placeOf("4K7M2Q", "seat:draft"), '"words"');
  forgetWords("4K7M2Q");
  expect([...storage.stored.keys()]).toEqual([placeOf("4K7M2Q", "claim")]);
  expect(openClaim("4K7M2Q")()).toBe(claim);
});
