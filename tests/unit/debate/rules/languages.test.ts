import { expect, test } from "vitest";
import { chooseLanguage } from "#debate/rules/languages.ts";

test.each([
  ["ja", "en", "ja"],
  [undefined, "ja-JP,ja;q=0.9,en-US;q=0.8", "ja"],
  [undefined, "en;q=0.3, JA;q=0.7", "ja"],
  [undefined, "fr, ja;q=0, en;q=0.1", "en"],
  [undefined, "en;q=0.5, ja;q=1", "ja"],
  [undefined, "ja;q=0, fr", "en"],
  [undefined, "fr, ja;q=0.5", "ja"],
  [undefined, "fr-CA", "en"],
  ["xx", "ja", "ja"],
  [undefined, null, "en"],
])("[E1] chosen %s, accepted %s: %s", (chosen, accepted, language) => {
  expect(chooseLanguage(chosen, accepted)).toBe(language);
});

test("[E1] a header of any length is read, up to its first 500 characters", () => {
  expect(chooseLanguage(undefined, `${"fr,".repeat(1_000_000)}ja`)).toBe("en");
});
