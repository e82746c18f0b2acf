import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright/test";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong on a page, a line each: by all rules in the page's color scheme, and, if `isBoth`, by its contrasts in
 * the other, since the two differ only in colors. The page then stays in the other scheme: each change draws all of it again.
 */
export async function findProblems(page: Page, isBoth = true): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const [own, other] = isDark ? (["dark", "light"] as const) : (["light", "dark"] as const);
  await stopTransitions(page);
  const all = await look(page);
  if (isBoth) await page.emulateMedia({ colorScheme: other });
  const contrasts = isBoth ? await look(page, ["color-contrast"]) : [];
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return [
    ...all.map((problem) => `${own}: ${problem}`),
    ...contrasts.map((problem) => `${other}: ${problem}`),
  ];
}

/** axe is loaded once per page: @axe-core/playwright opens two more pages for each look, which cost more than the look. */
async function look(page: Page, rules?: string[]): Promise<string[]> {
  await finishAnimations(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const options: RunOptions = {
    resultTypes: ["violations"],
    // [F17] Of WCAG 2.2, and off unless asked for.
    ...(rules ? { runOnly: rules } : { rules: { "target-size": { enabled: true } } }),
  };
  // No page here has frames.
  const found = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    // What a toast covers in part seems too small.
    if (document.querySelector("[data-toasts] li")) delete asked.rules;
    const { violations } = await axe.run(asked);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 150)) }));
  }, options);
  return found.map(({ id, nodes }) => `${id} ${nodes.join(" | ")}`);
}

/** A color that is inherited, or out of sight, begins to change only when axe asks for it, and cannot be measured while it changes. */
async function stopTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { transition: none !important }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** What repeats forever cannot be finished. */
async function finishAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
}
