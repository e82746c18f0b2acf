import { expect, test } from "playwright/test";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { check } from "#tests/e2e/support/faces.ts";
import { ARGUMENT, button, isAt, next, votedClass } from "#tests/e2e/support/reveal-control.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[V12][V13] the host puts charts, paragraphs, rebuttals and thanks on the projector, and blanks it @long", async ({
  browser,
}) => {
  using lesson = await votedClass();
  const { code, host, argument } = lesson;
  const room = await lesson.open(browser, `/host/${code}`);
  await moveTo(host, "reading");
  const now = room.getByRole("region", { name: "Projector controls" });
  const onWall = async () => (await host.sync()).session.wall;
  const puts = async (wall: Snapshot["wall"], said: string) => {
    await expect(now).toContainText(said);
    expect(await onWall()).toEqual(wall);
  };

  await test.step("a paragraph while the class reads", async () => {
    await room.getByText("Show a paragraph on the projector").first().click();
    const paragraph = room.getByRole("main").getByRole("listitem").nth(1);
    await paragraph.getByRole("button", { name: "Show on projector: paragraph 2, For" }).click();
    await puts({ paragraph: { side: "for", n: 2 } }, "On the projector: paragraph 2, For");
    await check(room, "reveal control paragraph");
    await now.getByRole("button", { name: "Take off" }).click();
    await expect(now).toContainText("On the projector: Reading");
  });

  const picks = room.getByRole("region", { name: "Show on the projector" });
  await test.step("a picture only from its step on", async () => {
    await moveTo(host, "results");
    await isAt(room, "Voting is over");
    await expect(picks.getByRole("button")).toHaveText(["Thank you"]);
    await button(room, "Could it be chance?: go there").click();
    await expect(picks.getByRole("button")).toHaveText([
      "Who moved",
      "Each side’s swing",
      "Could it be chance?",
      "Thank you",
    ]);
    await picks.getByRole("button", { name: "Who moved" }).click();
    await puts({ chart: "flow" }, "On the projector: Who moved");
    await expect(picks.getByRole("button", { name: "Who moved" })).toHaveAttribute("aria-pressed", "true");
    await check(room, "reveal control chart");
    await picks.getByRole("button", { name: "Each side’s swing" }).click();
    await puts({ chart: "swing" }, "On the projector: Each side’s swing");
    await picks.getByRole("button", { name: "Each side’s swing" }).click();
    await expect(now).toContainText("On the projector: Could it be chance?");
    expect(await onWall()).toBeUndefined();
  });

  await test.step("a rebuttal and a paragraph that moved people, and thanks", async () => {
    await room.locator("summary", { hasText: "What people say moved them" }).click();
    const card = room.getByRole("main").getByRole("article").filter({ hasText: ARGUMENT }).last();
    await card.getByRole("button", { name: "Show on projector" }).click();
    await puts({ rebuttalId: argument.id }, ARGUMENT.slice(0, 20));
    await expect(card.getByRole("button", { name: "Take off" })).toBeVisible();
    await picks.getByRole("button", { name: "Thank you" }).click();
    await puts("thanks", "“Thank you”");
  });

  await test.step("blank hides it, and the next step ends that", async () => {
    await room.getByRole("button", { name: "Blank projector" }).click();
    await puts("blank", "nothing (blank)");
    await next(room, "Show what people say moved them").click();
    await isAt(room, "What people say moved them");
    expect(await onWall()).toBeUndefined();
  });
});
