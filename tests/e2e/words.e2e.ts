import { expect, test } from "playwright/test";
import { check, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

const MOVED = "The second expert made the costs concrete, and I had not thought of who pays.";
const STAYED = "Borders are drawn by those who walk them.";

test("[V18] the host shows a mover's words: on a phone, in the results and on the projector, and takes them back @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { cookie, code, key } = await openSession(program, {});
  const host = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const [ada, bob] = [await joinBySocket(program.url, code), await joinBySocket(program.url, code)];
  const pages = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" });
  const { phone, host: room, wall, results } = pages;
  await phone.getByRole("button", { name: "Join" }).click();
  await moveTo(host, "before");
  await phone.getByRole("button", { name: /^For/u }).click();
  await expect(phone.getByText("may show it to the class without your name")).toBeVisible();
  await ada.send("ballot:cast", ballot("for"));
  await bob.send("ballot:cast", ballot("against"));
  await moveTo(host, "after");
  await ada.send("ballot:cast", { ...ballot("against", "after"), reason: MOVED, confidence: 4 });
  await bob.send("ballot:cast", { ...ballot("against", "after"), reason: STAYED });
  await moveTo(host, "results");

  await room.locator("summary", { hasText: "What they said" }).click();
  const moved = room.getByRole("region", { name: "Moved toward Against (1)" }).getByRole("article");
  await expect(moved).toContainText(MOVED);
  await moved.getByRole("switch").click();
  await expect(phone.getByText(MOVED)).toBeVisible();
  await room.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(phone.getByText(MOVED)).toHaveCount(0);
  await expect(moved.getByRole("switch")).not.toBeChecked();

  await moved.getByRole("switch").click();
  await moved.getByRole("button", { name: /^Show on projector/u }).click();
  for (const page of [phone, wall]) await expect(page.getByText(MOVED)).toBeVisible();
  await expect(room.getByRole("region", { name: "Projector controls" })).toContainText(MOVED.slice(0, 20));
  await results.reload();
  await results.locator("summary", { hasText: "In their own words" }).click();
  await expect(results.getByText(MOVED)).toBeVisible();
  for (const page of [phone, wall, results]) await expect(page.getByText(STAYED)).toHaveCount(0);
  for (const [name, page] of Object.entries(pages)) await check(page, `words ${name}`);

  // The answer is lost, and the words are hidden all the same: the switch says what the server has.
  await room.route("**/picks", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await moved.getByRole("switch").click();
  await expect(
    room.getByText("No connection. This wasn’t confirmed, and the server won’t start it later."),
  ).toBeVisible();
  await expect(moved.getByRole("switch")).not.toBeChecked();
  for (const page of [phone, wall]) await expect(page.getByText(MOVED)).toHaveCount(0);
  await room.getByLabel("Search").fill("walk them");
  await expect(moved).toHaveCount(0);
  await expect(room.getByText(STAYED)).toBeVisible();
  for (const client of [host, ada, bob]) client.close();
});
