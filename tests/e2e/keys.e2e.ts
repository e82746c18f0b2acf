import { type Browser, expect, type Page } from "playwright/test";
import { openFaces, openHosted, toCookies } from "#tests/e2e/support/faces.ts";
import { joinBySocket, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { test } from "#tests/e2e/support/test.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";

const SETTINGS = { reveal: "staged" } as const;

const blankButton = (page: Page) => page.getByRole("button", { name: "Blank projector" });
/** What a key causes shows by the time of the page's next action. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));

/** A session that argues, with more rebuttals than its list has room for, and its control room. */
async function arguing(browser: Browser) {
  const session = await openHosted(SETTINGS);
  const { program, code, host } = session;
  const ada = await joinBySocket(program.url, code);
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  for (let count = 0; count < 12; count += 1)
    await ada.send("rebuttal:post", rebuttal({ body: `Point ${count}` }));
  const { host: room } = await openFaces(browser, program, session, ["host"]);
  await expect(room.getByRole("main").getByText("Point 11").first()).toBeAttached();
  return { ...session, program, host, ada, room, question: room.getByRole("dialog") };
}

test("[P7] [P9] no key moves the class without a question, or while the key has another use; the question goes when the class moves", async ({
  browser,
}) => {
  const { room, question, host } = await arguing(browser);
  const phase = async () => (await host.sync()).session.phase;
  const nothing = async (key: string) => {
    await room.keyboard.press(key);
    await settled(room);
    await expect(question).toHaveCount(0);
  };
  const free = () => room.getByRole("banner").getByText("Japan Could Play").click();

  await test.step("in a list that scrolls, on a control, with modifiers or held down keys do nothing", async () => {
    for (const place of [
      () => room.getByRole("main").getByText("Point 11").last().click(),
      () => room.locator("nav ol").focus(),
      () => room.getByRole("switch", { name: "Approve first" }).focus(),
    ]) {
      await place();
      for (const key of ["ArrowRight", "PageDown", "PageUp", "n"]) await nothing(key);
    }
    await room.getByRole("main").getByText("Point 11").last().click();
    await nothing("b");
    await free();
    for (const key of ["Control+ArrowRight", "Alt+PageDown", "Shift+n", "Meta+b"]) await nothing(key);
    await room.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", repeat: true, bubbles: true })),
    );
    await nothing("ArrowLeft");
    expect(await phase()).toBe("rebuttal");
    expect((await host.sync()).session).not.toHaveProperty("wall");
  });

  await test.step("in a narrow window, where the whole page scrolls, Page Down and Page Up ask, too", async () => {
    await room.setViewportSize({ width: 1024, height: 700 });
    await free();
    await room.keyboard.press("PageDown");
    await expect(question).toBeVisible();
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await room.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    expect([await phase(), await room.evaluate(() => window.scrollY)]).toEqual(["rebuttal", 0]);
    await room.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("a question is void once the class has moved another way", async () => {
    await free();
    await room.keyboard.press("n");
    await expect(question).toBeVisible();
    await moveTo(host, "reading");
    await expect(room.locator('[aria-current="step"]')).toHaveText("Reading");
    await expect(question).toHaveCount(0);
    await moveTo(host, "rebuttal");
    await expect(room.locator('[aria-current="step"]')).toHaveText("Rebuttals");
    await expect(question).toHaveCount(0);
  });

  await test.step("elsewhere they ask: Escape cancels, and Enter moves the class", async () => {
    await free();
    for (const key of ["ArrowRight", "PageDown"]) {
      await room.keyboard.press(key);
      await expect(question).toBeVisible();
      await room.keyboard.press("n");
      await room.keyboard.press("Escape");
      await expect(question).toHaveCount(0);
      expect(await phase()).toBe("rebuttal");
    }
    await room.keyboard.press("n");
    await expect(question).toBeVisible();
    await room.keyboard.press("Enter");
    await expect(room.getByText("Now: Last vote")).toBeVisible();
    expect(await phase()).toBe("after");
  });

  await test.step("[V13] [H5] B blanks the projector and shows it again, also while the help or the tour is open", async () => {
    const help = room.getByRole("button", { name: "Help" });
    for (const opens of [null, help, room.getByRole("button", { name: "Take the tour" })]) {
      await (opens?.click() ?? free());
      for (const isBlanked of ["true", "false"]) {
        await room.keyboard.press("b");
        await expect(blankButton(room)).toHaveAttribute("aria-pressed", isBlanked);
      }
    }
    await room.keyboard.press("Escape");
    await expect(help).toBeFocused();
  });

  await test.step("when switched off, the keys do nothing, also after a reload", async () => {
    await room.getByRole("button", { name: "Shortcuts" }).click();
    await room.getByRole("switch", { name: "Use shortcuts" }).click();
    await room.keyboard.press("Escape");
    await free();
    for (const key of ["n", "PageDown", "b"]) await nothing(key);
    await room.reload();
    await expect(room.getByRole("button", { name: "Shortcuts off" })).toBeVisible();
    await free();
    for (const key of ["n", "b"]) await nothing(key);
    expect((await host.sync()).session).not.toHaveProperty("wall");
  });
});

test("[P9] a key counts again as soon as what it did is shown, while its answer is still on its way", async ({
  browser,
}) => {
  const { program, code, cookie } = await openHosted(SETTINGS);
  const room = await browser.newPage();
  await room.context().addCookies(toCookies(cookie, program.url));
  const presses: string[] = [];
  await room.routeWebSocket(/socket\.io/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (String(message).includes('"host:wall"')) presses.push(String(message));
      server.send(message);
    });
    server.onMessage((message) => {
      // No packet with an answer arrives.
      if (!String(message).startsWith("43")) socket.send(message);
    });
  });
  await room.goto(`${program.url}/host/${code}`);
  await whenInteractive(room);
  // [W20] One that a busy server gets too late doesn't happen.
  await expect(async () => {
    await room.keyboard.press("b");
    await expect(blankButton(room)).toHaveAttribute("aria-pressed", "true", { timeout: 5_000 });
  }).toPass();
  presses.length = 0;
  await room.keyboard.press("b");
  await expect.poll(() => presses).toEqual([expect.stringContaining('{"show":null}')]);
});

test("[P9] [V15] a clicker steps the reveal in the control room and on the host's projector, without a question but at its ends, and not by the projector's link", async ({
  browser,
}) => {
  const { room, question, host, ada, program, code, key, cookie } = await arguing(browser);
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("against", "after"));
  await moveTo(host, "results");
  const steps = room.getByRole("region", { name: "Steps of the reveal" });
  const isAt = (step: string) =>
    expect(steps.locator('[aria-current="step"]')).toHaveText(new RegExp(`\\d?${step}$`, "u"));
  // [P7] What stepped takes no second press for a moment.
  const isReady = () => expect(room.locator("[aria-busy=true]")).toHaveCount(0);
  const press = async (keyPressed: string, step: string) => {
    await isReady();
    await room.keyboard.press(keyPressed);
    await isAt(step);
    await expect(question).toHaveCount(0);
  };
  await isAt("Voting is over");
  await press("PageDown", "The first vote");
  await press("ArrowRight", "Who moved");
  await press("PageUp", "The first vote");
  await press("n", "Who moved");

  await test.step("also where a button of the reveal or of the projector has the focus", async () => {
    await room.getByRole("banner").getByRole("button", { name: "Show the verdict" }).click();
    await isAt("The verdict");
    await press("PageUp", "Who moved");
    await blankButton(room).click();
    await expect(blankButton(room)).toHaveAttribute("aria-pressed", "true");
    await press("PageUp", "The first vote");
  });

  await test.step("at both ends the keys ask, since they would move the class", async () => {
    await press("PageUp", "Voting is over");
    await isReady();
    await room.keyboard.press("PageUp");
    await expect(question).toContainText("Back to");
    await room.keyboard.press("Escape");
    await room.getByRole("button", { name: "Full results: go there" }).click();
    await isAt("Full results");
    await isReady();
    await room.keyboard.press("PageDown");
    await expect(question).toContainText("Close the session?");
    await room.keyboard.press("Escape");
    expect((await host.sync()).session.phase).toBe("results");
  });

  const open = async (path: string, cookies: string) => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    if (cookies) await context.addCookies(toCookies(cookies, program.url));
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => request.url().endsWith("/step") && asked.push(request.url()));
    const isLive = page.waitForEvent("websocket");
    await page.goto(program.url + path);
    await isLive;
    await expect(page.getByText(new RegExp(`/results/${code}`, "u")).first()).toBeVisible();
    return { page, asked };
  };
  const step = async () => (await host.sync()).session.step;

  await test.step("on the projector with the host's cookie, once for a double press", async () => {
    const { page, asked } = await open(`/screen/${code}`, cookie);
    // Until its scripts have run, the page hears no key.
    await expect(async () => {
      await page.keyboard.press("PageUp");
      await settled(page);
      expect(asked.length).toBeGreaterThan(0);
    }).toPass();
    await expect.poll(step).not.toBe("open");
    await page.keyboard.press("PageUp");
    await settled(page);
    expect(asked).toHaveLength(1);
    await moveTo(host, "results");
  });

  await test.step("by the link alone it does nothing", async () => {
    const { session } = await host.sync();
    await host.send("host:step", { step: "open", version: session.version });
    const { page, asked } = await open(`/screen/${code}?key=${key}`, "");
    for (const keyPressed of ["PageDown", "ArrowRight", "PageUp", "ArrowLeft"])
      await page.keyboard.press(keyPressed);
    await settled(page);
    expect(asked).toEqual([]);
    expect(await step()).toBe("open");
  });
});

test("[P9] letters that a host types into a field which goes as the class moves are no shortcuts", async ({
  browser,
}) => {
  const { room, question, host } = await arguing(browser);
  await whenInteractive(room);
  await room.getByRole("button", { name: "Search and filter" }).click();
  const field = room.getByRole("main").getByRole("searchbox");
  const typing = await field.evaluateHandle((input) => {
    const type = () =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true }));
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    const typeOn = async () => {
      while (input.isConnected) {
        await frame();
        type();
      }
      type();
      await frame();
    };
    (input as HTMLElement).focus();
    type();
    return { untilGone: typeOn() };
  });
  await moveTo(host, "after");
  await typing.evaluate(({ untilGone }) => untilGone);
  await expect(field).toHaveCount(0);
  await expect(question).toHaveCount(0);
  await room.keyboard.press("Escape");
  await room.keyboard.press("n");
  await expect(question).toBeVisible();
});
