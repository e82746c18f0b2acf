import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Debate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { withFittingVersions } from "#debate/content/versions.ts";
import { readLibrary } from "#server/library/library.ts";
import { faultsOf } from "#tests/library/measure.ts";
import { lacksOf } from "#tests/library/whole-kit.ts";
import { BUILT_IN_DEBATE, BUILT_IN_DEBATES } from "#tests/support/library.ts";
import { SEED } from "#tests/support/newsletter.ts";

const named = BUILT_IN_DEBATES.map((debate) => [debate.id, debate] as const);

const positionsOf = ({ positions }: Debate) =>
  positions.map(({ paragraphs }) => paragraphs.map(({ text }) => text));
describe("the built-in debates", () => {
  test.each(named)("[D37] %s is whole: kit, glossary, and an address for each resource", (_, debate) => {
    expect(Debate.parse(debate)).toEqual(debate);
    expect(lacksOf(debate)).toEqual([]);
  });

  test.each(named)(
    "[D42] the sides of %s are as long, as hard to read, and have as many reasons and facts",
    (_, debate) => {
      expect(faultsOf(debate)).toEqual([]);
    },
  );

  test("[D41] a file that is no debate stops the program, and is named", () => {
    const folder = mkdtempSync(join(tmpdir(), "library-"));
    mkdirSync(join(folder, "half"));
    writeFileSync(
      join(folder, "half", "debate.md"),
      '---\nformat: "resolved-debate"\nversion: 1\n---\n\n# Tea Is Better\n',
    );
    expect(() => readLibrary(folder)).toThrow(/half.debate\.md is no debate: .*positions/u);
  });
});

describe("the versions of the built-in debates", () => {
  const versions = BUILT_IN_DEBATES.flatMap((debate) =>
    (debate.versions ?? []).map((version) => [`${debate.id}, ${version.id}`, debate, version] as const),
  );

  // What opens a session of one relies on it.
  test.each(named)("[X2] [D38] every version of %s fits, and a class gets it unchanged", (_, debate) => {
    expect(withFittingVersions(inPlainText(debate))).toEqual(debate);
  });

  test.each(versions)(
    "[D38] each sentence of %s has the years and figures of its original",
    (_, debate, version) => {
      const numbersIn = (text: string) => text.replaceAll(",", "").match(/\d{3,}/gu) ?? [];
      const split = (texts: readonly string[]) => texts.flatMap(sentencesOf).map(numbersIn);
      expect([version.for, version.against].map(split)).toEqual(positionsOf(debate).map(split));
    },
  );
});

const positionText = (index: 0 | 1) =>
  BUILT_IN_DEBATE.positions[index].paragraphs.map(({ text }) => text).join("\n");

describe("the debate after the newsletter", () => {
  test("[D10] is a valid debate with seven numbered paragraphs on each side", () => {
    expect(Debate.parse(BUILT_IN_DEBATE)).toEqual(BUILT_IN_DEBATE);
    for (const { paragraphs } of BUILT_IN_DEBATE.positions) {
      expect(paragraphs.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
    expect(BUILT_IN_DEBATE.date).toBeUndefined();
    expect(BUILT_IN_DEBATE.related).toHaveLength(4);
    expect(BUILT_IN_DEBATE.rights).toContain("in its own words");
  });

  test.skipIf(!SEED)("[D10] no run of eight words is the original's", () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runsOf = (text: string) => wordsOf(text).map((_, at, words) => words.slice(at, at + 8).join(" "));
    const original = new Set(runsOf(SEED ?? ""));
    // Runs shorter than eight, at the end of each text, are left alone.
    const simpler = BUILT_IN_DEBATE.versions?.find(({ id }) => id === "simple");
    const restated = [...(simpler?.for ?? []), ...(simpler?.against ?? [])].join("\n");
    const shared = [positionText(0), positionText(1), BUILT_IN_DEBATE.introduction, restated].flatMap(
      (text) =>
        runsOf(text)
          .slice(0, -7)
          .filter((run) => original.has(run)),
    );
    expect(shared).toEqual([]);
  });
});
