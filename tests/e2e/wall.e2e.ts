import { expect, type Page } from "playwright/test";
import { collectBytes } from "#tests/e2e/support/bytes.ts";
import { check, openFaces, openHosted } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";

const INSULT = "Whoever sells this card is a fool, and so is my neighbour.";
const ARGUMENT = "Geography does not bargain: a border of four thousand kilometres stays where it is.";

/** A session in its rebuttal phase, with an insult and an argument, and every screen open. */
async function arguing(browser: Parameters<typeof openFaces>[0]) {
  const { program, cookie, code, key, host } = await openHosted();
  const ada = await joinBySocket(program.url, code);
  const pages = await openFaces(browser, program, { cookie, code, key }, ["host", "wall"]);
  const received = collectBytes(pages.wall);
  await pages.wall.reload();
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const [insult, argument] = [rebuttal({ body: INSULT, side: "against" }), rebuttal({ body: ARGUMENT })];
  for (const posted of [insult, argument]) await ada.send("rebuttal:post", posted);
  const card = (words: string) =>
    pages.host.getByRole("main").getByRole("listitem").filter({ hasText: words });
  await expect(card(INSULT)).toBeVisible();
  return { program, host, ada, pages, received, card, insult, argument };
}

const blankButton = (page: Page) => page.getByRole("button", { name: "Blank projector" });
const isBlank = (page: Page) => expect(page.getByText("The projector is blank.")).toBeAttached();

test("[V12][V13] the projector shows the rebuttal that the host puts there, nothing when blanked, and none that is hidden", async ({
  browser,
}) => {
  const lesson = await arguing(browser);
  const { pages, card, received, host, insult } = lesson;
  const { host: room, wall } = pages;
  await expect(wall.getByText("What would you answer?")).toBeVisible();
  const now = room.getByRole("region", { name: "Projector controls" });
  await expect(now).toContainText("On the projector: Rebuttals");
  await check(room, "wall room calm");

  await card(ARGUMENT).getByRole("button", { name: "Show on projector" }).click();
  await expect(wall.getByText(ARGUMENT)).toBeVisible();
  await expect(now).toContainText(ARGUMENT.slice(0, 20));
  await check(room, "wall room put");
  await check(wall, "wall put");
  // The insult has been there for longer; neither its words nor its number came to the projector.
  for (const body of await received.all()) {
    expect(body).not.toContain("fool");
    expect(body).not.toContain(insult.id);
  }

  await blankButton(room).click();
  await isBlank(wall);
  await expect(wall.getByText(ARGUMENT)).toHaveCount(0);
  await expect(blankButton(room)).toHaveAttribute("aria-pressed", "true");
  await check(room, "wall room blank");
  await check(wall, "wall blank");
  // [V50]
  await blankButton(room).click();
  await expect(wall.getByText(ARGUMENT)).toBeVisible();

  await card(INSULT).getByRole("button", { name: "Show on projector" }).click();
  await expect(wall.getByText(INSULT)).toBeVisible();
  await card(INSULT).getByRole("button", { name: "Hide" }).click();
  await expect(wall.getByText(INSULT)).toHaveCount(0);
  await expect(now.getByRole("button", { name: "Take off" })).toHaveCount(0);
  await moveTo(host, "after", { questions: { readingVote: true } });
  await expect(wall.getByText("Vote again", { exact: true })).toBeVisible();
});
