import { createElement, type ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { Report } from "#app/results/paper/Report.tsx";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { usePoints } from "#app/results/use-points.ts";
import { hasChart } from "#app/shared/wall/has-chart.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { resultMessage } from "#debate/counting/reveal.ts";
import type { Language } from "#debate/rules/languages.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf, wordsOf } from "#tests/support/markup.tsx";
import { ballotsOf, type Counts, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

const resultsOf = (counts: Counts) => countResults(session({ ballots: ballotsOf(counts) }));
const pageOf = (results: Results) =>
  createElement(ResultsView, { results, debate: BUILT_IN_DEBATE, isHost: false });
const reportOf = (results: Results) =>
  createElement(Report, {
    page: {
      ...{ results, debate: BUILT_IN_DEBATE, settings: StoredSettings.parse({}), name: "" },
      ...{ heldAt: Date.UTC(2026, 10, 23, 9), isOpen: true, isHost: false, canCompare: false },
    },
  });

/** All that a screen reader says: texts and labels, without what is hidden from it. */
function spoken(element: ReactElement, language: Language): string {
  const said: string[] = [];
  let hidden = 0;
  for (const [, tag = "", text = ""] of markupOf(element, language).matchAll(/<([^>]*)>([^<]*)/gu)) {
    const isEnd = tag.startsWith("/");
    const isWhole = tag.endsWith("/");
    if (hidden > 0) hidden += isEnd ? -1 : isWhole ? 0 : 1;
    else if (tag.includes('aria-hidden="true"') && !isWhole) hidden = 1;
    if (hidden > 0) continue;
    said.push(/aria-label="([^"]*)"/u.exec(tag)?.[1] ?? "", text);
  }
  return said.filter((each) => each.trim() !== "").join(" ");
}

test.each(["en", "ja"] as const)(
  "[S18] where Against leads, no figure is said with a sign in %s",
  (language) => {
    const results = resultsOf(matrix("8 4 5 / 1 8 1 / 1 1 1"));
    for (const element of [pageOf(results), reportOf(results)]) {
      const said = spoken(element, language);
      expect(said).toMatch(language === "en" ? /\d points toward Against/u : /反対側へ[\d.]+ポイント/u);
      // The scale of polarization is none of points.
      const figures = said.replace(/The change is [^ ]+|事前からの増減は[^ ]+/gu, "");
      expect(figures.match(/.{30}[-+−]\d.{20}/u)?.[0]).toBeUndefined();
    }
  },
);

describe("[S18] a figure that rounds to 0 has no direction", () => {
  type Points = ReturnType<typeof usePoints>;
  const saidBy = (say: (points: Points) => string) =>
    wordsOf(createElement(() => createElement("p", null, say(usePoints()))));

  test.each<[number, string, string]>([
    [0.04, "level", "no change"],
    [-0.04, "level", "no change"],
    [0.05, "0.1 points toward For", "gained 0.1 points"],
    [-0.05, "0.1 points toward Against", "lost 0.1 points"],
  ])("%d points", (value, toward, changed) => {
    expect(saidBy((points) => points.toward(value))).toBe(toward);
    expect(saidBy((points) => points.changed(value))).toBe(changed);
  });
});

describe("[S17] a direction whose line includes 0 says so in the same sentence", () => {
  test.each<[string, Counts, string]>([
    ["a hint", matrix("7 1 1 / 4 8 1 / 5 1 2"), "points: For’s lead, a hint and not proof"],
    ["a clear one", matrix("7 1 1 / 5 7 0 / 8 1 0"), "points: For’s lead For went"],
  ])("of the first number under the headline, in %s", (_, counts, said) => {
    expect(wordsOf(pageOf(resultsOf(counts)))).toContain(said);
  });
});

describe("[M17] of one person who voted twice", () => {
  const one = resultsOf([[], [], [1]]);

  test.each(["en", "ja"] as const)("no line, coin or lead is shown in %s", (language) => {
    for (const element of [pageOf(one), reportOf(one)]) {
      const said = spoken(element, language);
      // How lines are made in general is said at the end.
      const own = said.slice(0, said.search(/What this can and cannot say|この結果から言えること/u));
      expect(own).not.toMatch(/\bline\b|95%|tossed|points|線|コイン|ポイント/u);
    }
  });

  test("the projector has no chart of the swing, and two people have one", () => {
    expect(hasChart("swing", resultMessage(one, "open"))).toBe(false);
    expect(hasChart("swing", resultMessage(resultsOf([[1], [0, 1]]), "open"))).toBe(true);
  });
});
