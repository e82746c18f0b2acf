import { expect, test } from "playwright/test";
import { openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

test("[F18] words that were not sent, and that nothing moved me, are still there after a reload @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const settings = { activities: { steelman: {} } } as const;
  const { cookie, code } = await openSession(program, settings);
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const bob = await joinBySocket(url, code);
  const reload = async () => {
    await phone.reload();
    await whenInteractive(phone);
  };

  await moveTo(remote, "rebuttal", settings);
  await bob.send("rebuttal:post", rebuttal({ body: "Only a fool would sell." }));
  await test.step("the reason of a report", async () => {
    const report = phone.getByRole("button", { name: /^Report/u });
    const wrong = phone.getByLabel("Add a few words");
    await report.click();
    await wrong.fill("It calls people names.");
    await reload();
    await report.click();
    await expect(wrong).toHaveValue("It calls people names.");
    await phone.getByRole("button", { name: "Something else" }).click();
    await expect(phone.getByText("You reported this. Your instructor will decide.")).toBeVisible();
  });

  await moveTo(remote, "after", settings);
  await vote(phone, "for");
  await bob.send("ballot:cast", ballot("against", "after"));
  await test.step("a reason that is too long, and that nothing moved me", async () => {
    const reason = phone.getByLabel(/^Why\?/u);
    const nothing = phone.getByRole("radio", { name: "Nothing" });
    await reason.fill("x".repeat(281));
    await nothing.check();
    await reload();
    await expect(reason).toHaveValue("x".repeat(281));
    await expect(nothing).toBeChecked();
    await reason.fill("Trade keeps the peace.");
    await phone.getByRole("radio", { name: "Paragraph" }).check();
    await reload();
    await expect(reason).toHaveValue("Trade keeps the peace.");
    await expect(nothing).not.toBeChecked();
  });

  await moveTo(remote, "steelman", settings);
  await bob.send("steelman:write", { body: "Trade has kept the peace elsewhere." });
  await test.step("a word why for a best argument", async () => {
    await phone.getByRole("button", { name: "Get one to rate" }).click();
    const why = phone.getByLabel("A word why");
    await why.fill("We never said that.");
    await reload();
    await expect(why).toHaveValue("We never said that.");
    await phone.getByRole("radio", { name: "Fair", exact: true }).check();
    await phone.getByRole("article").getByRole("button", { name: "Send", exact: true }).click();
    await bob.hearsMine(({ steelman }) => steelman?.own?.scores[0]?.why === "We never said that.");
  });
  for (const client of [bob, remote]) client.close();
});
