import { describe, expect, test } from "vitest";
import { begun, starterLanguage } from "#debate/activities/starters/words.ts";
import { PostRebuttal } from "#debate/protocol/messages.ts";

describe("[X13] the words of starters", () => {
  test("are in the language that is read, else, as for a version in another script, in the session's", () => {
    expect(starterLanguage("ja", "en")).toBe("ja");
    expect(starterLanguage("en-GB", "ja")).toBe("en");
    for (const other of ["ar", "ru", "zh-Hant", "jam", "", undefined]) {
      expect(starterLanguage(other, "ja")).toBe("ja");
      expect(starterLanguage(other, "en")).toBe("en");
    }
  });

  test("replace those of the last starter as long as they stand there, and lose nothing that was typed", () => {
    expect(begun("", "A …", undefined)).toBe("A …");
    expect(begun("A …", "B …", "A …")).toBe("B …");
    expect(begun("A … and so on", "B …", "A …")).toBe("B …\nand so on");
    expect(begun("A filled in", "B …", "A …")).toBe("B …\nA filled in");
    expect(begun("  My own words", "B …", undefined)).toBe("B …\nMy own words");
  });
});

test("[X12] a rebuttal names only starters that there are", () => {
  const rebuttal = { id: crypto.randomUUID(), side: "for", body: "Why?" };
  expect(PostRebuttal.safeParse({ ...rebuttal, starter: "concede" }).success).toBe(true);
  for (const wrong of [{ starter: "譲歩" }, { starter: "I understand that …" }])
    expect(PostRebuttal.safeParse({ ...rebuttal, ...wrong }).success).toBe(false);
});
