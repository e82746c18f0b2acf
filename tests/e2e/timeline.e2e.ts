import { expect, test } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { pressOn } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { postJson, signIn } from "#tests/support/requests.ts";

test("[V24] the replay is loaded when it is unfolded, walked through by keyboard, touch and play button, and prints whole @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const cookie = await signIn(url);
  const opened = await postJson(`${url}/api/sessions`, { debateId: "japan-russia-card" }, cookie);
  const { code } = await opened.json();
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const [ada, bob] = [await joinBySocket(url, code), await joinBySocket(url, code)];
  await moveTo(host, "before");
  for (const student of [ada, bob]) await student.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  const { id } = rebuttal();
  await ada.send("rebuttal:post", rebuttal({ id }));
  await bob.send("rebuttal:endorse", { rebuttalId: id, on: true });
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("against", "after"));
  await moveTo(host, "results");
  for (const client of [host, ada, bob]) client.close();

  const context = await browser.newContext({ viewport: { width: 320, height: 568 }, hasTouch: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${url}/results/${code}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(asked).not.toContain(`/api/sessions/${code}/timeline`);

  const title = page.getByRole("heading", { name: "Replay" });
  await page.emulateMedia({ media: "print" });
  await expect(title).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await title.click();
  const slider = page.getByRole("slider", { name: "Moment in the session" });
  await expect(slider).toHaveAttribute(
    "aria-valuetext",
    /, Results: 1 of 2 in the last vote, 1 rebuttal, 1 “This is persuasive”$/u,
  );
  await pressOn(slider, "Home");
  await expect(slider).toHaveAttribute(
    "aria-valuetext",
    /, First vote: 0 of 2 had voted, no rebuttals, no “This is persuasive”$/u,
  );
  // What a thumb presses stays where it is while the clock and the phase above the picture change.
  const below = () =>
    slider.evaluate(
      (element) =>
        element.getBoundingClientRect().top - (element.closest("figure")?.getBoundingClientRect().top ?? 0),
    );
  const places = new Set<number>();
  for (let place = 0; place <= Number(await slider.getAttribute("max")); place++) {
    await slider.fill(`${place}`);
    places.add(await below());
  }
  expect([...places]).toHaveLength(1);
  // Phases too narrow for their names have them upright, above the first lane.
  const edge = async (text: string, side: "top" | "bottom") =>
    slider
      .locator("..")
      .getByText(text)
      .first()
      .evaluate((element, at) => element.getBoundingClientRect()[at], side);
  expect(await edge("First vote", "bottom")).toBeLessThanOrEqual(await edge("Votes", "top"));
  await pressOn(slider, "Home");
  const box = await slider.boundingBox();
  if (!box) throw new Error("the slider has no place");
  await page.touchscreen.tap(box.x + box.width - 1, box.y + box.height / 2);
  await expect(slider).toHaveAttribute("aria-valuetext", /, Results: /u);
  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  expect(await findProblems(page, "timeline-phone")).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);

  await page.emulateMedia({ media: "print" });
  await expect(slider).toBeHidden();
  await expect(page.getByRole("button", { name: "Play" })).toBeHidden();
  await context.close();
});
