import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { OutlookSection } from "#app/activities/outlook/Results.tsx";
import type { OutlookChange } from "#debate/activities/outlook/rules.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

const shown = (understanding: OutlookChange) =>
  createElement(OutlookSection, { results: { outlook: { understanding, respect: null } } });

describe("[S17] the calculation of a changed understanding", () => {
  test("says that the line includes 0 beside a direction", () => {
    const view = shown({ n: 10, before: 3, after: 3.2, interval: [-0.1, 0.5] });
    expect(wordsOf(view)).toContain("rose by 2: 2 ÷ 10 = 0.2 on average, but the line includes 0.");
    expect(textsInJapanese(view).join(" ")).toContain("1人あたりの平均です（ただし線は0を含みます）。");
  });

  test("gives no direction to an end of the line that rounds to 0", () => {
    const view = shown({ n: 10, before: 3, after: 3.2, interval: [-0.004, 0.4] });
    expect(wordsOf(view)).toContain("The average change could plausibly be 0 to 0.4 higher.");
  });
});
