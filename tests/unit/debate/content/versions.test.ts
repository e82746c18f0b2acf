import { expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { swapSides } from "#debate/content/swap-sides.ts";
import {
  asRead,
  debateForClass,
  inVersion,
  languageRead,
  located,
  misfitsOf,
  newMisfits,
  quotes,
  withFittingVersions,
} from "#debate/content/versions.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

const debate = IN_VERSIONS;
const paragraphs = (...texts: string[]) => texts.map((text, index) => ({ n: index + 1, text }));

test("[X1] a version fits with as many paragraphs a side and as many sentences in each as the original", () => {
  expect(misfitsOf(debate, SIMPLE)).toEqual([]);
  expect(misfitsOf(debate, JAPANESE)).toEqual([]);
});

test("[X1] three sentences for two in paragraph 1, and two paragraphs for one, are named with side and numbers", () => {
  const version = { ...SIMPLE, for: ["Peace. Is cheap. War is not.", "Two."], against: ["No.", "Never."] };
  expect(misfitsOf(debate, version)).toEqual([
    { version: "simple", side: "for", paragraph: 1, expected: 2, found: 3 },
    { version: "simple", side: "against", expected: 1, found: 2 },
  ]);
});

test("[X2] a version that is stored in these words may stay when its original changes, and no class gets it", () => {
  const [position] = debate.positions;
  const edited: Debate = {
    ...debate,
    positions: [
      { ...position, paragraphs: paragraphs("Peace costs little.", "Two islands.") },
      debate.positions[1],
    ],
  };
  expect(newMisfits(edited, debate)).toEqual([]);
  expect(newMisfits(edited, {})).toHaveLength(2);
  // [D7] Also once the sides are swapped.
  expect(newMisfits(swapSides(edited), debate)).toEqual([]);
  const changed = { ...edited, versions: [{ ...SIMPLE, for: ["Peace! War!", "Two."] }, JAPANESE] };
  expect(newMisfits(changed, debate)).toEqual([
    { version: "simple", side: "for", paragraph: 1, expected: 1, found: 2 },
  ]);
  expect(withFittingVersions(edited)).not.toHaveProperty("versions");
  expect(withFittingVersions(debate).versions).toHaveLength(2);
});

test("[R3] a quotation is checked against the version that it names, and against the original without one", () => {
  const quote = { side: "for", n: 1, exact: "戦争は高い。" } as const;
  expect(quotes(debate, { ...quote, version: "ja" })).toBe(true);
  expect(quotes(debate, { ...quote, version: "simple" })).toBe(false);
  expect(quotes(debate, quote)).toBe(false);
  expect(quotes(debate, { ...quote, exact: "A war  would cost more." })).toBe(true);
  expect(quotes(debate, { ...quote, version: "fr" })).toBeNull();
  expect(quotes(debate, { ...quote, n: 3 })).toBeNull();
});

test("[X3] the words of a version lead to it, and to the same sentences in all", () => {
  const inJapanese = located(debate, { side: "for", n: 1, exact: "戦争は高い。" });
  expect(inJapanese).toEqual({ side: "for", n: 1, exact: "戦争は高い。", version: "ja", sentences: [2, 2] });
  const inEnglish = located(debate, { side: "for", n: 1, exact: "A war would cost more." });
  expect(inEnglish).toMatchObject({ sentences: [2, 2] });
  expect(inEnglish).not.toHaveProperty("version");
  expect(located(debate, { side: "for", n: 1, exact: "little. A war" })).toMatchObject({ sentences: [1, 2] });
});

test("[X3] what was quoted in Japanese is read in English, and the other way around; one's own words stay alone", () => {
  const read = inVersion(debate, "ja");
  const original = inVersion(debate);
  const inJapanese = located(debate, { side: "for", n: 1, exact: "戦争は" });
  const inEnglish = located(debate, { side: "for", n: 1, exact: "A war would cost more." });
  expect(asRead(original, inJapanese)).toBe("A war would cost more.");
  expect(asRead(read, inEnglish)).toBe("戦争は高い。");
  expect(asRead(inVersion(debate, "simple"), inJapanese)).toBe("War is not.");
  expect(asRead(read, inJapanese)).toBeNull();
  expect(asRead(original, inEnglish)).toBeNull();
});

test("[X4] a class is sent the words of one version, and of the others their names alone", () => {
  const read = debateForClass(debate, "ja");
  expect(read).toMatchObject({
    version: "ja",
    resolution: "日本はロシアと講和すべきだ。",
    versions: [
      { id: "simple", label: "Simpler" },
      { id: "ja", label: "日本語", lang: "ja" },
    ],
  });
  expect(read.positions[0].paragraphs[0]).toMatchObject({ n: 1, text: "平和は安い。戦争は高い。" });
  expect(JSON.stringify(read)).not.toContain("cheap");
  expect(JSON.stringify(read)).not.toContain("Peace costs little");
  expect(languageRead(read)).toBe("ja");
  expect(languageRead(debateForClass(debate, "simple"))).toBe("en");
  expect(debateForClass(debate, "fr")).not.toHaveProperty("version");
});

test("[Y1] a class is sent the glossary of a kit, and nothing else of it", () => {
  const { kit } = BUILT_IN_DEBATE;
  expect(kit?.questions).toHaveLength(4);
  expect(debateForClass(BUILT_IN_DEBATE).kit).toEqual({ glossary: kit?.glossary });
});
