import { expect, type Locator } from "playwright/test";

/** Presses twice in one place, as a hurried hand does: the second time what stands there by then. */
export async function doublePress(control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  await control.hover();
  const box = await control.boundingBox();
  if (!box) throw new Error(`not in sight: ${control}`);
  const { mouse } = control.page();
  await mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 2, delay: 60 });
}
