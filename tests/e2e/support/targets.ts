import { expect, type Locator } from "playwright/test";

/** Pixels that may be lost to rounding. */
const ROUNDED = 1;

/** Expects that a thumb has 48 px of a control each way, with the invisible ring around it. */
export async function expectForThumbs(control: Locator): Promise<void> {
  const met = await control.evaluate((element) => {
    // Where neither a bar nor a toast covers it.
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const reach = (x: number, y: number) => {
      let far = 0;
      const isMet = () =>
        element.contains(
          document.elementFromPoint(left + width / 2 + x * (far + 1), top + height / 2 + y * (far + 1)),
        );
      while (far < 48 && isMet()) far += 1;
      return far;
    };
    return { width: reach(-1, 0) + 1 + reach(1, 0), height: reach(0, -1) + 1 + reach(0, 1) };
  });
  const name = await control.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent);
  expect(Math.min(met.width, met.height), `${name}: ${JSON.stringify(met)}`).toBeGreaterThanOrEqual(
    48 - ROUNDED,
  );
}
