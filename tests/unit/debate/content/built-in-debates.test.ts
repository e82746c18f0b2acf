import { describe, expect, test } from "vitest";
import { BUILT_IN_DEBATE, BUILT_IN_DEBATES } from "#debate/content/built-in.ts";
import type { Debate } from "#debate/content/debate.ts";
import { sentencesOf } from "#debate/content/sentences.ts";

const positionsOf = ({ positions }: Debate) =>
  positions.map(({ paragraphs }) => paragraphs.map(({ text }) => text));

describe("the versions of the built-in debates", () => {
  const versions = BUILT_IN_DEBATES.flatMap((debate) =>
    (debate.versions ?? []).map((version) => [`${debate.id}, ${version.id}`, debate, version] as const),
  );

  test("[D38] the newsletter's debate has a simpler one and one in Japanese", () => {
    expect(BUILT_IN_DEBATE.versions?.map(({ id, lang }) => [id, lang])).toEqual([
      ["simple", "en"],
      ["japanese", "ja"],
    ]);
  });

  test.each(versions)(
    "[D38] %s has as many paragraphs and sentences as the original",
    (_, debate, version) => {
      const sentences = (texts: readonly string[]) => texts.map((text) => sentencesOf(text).length);
      expect([version.for, version.against].map(sentences)).toEqual(positionsOf(debate).map(sentences));
    },
  );

  test.each(versions)(
    "[D38] each sentence of %s has the years and figures of its original",
    (_, debate, version) => {
      const numbersIn = (text: string) => text.replaceAll(",", "").match(/\d{3,}/gu) ?? [];
      const split = (texts: readonly string[]) => texts.flatMap(sentencesOf).map(numbersIn);
      expect([version.for, version.against].map(split)).toEqual(positionsOf(debate).map(split));
    },
  );

  test("[D38] the simpler version has shorter words and shorter sentences", () => {
    const simple = BUILT_IN_DEBATE.versions?.find(({ id }) => id === "simple");
    const lengthsOf = (texts: readonly string[]) => {
      const words = texts.join(" ").match(/\p{L}+/gu) ?? [];
      return words.join("").length / words.length;
    };
    const original = positionsOf(BUILT_IN_DEBATE).flat();
    expect(lengthsOf([...(simple?.for ?? []), ...(simple?.against ?? [])])).toBeLessThan(lengthsOf(original));
  });
});
