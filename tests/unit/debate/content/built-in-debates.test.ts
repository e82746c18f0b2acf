import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import { Debate } from "#debate/content/debate.ts";
import { LESSON_MINUTES } from "#debate/content/kit.ts";
import { languageOfDebate } from "#debate/content/language.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";
import { withFittingVersions } from "#debate/content/versions.ts";
import { LESSON_PHASES } from "#debate/rules/phase-order.ts";

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
    expect(Object.keys(kit.notes ?? {}).toSorted()).toEqual(LESSON_PHASES.toSorted());
    expect(kit.exitTicket).toHaveLength(2);
    expect(kit.licence).toContain("MIT");
  });

  test.each(named)(
    "[D37] %s asks four questions, each with its reason, and no pattern of answers",
    (_, debate) => {
      const questions = kitOf(debate).questions ?? [];
      expect(questions).toHaveLength(4);
      expect(questions.map(({ answer }) => answer).toSorted()).toEqual([0, 1, 2, 3]);
      for (const { options, why } of questions) {
        expect(new Set(options).size).toBe(4);
        expect(why).toBeTruthy();
      }
    },
  );

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
