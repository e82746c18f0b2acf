import { expect, test } from "playwright/test";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { pressOn, toCookies } from "#tests/e2e/support/faces.ts";
import { joinByPhone, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { expectForThumbs } from "#tests/e2e/support/targets.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { postJson, signIn } from "#tests/support/requests.ts";

test("[Y2, Y4, Y6] a kit is written, its terms explain themselves on a phone, and its questions are answered there @long", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const cookie = await signIn(url);
  const { id: _, kit: __, ...content } = BUILT_IN_DEBATE;
  const made = await postJson(`${url}/api/debates`, { debate: content }, cookie);
  const { id } = ((await made.json()) as { debate: { id: string } }).debate;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  await context.addCookies(toCookies(cookie, url));
  const host = await context.newPage();

  await host.goto(`${url}/debates/${id}/kit`);
  await host.getByRole("button", { name: "Start with suggested plans" }).click();
  await host.getByRole("button", { name: "Add a word" }).click();
  await host.getByLabel("Word", { exact: true }).fill("China");
  await host.getByLabel("What it means").fill("A neighbor of both, 中国《ちゅうごく》");
  await host.getByRole("button", { name: "Add a question" }).click();
  await host.getByLabel("Question", { exact: true }).fill("Who argues For?");
  await host.getByLabel("Answers to choose from").fill("A man from Moscow\nA man from Tokyo");
  await host.getByLabel("Right answer").selectOption({ index: 1 });
  await host.getByLabel("Reading", { exact: true }).fill("Walk around and listen.");
  // Kept on the device meanwhile.
  await expect(host.getByText("Not saved yet. Kept on this device meanwhile.")).toBeVisible();
  await host.getByRole("button", { name: "Save", exact: true }).click();
  await expect(host.getByText("Everything is saved.")).toBeVisible();
  expect(await findProblems(host, "kit/desk")).toEqual([]);
  await host.getByRole("link", { name: "Answer key" }).click();
  await expect(host.getByRole("article").getByText("A man from Tokyo")).toBeVisible();

  // [D22] A draft has no kit: its prints lead to the draft.
  const kept = await postJson(`${url}/api/debates`, { debate: content, draft: true }, cookie);
  const draft = ((await kept.json()) as { debate: { id: string } }).debate.id;
  await host.goto(`${url}/debates/${draft}/kit/print?what=handout`);
  await expect(host).toHaveURL(`${url}/debates/${draft}`);

  const settings = { activities: { comprehension: {} } };
  const opened = await postJson(`${url}/api/sessions`, { debateId: id, settings }, cookie);
  const { code } = (await opened.json()) as { code: string };
  await host.goto(`${url}/host/${code}`);
  const phone = await joinByPhone(url, code, await browser.newContext({ ...PHONE, reducedMotion: "reduce" }));
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "before");
  await moveTo(remote, "reading");
  remote.close();
  const notes = host.getByRole("region", { name: "Notes for this debate" });
  await expect(notes.getByText("Walk around and listen.")).toBeVisible();

  const term = phone.getByRole("button", { name: "China", exact: true }).first();
  await pressOn(term, "Enter");
  await expect(phone.getByRole("region", { name: "Meaning" })).toContainText("A neighbor of both");
  // [E10] What is read out has no readings twice.
  await expect(
    phone.locator("[aria-live=polite]").getByText("China: A neighbor of both, 中国", { exact: true }),
  ).toBeAttached();
  expect(await findProblems(phone, "kit/term")).toEqual([]);
  await phone.keyboard.press("Escape");
  await expect(phone.getByRole("region", { name: "Meaning" })).toBeHidden();
  await expect(term).toBeFocused();
  await expectForThumbs(phone.getByRole("link", { name: /^1 question for you/u }));
  await phone.getByLabel("A man from Tokyo").check();
  await expect(phone.getByText("Saved. You can change your answers")).toBeVisible();
  await expect(host.getByText("1 of 1 have answered")).toBeVisible();
});
