import type { Page } from "playwright/test";

export const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };

/** Pictures are for people to look at, and no test reads them: only `npm run test:long` takes them, or SCREENSHOTS=yes. */
const areWanted = Boolean(process.env.SCREENSHOTS);

export async function takePicture(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<void> {
  if (areWanted)
    await page.screenshot({ path: `test-results/${name}.png`, animations: "disabled", ...options });
}

/** How a page looks in both sizes and color schemes. */
export async function takePictures(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
): Promise<void> {
  if (!areWanted) return;
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await takePicture(page, `${name}-${size}-${colorScheme}`, options);
    }
}
