import { expect, type Locator, type Page, test } from "playwright/test";
import { doublePress } from "#tests/e2e/support/double-press.ts";
import { check, openFaces, openSession } from "#tests/e2e/support/faces.ts";
import { joinByPhone, joinBySocket, PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { ja: japanese } = ALL_WORDS;

test("[P23, P24, P25, P26] two who voted differently find each other, the script says whose turn it is, and a latecomer is seated @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { activities: { pairs: { when: "instead", by: "voice" } } } as const;
  const { cookie, code, key } = await openSession(program, settings);
  const { host, wall } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, [
    "host",
    "wall",
  ]);
  const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${program.url}/s/${code}`);
  // [P26] Before anyone joins.
  await expect(page.getByText("see how each of you voted, but not your made-up names")).toBeVisible();
  await page.close();
  const phone = await joinByPhone(program.url, code, context);
  const bob = await joinBySocket(program.url, code);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "before", settings);
  await phone.getByRole("button", { name: /^For/u }).click();
  await bob.send("ballot:cast", ballot("against"));
  await moveTo(remote, "reading", settings);

  await expect(host.getByText(/^Those who chose a side are evenly split: a good mix/u).first()).toBeVisible();
  await host.getByRole("button", { name: "Start the pairs" }).first().click();
  const asked = host.getByRole("dialog", { name: "Start “Pairs”?" });
  await expect(asked.getByRole("button", { name: "Skip to the vote" })).toBeVisible();
  await asked.getByRole("button", { name: "Start the pairs" }).click();
  await expect(phone.getByText("You will be paired")).toBeVisible();
  await expect(wall.getByText("Where possible, someone who sees it differently")).toBeVisible();
  // [P7] "Start" comes into the same place, where nothing above goes.
  await host.getByRole("button", { name: "Close suggestion" }).click();
  await expect(host.getByRole("complementary", { name: "Suggestion" })).toHaveCount(0);
  await doublePress(host.getByRole("button", { name: "Pair the class" }));
  await expect(phone.getByRole("heading", { name: "Table 1" })).toBeVisible();
  const start = host.getByRole("button", { name: "Start the script" });
  await expect(start).toBeEnabled();
  expect((await remote.sync()).session.pairs).not.toHaveProperty("startedAt");
  await expect(phone.getByRole("tabpanel").getByText("Against", { exact: true }).first()).toBeVisible();
  // [P40] Nor does the phone show the own one to those who sit beside it.
  await expect(phone.getByRole("banner")).not.toContainText("You are");
  await check(phone, "pairs/found/phone", { isBoth: true });
  await check(wall, "pairs/found/wall");
  await doublePress(start);
  const turn = phone.getByText(/You speak: say what you think|speaks\. Listen/u).first();
  await expect(turn).toBeVisible();
  await test.step("[P25] a script that runs ends or begins anew after a question", async () => {
    const begun = (await remote.sync()).session.pairs?.startedAt;
    const question = host.getByRole("dialog");
    for (const [name, title] of [
      ["Start again", "Start the script again?"],
      ["End the script", "End the script?"],
    ] as const) {
      await host.getByRole("button", { name }).click();
      await expect(question).toContainText(title);
      await question.getByRole("button", { name: "Cancel" }).click();
      await expect(question).toHaveCount(0);
      await expect(host.getByRole("button", { name })).toBeFocused();
    }
    expect((await remote.sync()).session.pairs?.startedAt).toBe(begun);
    await host.getByRole("button", { name: "Start again" }).click();
    await question.getByRole("button", { name: "Start again" }).click();
    await expect(question).toHaveCount(0);
    expect((await remote.sync()).session.pairs?.startedAt).toBeGreaterThan(begun ?? 0);
  });
  // Also on a small phone without scrolling.
  await phone.setViewportSize({ width: 320, height: 568 });
  await expect(turn).toBeInViewport({ ratio: 1 });
  // [F19]
  await context.setOffline(true);
  await expect(phone.getByRole("banner").getByText("Reconnecting.")).toBeVisible();
  await expect(phone.locator("[data-held-up]")).toHaveCount(0);
  await context.setOffline(false);
  await expect(phone.getByText("Reconnecting.")).toHaveCount(0);
  // [E12] Nor are words cut in two there, beside a scrollbar.
  await phone.setViewportSize({ width: 305, height: 568 });
  const { steps, write } = japanese.student.pairs;
  for (const { you } of [steps.restate, write.restate]) {
    const lines = await linesInJapanese(turn, you.replace("{name}", "五十嵐 さくら"));
    for (const word of ["直して", "ください", "という"])
      expect(lines).toContainEqual(expect.stringContaining(word));
  }
  await phone.setViewportSize(PHONE.viewport);
  await expect(wall.getByText("Say what you think, and why")).toBeVisible();
  await check(host, "pairs/running/host", { isBoth: true });
  await check(wall, "pairs/running/wall");

  const third = await latecomer(browser, program.url, code);
  await expect(third.getByRole("heading", { name: "Table 1" })).toBeVisible({ timeout: 20_000 });
  // [P40] At a table pseudonyms are not told, and [P41] votes to no one who had none when the class was paired.
  await expect(phone.getByText("Look for your two partners at this table.")).toBeVisible();
  await expect(third.getByText("You see no votes here")).toBeVisible();
  await check(phone, "pairs/three/phone");
  await check(third, "pairs/three/latecomer");
  for (const client of [bob, remote]) client.close();
});

test("[P37, P38, P39] who can’t find a partner asks the partner’s phone and the host, and everyone keeps their place @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = { activities: { pairs: { when: "instead", by: "voice" } }, identity: "named" } as const;
  const { cookie, code, key } = await openSession(program, settings);
  const { host } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["host"]);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  const join = async (name: string) => {
    const context = await browser.newContext({ ...PHONE, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${program.url}/s/${code}`);
    await page.getByLabel("Your name").fill(name);
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("heading", { name: "You are in" }).waitFor();
    return page;
  };
  const [ada, bob] = [await join("Ada Lovelace"), await join("Robert Grosseteste")];
  await moveTo(remote, "before", settings);
  await ada.getByRole("button", { name: /^For/u }).click();
  await bob.getByRole("button", { name: /^Against/u }).click();
  await expect.poll(async () => (await remote.sync()).session.turnout.voted).toBe(2);
  await moveTo(remote, "pairs", settings);
  await remote.send("host:pairs", { act: "make" });

  const attention = host.getByRole("region", { name: "Needs attention" });
  const ask = async (phone: Page) => {
    await phone.getByRole("button", { name: /^Can’t find/u }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "Ask" }).click();
    await expect(phone.getByText(/^We asked your instructor and/u)).toBeVisible();
  };
  await test.step("the partner answers", async () => {
    await ask(ada);
    await expect(attention).toContainText(/Ada Lovelace.* can’t find .*Robert Grosseteste.* at table 1/u);
    const missed = bob.getByRole("main").getByText("Your partner can’t find you");
    await expect(missed).toBeVisible();
    await check(ada, "pairs/asked/phone", { isBoth: true });
    await check(bob, "pairs/missed/phone", { isBoth: true });
    await check(host, "pairs/asked/host", { isBoth: true });
    // In each view.
    await bob.getByRole("tab", { name: "Read" }).click();
    await bob.getByRole("button", { name: "I’m here" }).click();
    await expect(missed).toHaveCount(0);
    await expect(ada.getByText(/Robert Grosseteste.* answered: “I’m here.”/u).first()).toBeVisible();
    await expect(ada.getByRole("button", { name: /^Can’t find/u })).toHaveCount(0);
    await expect(attention).toContainText("All clear");
    await check(ada, "pairs/answered/phone");
  });
  await test.step("the host answers", async () => {
    await bob.getByRole("tab", { name: "Pairs" }).click();
    await ask(bob);
    await doublePress(attention.getByRole("button", { name: /^They’re at the table/u }));
    await expect(bob.getByText(/^Your instructor says that/u).first()).toBeVisible();
    await expect(attention).toContainText("All clear");
    for (const phone of [ada, bob])
      await expect(phone.getByRole("heading", { name: "Table 1" })).toBeVisible();
  });
  remote.close();
});

/** Joining leads into the phase, not to the lobby. */
async function latecomer(browser: Parameters<typeof openFaces>[0], url: string, code: string): Promise<Page> {
  const page = await (await browser.newContext({ ...PHONE, reducedMotion: "reduce" })).newPage();
  await page.goto(`${url}/s/${code}`);
  await page.getByRole("button", { name: "Join" }).click();
  return page;
}

test("[P27] partners at a distance write to each other, and the host reads along and hides a line @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const settings = {
    filter: { holds: true },
    activities: { pairs: { when: "instead", by: "text" } },
  } as const;
  const { cookie, code, key } = await openSession(program, {
    ...settings,
    filter: { ...settings.filter, words: ["traitor"] },
  });
  const { host } = await openFaces(browser, program, { cookie, code, key, colorScheme: "light" }, ["host"]);
  const phone = await joinByPhone(
    program.url,
    code,
    await browser.newContext({ ...PHONE, reducedMotion: "reduce" }),
  );
  const bob = await joinBySocket(program.url, code);
  const remote = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(remote, "pairs", settings);
  await remote.hearsRoster(({ connected }) => connected === 2);
  await remote.send("host:pairs", { act: "make" });
  await phone.getByLabel("Your message").fill("What would change your mind?");
  await phone.getByRole("button", { name: "Send", exact: true }).click();
  await bob.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 1);
  await bob.send("pairs:say", { id: crypto.randomUUID(), body: "A treaty that both sides sign." });
  // It is announced, too.
  const line = phone.getByText("A treaty that both sides sign.", { exact: true });
  await expect(line).toBeVisible();
  await check(phone, "pairs/writing/phone", { isBoth: true });
  await expect(host.getByRole("region", { name: "The script" })).not.toContainText("speak");
  const attention = host.getByRole("region", { name: "Needs attention" });
  await expect(attention).toContainText("All clear");
  // [P27] [W7] What waits at a table says so where everything else that waits does.
  await bob.send("pairs:say", { id: crypto.randomUUID(), body: "Only a traitor says that." });
  await expect(attention).toContainText("A line waits at table 1");
  await expect(attention).not.toContainText("All clear");
  await host.getByRole("button", { name: "Read table 1" }).click();
  await host.getByRole("button", { name: /^Hide: .*A treaty/u }).click();
  await expect(line).toBeHidden();
  await check(host, "pairs/writing/host");
  // What waits can also be refused.
  await host.getByRole("button", { name: /^Hide: .*traitor/u }).click();
  await host.keyboard.press("Escape");
  await expect(attention).toContainText("All clear");
  // [P24] Someone who is left alone keeps a table, and the control room says that they have no partner.
  const tables = host.getByRole("region", { name: "Who sits where" });
  bob.close();
  await expect(tables).toContainText("Away");
  await phone.getByRole("button", { name: /^No answer from/u }).click();
  await phone.getByRole("button", { name: "Ask", exact: true }).click();
  await attention.getByRole("button", { name: /^Find another partner/u }).click();
  await expect(tables).toContainText("No partner yet");
  await expect(host.getByText("1 has no partner yet").first()).toBeVisible();
  await expect(host.getByText("No tables yet")).toHaveCount(0);
  remote.close();
});

/** The lines of Japanese words in the place and type of an element, without the marks that say where they may break. */
function linesInJapanese(element: Locator, words: string): Promise<string[]> {
  return element.evaluate((original, text) => {
    const box = document.createElement("div");
    box.lang = "ja";
    const copy = original.cloneNode() as HTMLElement;
    copy.textContent = text;
    box.append(copy);
    original.after(box);
    const lines = new Map<number, string>();
    const range = document.createRange();
    [...text].forEach((letter, index) => {
      range.setStart(copy.firstChild as Text, index);
      range.setEnd(copy.firstChild as Text, index + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      if (!/[\u200b\u2060]/u.test(letter)) lines.set(top, (lines.get(top) ?? "") + letter);
    });
    box.remove();
    return [...lines.values()];
  }, words);
}
