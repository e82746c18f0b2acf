import { expect, test } from "playwright/test";
import { check, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { keyIn, postJson } from "#tests/support/requests.ts";

test("[P16, P17, P18, P19, P20, R16] the other side's best argument is written, rated, rewritten and hidden @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { activities: { steelman: {} } } as const;
  const { cookie, code, key } = await openSession(program, settings);
  const { host, wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
    "wall",
  ]);
  const phone = await joinByPhone(
    program.url,
    code,
    await browser.newContext({ ...PHONE, reducedMotion: "reduce" }),
  );
  const bob = await joinBySocket(program.url, code);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "after", settings);
  await phone.getByRole("button", { name: /^For/u }).click();
  await phone.getByText("Counted.").waitFor();
  await bob.send("ballot:cast", ballot("against", "after"));
  await host.getByRole("button", { name: "Close the vote and argue the other side" }).first().click();
  const asked = host.getByRole("dialog");
  await expect(asked.getByRole("button", { name: "Skip to the results" })).toBeVisible();
  await asked.getByRole("button", { name: "Close the vote and argue the other side" }).click();

  const field = phone.getByLabel("The best argument Against");
  await field.fill("A neighbor that was promised islands");
  // What is typed is kept through a reload.
  await phone.reload();
  await expect(field).toHaveValue("A neighbor that was promised islands");
  await check(phone, "steelman/writing/phone", { isBoth: true });
  await field.fill("A neighbor that was promised islands before gives none for trade.");
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await expect(phone.getByText("Sent", { exact: true })).toBeVisible();
  await expect(wall.getByText("1 of 2 have written")).toBeVisible();
  await check(wall, "steelman/wall");

  await bob.send("steelman:ask", {});
  const { you } = await bob.sync();
  const steelmanId = you?.steelman?.given[0]?.id ?? "";
  await bob.send("steelman:rate", { steelmanId, fair: false, why: "We mean the law." });
  await expect(phone.getByText("Not what we mean")).toBeVisible();
  await expect(phone.getByText("We mean the law.")).toBeVisible();
  await expect(host.getByText("We mean the law.")).toBeVisible();
  await check(host, "steelman/host", { isBoth: true });
  // [A3] An assistant reads it without its writer, and is told why.
  const { url: link } = await postJson(
    `${program.url}/api/sessions/${code}/links/assistant`,
    {},
    cookie,
  ).then((made) => made.json() as Promise<{ url: string }>);
  const assistant = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await assistant.goto(`${program.url}/host/${code}?key=${keyIn(link)}`);
  await expect(assistant.getByText("A neighbor that was promised islands before")).toBeVisible();
  await expect(assistant.getByText("Names are left out here")).toBeVisible();
  await expect(assistant.getByText("Only you and the writer see")).toHaveCount(0);
  await check(assistant, "steelman/assistant");
  await assistant.close();

  await bob.send("steelman:write", { body: "Trade has kept the peace elsewhere." });
  await phone.getByRole("button", { name: "Get one to rate" }).click();
  const fair = phone.getByRole("radio", { name: "Fair", exact: true });
  await fair.check();
  // [P17] An answer that is not sent yet was about the words before.
  await bob.send("steelman:write", { body: "Trade has kept the peace elsewhere. It pays, too." });
  await expect(phone.getByText("Please rate the new version.")).toBeVisible();
  await expect(fair).not.toBeChecked();
  // [P20] Nor does the host read the words before.
  await expect(host.getByText("It pays, too.")).toBeVisible();
  await check(phone, "steelman/rewritten/phone", { isBoth: true });
  await fair.check();
  await phone.getByLabel("A word why").fill("That is it.");
  await phone.context().setOffline(true);
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  // [P18] What waits for a connection is changed from what was answered.
  await phone.getByRole("button", { name: "Change my answer" }).click();
  await expect(fair).toBeChecked();
  await expect(phone.getByLabel("A word why")).toHaveValue("That is it.");
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await phone.context().setOffline(false);
  await bob.hearsMine(({ steelman }) => steelman?.own?.scores[0]?.why === "That is it.");
  await check(phone, "steelman/rated/phone", { isBoth: true });

  await phone.getByRole("button", { name: "Rewrite it" }).click();
  await field.fill("The law says who owns the islands, and no trade changes that.");
  await phone.getByRole("button", { name: "Send the new version" }).click();
  await expect(phone.getByText("No one has rated it yet.")).toBeVisible();
  await host.getByRole("button", { name: /^Hide: .*The law says/u }).click();
  await expect(phone.getByText("Taken down by your instructor")).toBeVisible();
  // [R16] With all that others wrote, and said so.
  await host.getByRole("button", { name: "Select people" }).click();
  await host.getByRole("button", { name: "Select the 2 shown" }).click();
  await host.getByRole("button", { name: "Hide what they wrote" }).click();
  await expect(host.getByRole("dialog")).toContainText("no longer given to anyone to rate");
  await check(host, "steelman/hide words", { isBoth: true });
  await host.getByRole("button", { name: "Hide what 2 people wrote" }).click();
  await expect(host.getByText("Hidden: 1 argument for the other side")).toBeVisible();
  await expect(phone.getByRole("button", { name: /^Get one/u })).toBeVisible();
  await host
    .getByRole("button", { name: /^Remove /u })
    .first()
    .click();
  await expect(
    host.getByRole("button", { name: "Only hide their rebuttals and best argument" }),
  ).toBeVisible();
  await host.keyboard.press("Escape");
  await moveTo(remote, "results", settings);
  await expect(phone.getByRole("tab", { name: "Result" })).toBeVisible();
  await host.getByText("The other side’s best argument", { exact: true }).last().click();
  await expect(host.getByText("Trade has kept the peace elsewhere.")).toBeVisible();
  for (const client of [bob, remote]) client.close();
});

test("[P16] a best argument that was not sent when the class moved on is still there to be read", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { activities: { steelman: {} } } as const;
  const { cookie, code } = await openSession(program, settings);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const phone = await joinByPhone(
    program.url,
    code,
    await browser.newContext({ ...PHONE, reducedMotion: "reduce" }),
  );
  await moveTo(remote, "steelman", settings);
  await phone.getByRole("radio", { name: "For" }).check();
  await phone.getByLabel("The best argument For").fill("Half of an argument");
  await moveTo(remote, "results", settings);
  const main = phone.getByRole("main");
  await expect(main.getByText("Your argument for the other side wasn’t sent")).toBeVisible();
  await expect(main.getByText("Half of an argument")).toBeVisible();
  await phone.reload();
  await expect(main.getByText("Half of an argument")).toBeVisible();
  await check(phone, "steelman/unsent/phone");
  // It is the draft still: if the class comes back, it goes on.
  const { version } = (await remote.sync()).session;
  await remote.send("host:phase", { to: "steelman", version });
  await expect(phone.getByLabel("The best argument For")).toHaveValue("Half of an argument");
  await expect(main.getByText("wasn’t sent")).toHaveCount(0);
  await moveTo(remote, "results", settings);
  await main.getByRole("button", { name: "Dismiss" }).click();
  await expect(main.getByText("Half of an argument")).toHaveCount(0);
  remote.close();
});
