import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { starterEffect } from "#debate/counting/starter-effect.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot, session } from "#tests/unit/debate/counting/classroom.ts";

const input = session({ ballots: [ballot("ada", "before", "for"), ballot("ada", "after", "against")] });

describe("[X15] the host's results compare those with starters and those without", () => {
  /** Writers who are read by ten of the other camp each, of whom so many found it persuasive. */
  const compared = (offered: number[], others: number[]) => {
    const written = [
      ...offered.map((n) => ({ n, half: "with" })),
      ...others.map((n) => ({ n, half: "without" })),
    ];
    const rebuttals = written.map(({ n, half }, place) => ({
      participantId: `${half}-${place}`,
      side: "for" as const,
      endorsements: { for: 0, against: n, undecided: 0 },
      exposed: { for: 0, against: 10, undecided: 0 },
    }));
    const halves = new Map(rebuttals.map(({ participantId: id }) => [id, id.startsWith("with-")]));
    return { ...countResults(input), starters: starterEffect(rebuttals, halves) };
  };
  const shown = (results: Results, isHost = true) =>
    createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost });
  const without = [2, 3, 1, 4, 2, 3, 2, 1];

  test("with both halves, the difference and its interval", () => {
    // As in the test of the counting: .4 and .225, .175 +- .127.
    const results = compared([4, 5, 3, 6, 4, 5, 2, 3], without);
    const words = wordsOf(shown(results));
    expect(words).toContain("Did sentence starters help? Half of the phones");
    expect(words).toContain("With starters 8 writers 40% Without 8 writers 23%");
    expect(words).toContain(
      "Writers with starters persuaded 17.5 points more of the other camp (95%: 4.8 to 30.2 more). So many writers rarely differ",
    );
    const japanese = textsInJapanese(shown(results));
    for (const text of [
      "書き出しあり",
      "40%",
      "相手側を説得できた割合は、書き出しありのほうが17.5ポイント高く、95%区間は4.8〜30.2ポイント高いところです。これだけの人数で、偶然ここまで差がつくことはまれです。",
    ])
      expect(japanese).toContain(text);
  });

  test("where they hardly differ, this class alone can't tell", () => {
    const words = wordsOf(shown(compared([2, 3, 2, 4, 2, 3, 2, 1], without)));
    expect(words).toMatch(
      /, but the range includes 0 \(95%: from \S+ fewer to \S+ more\)\. This class alone can’t tell/u,
    );
    expect(words).not.toContain("rarely differ this much");
  });

  test("with no difference, nothing is said to include 0 beside it", () => {
    const results = compared(without, without);
    expect(wordsOf(shown(results))).toMatch(
      /persuaded as many of the other camp \(95%: from (\S+) fewer to \1 more\)/u,
    );
    expect(textsInJapanese(shown(results)).join(" ")).toMatch(
      /書き出しの有無で差がなく、95%区間は([\d.]+)ポイント低いところから\1ポイント高いところまでです/u,
    );
  });

  test("with too few writers in a half, their mean and the difference are left out", () => {
    const words = wordsOf(shown(compared([4, 5, 3], without)));
    expect(words).toContain("With starters 3 writers – Without 8 writers 23%");
    expect(words).toContain("Too few writers to compare: it takes eight in each half");
    expect(words).not.toContain("Writers with starters persuaded");
  });

  test("a class does not see it", () => {
    const words = wordsOf(shown(compared([4, 5, 3, 6, 4, 5, 2, 3], without), false));
    expect(words).not.toContain("Did sentence starters help?");
  });
});
