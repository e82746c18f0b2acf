import { randomUUID } from "node:crypto";
import { expect, type Page } from "playwright/test";
import type { z } from "zod";
import type { ClassAnswer, SessionClass } from "#debate/protocol/answers/class-answers.ts";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { postJson } from "#tests/support/requests.ts";

const LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximiliane";
const NAMES = [
  LONG,
  "Ada Lovelace",
  "佐藤 さくら",
  ...Array.from({ length: 27 }, (_, n) => `Student ${n + 1}`),
];

test("[Q7] [Q8] students choose their names on phones, with and without scripts; who lost theirs comes back by code", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const { word, code, students } = await openForClass(url, cookie);
  const phone = async (options = {}) => {
    const page = await (await browser.newContext({ ...PHONE, ...options })).newPage();
    await page.goto(`${url}/s/${code}`);
    return page;
  };
  const say = async (page: Page, said: string) => {
    await page.getByLabel("Your class’s word").fill(said);
    await page.getByRole("button", { name: "Continue" }).click();
  };
  const isIn = (page: Page) => expect(page.getByRole("heading", { name: "You are in" })).toBeVisible();

  const sakura = await phone({ viewport: { width: 320, height: 568 } });
  await say(sakura, "not the word");
  await expect(sakura.getByText("That isn’t your class’s word.")).toBeVisible();
  await say(sakura, word.toUpperCase());
  await expect(sakura.getByRole("radio")).toHaveCount(NAMES.length);
  expect(await sakura.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await findProblems(sakura)).toEqual([]);
  // Back to the word, forward, and again after a reload.
  await sakura.goBack();
  await expect(sakura.getByLabel("Your class’s word")).toHaveValue(word.toUpperCase());
  await sakura.goForward();
  await sakura.reload();
  await sakura.getByLabel("Find your name").fill("さくら");
  await sakura.getByRole("radio", { name: "佐藤 さくら" }).check();
  await sakura.getByRole("button", { name: /^Join as .*佐藤 さくら/u }).click();
  await isIn(sakura);

  const lost = await phone();
  await say(lost, word);
  await lost.getByRole("radio", { name: /佐藤 さくら/u }).check();
  await expect(lost.getByText("Is this you?")).toBeVisible();
  await lost.getByText("I have a personal code").click();
  const { code: pass = "" } = students.find(({ name }) => name === "佐藤 さくら") ?? {};
  await lost.getByLabel("Your personal code").fill(pass.toLowerCase());
  await lost.getByRole("button", { name: "Join", exact: true }).click();
  await isIn(lost);

  const plain = await phone({ javaScriptEnabled: false });
  const send = async (name: string) => {
    await plain.getByLabel("Your class’s word").fill(word);
    await plain.getByLabel("Your name").fill(name);
    await plain.getByRole("button", { name: "Join" }).first().click();
  };
  await send("佐藤さくら");
  await expect(plain.getByText("Is this you?")).toBeVisible();
  await send("ada  lovelace");
  await isIn(plain);

  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.context().addCookies(toCookies(cookie, url));
  await page.goto(`${url}/host/${code}/codes`);
  await page.getByLabel("Late student").fill("Zoe");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Zoe" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Ada Lovelace" })).toContainText("Used");
  await expect(page.getByRole("listitem").first()).toContainText("Ada Lovelace");
  expect(await findProblems(page)).toEqual([]);
});

async function openForClass(url: string, cookie: string) {
  const students = NAMES.map((name) => ({ name }));
  const listed = await postJson(`${url}/api/classes`, { id: randomUUID(), name: "3B", students }, cookie);
  const { id, word } = ((await listed.json()) as z.infer<typeof ClassAnswer>).class;
  const opening = { debateId: "japan-russia-card", classId: id, settings: { identity: "named" } };
  const { code } = await (await postJson(`${url}/api/sessions`, opening, cookie)).json();
  const found = await fetch(`${url}/api/sessions/${code}/class`, { headers: { cookie } });
  return { word, code, students: ((await found.json()) as SessionClass).students };
}
