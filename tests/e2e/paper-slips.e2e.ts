import { expect, test } from "playwright/test";
import { openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";

test("[Y9] a slip goes without the votes of a round that the class went back from, and says only then that there are results @long", async ({
  browser,
}) => {
  const settings = { identity: "pseudonym", activities: { steelman: {} } } as const;
  const program = await sharedProgram();
  const { url } = program;
  const { code, cookie } = await openSession(program, settings);
  const wand = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const host = await context.newPage();
  await moveTo(wand, "after", settings);
  await host.goto(`${url}/host/${code}`);
  const paper = host.getByRole("region", { name: "Votes on paper" });
  await paper.getByText("Type in ballot slips").click();
  const choose = (round: string) => paper.getByRole("combobox", { name: round }).first();
  const add = paper.getByRole("button", { name: "Add this slip" });
  const slips = paper.getByRole("listitem");
  const hasResults = paper.getByText("The class already has its results.");

  await choose("Before").selectOption("for");
  await choose("After").selectOption("against");
  await moveTo(wand, "rebuttal", settings);
  await expect(choose("After")).toBeHidden();
  await add.click();
  await expect(slips).toHaveCount(1);
  await expect(hasResults).toBeHidden();

  await moveTo(wand, "results", settings);
  await expect(paper).toBeHidden();
  await moveTo(wand, "steelman", settings);
  await paper.getByText("Type in ballot slips").click();
  await choose("Before").selectOption("for");
  await add.click();
  await expect(hasResults).toBeVisible();
  // A phase with the same rounds.
  await moveTo(wand, "after", settings);
  await expect(hasResults).toBeHidden();
  await expect(choose("Before")).toHaveValue("for");
  await add.click();
  await expect(slips).toHaveCount(2);
  wand.close();
});
