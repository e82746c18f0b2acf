import { expect } from "playwright/test";
import { checkByAxe, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";

test("[P16] [P17] [P18] a student's best argument and rating survive a reload, new words, a lost connection, and that the class moves on", async ({
  browser,
}) => {
  const program = sharedProgram();
  const settings = { activities: { steelman: {} } } as const;
  const session = await openSession(program, settings);
  const { cookie, code } = session;
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const phone = await joinByPhone(program.url, code, context);
  const bob = await joinBySocket(program.url, code);
  await moveTo(remote, "after", settings);
  await phone.getByRole("button", { name: /^For/u }).click();
  await phone.getByText("Counted.").waitFor();
  await bob.send("ballot:cast", ballot("against", "after"));
  await moveTo(remote, "steelman", settings);
  const field = phone.getByLabel("The best argument Against");

  await test.step("[P17] an answer that is not sent yet was about the words before", async () => {
    await bob.send("steelman:write", { body: "Trade has kept the peace elsewhere." });
    await phone.getByRole("button", { name: "Get one to rate" }).click();
    const fair = phone.getByRole("radio", { name: "Fair", exact: true });
    await fair.check();
    await bob.send("steelman:write", { body: "Trade has kept the peace elsewhere. It pays, too." });
    await expect(phone.getByText("Please rate the new version.")).toBeVisible();
    await expect(fair).not.toBeChecked();
    await checkByAxe(phone, "steelman phone");
    const { host } = await openFaces(browser, program, session, ["host"]);
    await expect(host.getByText("It pays, too.")).toBeVisible();
    await checkByAxe(host, "steelman host");
    await fair.check();
    await phone.getByLabel("A word why").fill("That is it.");
    await context.setOffline(true);
    await phone.getByRole("button", { name: "Send", exact: true }).last().click();
    // [P18] What waits for a connection is changed from what was answered.
    await phone.getByRole("button", { name: "Change my answer" }).click();
    await expect(fair).toBeChecked();
    await expect(phone.getByLabel("A word why")).toHaveValue("That is it.");
    await phone.getByRole("button", { name: "Send", exact: true }).last().click();
    await context.setOffline(false);
    await bob.hearsMine(({ steelman }) => steelman?.own?.scores[0]?.why === "That is it.");
  });

  await test.step("[P16] an argument that was not sent when the class moved on can be read, and goes on if the class comes back", async () => {
    await field.fill("Half of an argument");
    await moveTo(remote, "results", settings);
    const main = phone.getByRole("main");
    await expect(main.getByText("Your argument for the other side wasn’t sent")).toBeVisible();
    await phone.reload();
    await expect(main.getByText("Half of an argument")).toBeVisible();
    const { version } = (await remote.sync()).session;
    await remote.send("host:phase", { to: "steelman", version });
    await expect(field).toHaveValue("Half of an argument");
    await expect(main.getByText("wasn’t sent")).toHaveCount(0);
    await moveTo(remote, "results", settings);
    await main.getByRole("button", { name: "Dismiss" }).click();
    await expect(main.getByText("Half of an argument")).toHaveCount(0);
  });
  for (const client of [bob, remote]) client.close();
});
