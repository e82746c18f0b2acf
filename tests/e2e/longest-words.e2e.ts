import { expect, type Locator, test } from "playwright/test";
import { openFaces, openSession, unfoldSession } from "#tests/e2e/support/faces.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { cutOff } from "#tests/e2e/support/wall-text.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { joinSession } from "#tests/support/requests.ts";

const NAME = "小鳥遊 美咲希（2年3組・出席番号28番・図書委員会副委員長）";
const SHORTER = "東 龍之介（2年3組）";
const SPACED = "Hubert Wolfeschlegelsteinhausen 1";
const UNBROKEN = "Wolfeschlegelsteinhausenbergerdorff-Hu";
const WORD = `holds-down-a-key-${"a".repeat(300)}`;
const SENTENCES =
  "成功例は人口8万人の小さな都市の話であり、大都市の中心部にそのまま当てはめることはできないと思います。".repeat(
    3,
  );

test("[H10, V26, R23] all phases, the longest names and a word without an end fit the control room, the projector and a phone @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const { url } = program;
  const settings = {
    identity: "named",
    questions: { readingVote: true },
    activities: {
      speaking: {},
      starters: {},
      steelman: {},
      laterVote: {},
      pairs: { when: "after", by: "voice" },
    },
  } as const;
  const opened = await openSession(program, settings);
  const { cookie, code } = opened;
  const remote = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const join = async (name: string) => {
    const { ticket, participantId } = await joinSession(url, code, name);
    return connectClient(url, { auth: { code, ticket }, participantId });
  };
  const [ada, bob, cem] = [await join(UNBROKEN), await join(NAME), await join(SHORTER)];
  const dan = await join(SPACED);
  await moveTo(remote, "rebuttal", settings);
  const root = rebuttal({ body: WORD });
  await ada.send("rebuttal:post", root);
  const replies: string[] = [];
  for (const [author, body] of [
    [bob, SENTENCES],
    [ada, WORD],
  ] as const) {
    const reply = rebuttal({ body, replyTo: root.id });
    await author.send("rebuttal:post", reply);
    replies.push(reply.id);
  }
  await remote.send("host:moderate", { rebuttalIds: [root.id], action: "hide" });
  await remote.send("host:moderate", { rebuttalIds: [root.id], action: "show" });
  const { host, wall, phone } = await openFaces(browser, program, { ...opened, colorScheme: "light" }, [
    "host",
    "wall",
    "phone",
  ]);

  await test.step("the control room shows all phases at once, and its log in the log's width", async () => {
    const hidden = (box: Locator) =>
      box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    const phases = host.getByRole("navigation", { name: "Phases of this session" }).getByRole("list");
    await expect(phases).toContainText("The other side’s best argument");
    expect(await hidden(phases)).toBe(0);
    await unfoldSession(host);
    const log = host.getByRole("group", { name: "Log", exact: true });
    await expect(log.getByText(WORD).first()).toBeAttached();
    expect(await hidden(log)).toBe(0);
  });

  await test.step("the projector shows whole lines of replies above the clocks", async () => {
    await remote.send("host:wall", { show: { rebuttalId: root.id, replies } });
    await expect(wall.getByText("2 replies")).toBeVisible();
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [1024, 768],
    ] as const) {
      await wall.setViewportSize({ width, height });
      await expect.poll(() => cutOff(wall), { message: `${width} x ${height}` }).toEqual([]);
    }
    // Of a name without a space its beginning is there.
    const author = wall.getByRole("listitem").getByText(UNBROKEN);
    expect(await author.evaluate((name) => name.getClientRects()[0]?.width)).toBeGreaterThan(40);
    // A name of usual length is there as a whole.
    const short = rebuttal({ body: SENTENCES, replyTo: root.id, side: "against" });
    await cem.send("rebuttal:post", short);
    await remote.send("host:wall", {
      show: { rebuttalId: root.id, replies: [short.id, ...replies.slice(0, 1)] },
    });
    const whole = wall.getByRole("listitem").getByText(SHORTER).locator("xpath=ancestor::span[1]");
    for (const width of [1280, 1024]) {
      await wall.setViewportSize({ width, height: 800 });
      const hidden = () => whole.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      await expect.poll(hidden, { message: `${width}` }).toBeLessThanOrEqual(1);
    }
    // A short reply stands in no larger letters than what it answers, and a name breaks between its words.
    const shortest = rebuttal({ body: "No.", replyTo: root.id });
    await dan.send("rebuttal:post", shortest);
    await remote.send("host:wall", { show: { rebuttalId: root.id, replies: [shortest.id, short.id] } });
    const reply = wall.getByRole("listitem").filter({ hasText: SPACED });
    await expect(reply).toBeVisible();
    const sizeOf = (text: Locator) => text.evaluate((element) => getComputedStyle(element).fontSize);
    for (const width of [1280, 1024]) {
      await wall.setViewportSize({ width, height: 800 });
      const above = await sizeOf(wall.getByText(WORD));
      await expect
        .poll(() => sizeOf(reply.getByText("No.", { exact: true })), { message: above })
        .toBe(above);
      const lines = reply.getByText(SPACED).evaluate((name) => {
        const word = document.createRange();
        const words = name.firstChild as Text;
        word.setStart(words, words.data.indexOf(" ") + 1);
        word.setEnd(words, words.data.lastIndexOf(" "));
        return new Set([...word.getClientRects()].map(({ top }) => top)).size;
      });
      expect(await lines, `${width}`).toBe(1);
    }
  });

  await test.step("the dashboard has room for the phase with the longest name", async () => {
    const dashboard = await host.context().newPage();
    await dashboard.setViewportSize({ width: 320, height: 568 });
    await moveTo(remote, "steelman", settings);
    await dashboard.goto(`${url}/dashboard`);
    const card = dashboard.getByRole("listitem").filter({ hasText: code });
    await expect(card.getByText("The other side’s best argument")).toBeVisible();
    const sideways = () => dashboard.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(sideways).toBeLessThanOrEqual(0);
    await dashboard.close();
    await moveTo(remote, "rebuttal", settings);
  });

  await test.step("a phone has room for the name beside the label", async () => {
    await phone.getByLabel("Your name").fill("Cleo");
    await phone.getByRole("button", { name: "Join" }).click();
    await phone.getByRole("tab", { name: "Rebuttals" }).click();
    const name = phone.getByRole("article").getByText(NAME, { exact: true }).first();
    await expect(name).toBeVisible();
    expect((await name.boundingBox())?.width).toBeGreaterThan(200);
  });

  await test.step("also at a table", async () => {
    await phone.setViewportSize({ width: 320, height: 568 });
    // Three who are left are one table, so that both long names are at the phone's.
    for (const { participantId } of [cem, dan])
      await remote.send("host:remove", { participantIds: [participantId] });
    await moveTo(remote, "pairs", settings);
    await remote.send("host:pairs", { act: "make" });
    const missing = phone.getByRole("button", { name: /^Can’t find \W?Wolfe/u });
    await expect(missing).toBeVisible();
    const rightOf = async (box: Locator) => {
      const { x = 0, width = 0 } = (await box.boundingBox()) ?? {};
      return x + width;
    };
    expect(await rightOf(missing)).toBeLessThan(
      await rightOf(phone.getByRole("region", { name: /^Table/u })),
    );
    await missing.click();
    const title = phone.getByRole("dialog").getByRole("heading");
    expect(await title.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
  for (const client of [ada, bob, cem, dan, remote]) client.close();
});
