import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Takes a picture of a page, and answers what axe finds wrong on it, a line each, by all its rules or by some. It is loaded once
 * per page: @axe-core/playwright opens two more pages for each look, which cost more than the look. No page here has frames.
 */
export async function findProblems(page: Page, picture: string, rules?: string[]): Promise<string[]> {
  await holdStill(page);
  await page.screenshot({ path: `test-results/${picture}.png` });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const options: RunOptions = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run(asked);
    document.adoptedStyleSheets = [];
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 150)) }));
  }, options);
  return found.map(({ id, nodes }) => `${id} ${nodes.join(" | ")}`);
}

/**
 * A color that is still changing is no color to measure, and one that is inherited, or out of sight, begins to change only when
 * it is asked for. What repeats forever cannot be finished.
 */
async function holdStill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { transition: none !important }");
    document.adoptedStyleSheets = [sheet];
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
}
