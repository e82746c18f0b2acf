import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE, BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import { Debate } from "#debate/content/debate.ts";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { withFittingVersions } from "#debate/content/versions.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";
import { SEED } from "#tests/support/newsletter.ts";

const named = BUILT_IN_DEBATES.map((debate) => [debate.id, debate] as const);

const positionsOf = ({ positions }: Debate) =>
  positions.map(({ paragraphs }) => paragraphs.map(({ text }) => text));
/** What a class reads. */
const textOf = (debate: Debate) =>
  [debate.resolution, debate.introduction, ...positionsOf(debate).flat()].join("\n");
const kitOf = ({ kit }: Debate) => {
  if (!kit) throw new Error("no kit");
  return kit;
};

describe("the built-in debates", () => {
  test.each(named)(
    "[D37] %s is valid, in the language that it names, and every resource has a link",
    (_, debate) => {
      expect(Debate.parse(debate)).toEqual(debate);
      expect(languageOfDebate({ ...debate, lang: undefined })).toEqual({ lang: debate.lang, sure: true });
      expect(debate.resources.filter(({ url }) => !url)).toEqual([]);
      expect(new Set(debate.resources.map(({ label }) => label)).size).toBe(debate.resources.length);
    },
  );

  test.each(named)("[D37] %s has a whole kit", (_, debate) => {
    const kit = kitOf(debate);
    expect(kit.objectives?.length).toBeGreaterThanOrEqual(3);
    expect(kit.plans?.map(({ minutes }) => minutes)).toEqual([...LESSON_MINUTES]);
    for (const { minutes, steps } of kit.plans ?? []) {
      expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
      const phases = steps.flatMap(({ phase }) => phase ?? []);
      expect(phases).toEqual(LESSON_PHASES.filter((phase) => phases.includes(phase)));
      expect(phases).toEqual(expect.arrayContaining(["before", "reading", "rebuttal", "after", "results"]));
    }
    const usual = LESSON_PHASES.filter((phase) => !phase.startsWith("switch"));
    expect(Object.keys(kit.notes ?? {}).toSorted()).toEqual(usual.toSorted());
    expect(kit.exitTicket).toHaveLength(2);
    expect(kit.licence).toContain("MIT");
  });

  test.each(named)("[D37] every term in the glossary of %s is in its text, and named once", (_, debate) => {
    const terms = (kitOf(debate).glossary ?? []).map(({ term }) => term);
    expect(terms.length).toBeGreaterThanOrEqual(8);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.filter((term) => !textOf(debate).includes(term))).toEqual([]);
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
