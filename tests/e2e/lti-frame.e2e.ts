import { decodeJwt } from "jose";
import { type Browser, expect, type FrameLocator, type Locator, type Page } from "playwright/test";
import { checkByAxe, openSession, pressOn } from "#tests/e2e/support/faces.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { startCourse } from "#tests/support/course-services.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startPlatform } from "#tests/support/lti-platform.ts";
import { startProgram } from "#tests/support/program.ts";
import { CREDENTIALS, postJson, signIn } from "#tests/support/requests.ts";
import { chromiumWithWindows } from "#tests/support/system-packages.mjs";

/** It blocks cookies of other sites in frames; the one without windows can't. */
const blocking = chromiumWithWindows();
test.use({ launchOptions: { ...(blocking && { executablePath: blocking }), args: ["--no-sandbox"] } });

const PEOPLE = {
  t1: { sub: "t1", name: "Grace Hopper", role: "Instructor" },
  s1: { sub: "s1", name: "Ada Lovelace" },
  s2: { sub: "s2", name: "Bob" },
} as const;
const STUDENTS = [PEOPLE.s1, PEOPLE.s2].map(({ sub, name }) => ({ user_id: sub, name }));

/** By keyboard: Chromium drops a click in another site's frame that has just moved. */
const enterOn = (control: Locator) => pressOn(control, "Enter");

async function enter(browser: Browser, address: string): Promise<{ page: Page; tool: FrameLocator }> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  return { page, tool: page.frameLocator("iframe") };
}

test("[Q50] [Q52] [Q60] a platform registers, a teacher connects from its frame, students vote there without third-party cookies, and their grades come back", async ({
  browser,
}) => {
  await using program = await startProgram({ kind: "whole", variables: { LTI_INSECURE_PLATFORMS: "true" } });
  // Another site than the program's, which is at 127.0.0.1.
  await using course = await startCourse(STUDENTS);
  await using platform = await startPlatform("localhost", course.tokenEndpoint);
  const { claims } = course;
  const { url } = program;
  const cookie = await signIn(url);
  platform.shows(url, PEOPLE, { claims });
  await test.step("[Q41] [Q44] the platform's administrator registers it in a frame, by the owner's link", async () => {
    const { url: link } = await (await postJson(`${url}/api/lti/registrations`, {}, cookie)).json();
    const allow = new URL(link).searchParams.get("allow");
    const { page, tool } = await enter(browser, `${platform.issuer}/admin?allow=${allow}`);
    await tool.getByRole("heading", { name: "Resolved is registered" }).waitFor();
    await expect(page).toHaveTitle("org.imsglobal.lti.close");
  });
  const { code } = await openSession({ url, cookie }, { identity: "pseudonym" });

  const teacher = await enter(browser, `${platform.issuer}/t1`);
  await test.step("a teacher connects in a window of its own, and goes on in the frame", async () => {
    const { page, tool } = teacher;
    const opening = page.waitForEvent("popup");
    await enterOn(tool.getByRole("link", { name: "Connect accounts" }));
    const popup = await opening;
    await popup.getByLabel("Email").fill(CREDENTIALS.email);
    await popup.getByLabel("Password", { exact: true }).fill(CREDENTIALS.password);
    await popup.getByRole("button", { name: "Sign in" }).click();
    await popup.getByText(`Connect ${PEOPLE.t1.name} of`).waitFor();
    await checkByAxe(popup, "the question");
    await popup.getByRole("button", { name: "Connect accounts" }).click();
    await popup.getByRole("heading", { name: "Accounts connected" }).waitFor();
    await popup.close();
    await enterOn(tool.getByRole("button", { name: "Continue" }));
    await enterOn(tool.getByRole("button", { name: "Use this session" }));
    const control = page.waitForEvent("popup");
    await enterOn(tool.getByRole("link", { name: "Open the control room" }));
    await (await control).getByRole("button", { name: "Open the first vote" }).waitFor();
  });

  await test.step("students come in by the frame, vote, and are the same after a reload", async () => {
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    const [ada, bob] = [
      await enter(browser, `${platform.issuer}/s1`),
      await enter(browser, `${platform.issuer}/s2`),
    ];
    const frame = () => ada.page.frames().at(-1) ?? ada.page.mainFrame();
    await expect.poll(() => frame().url()).toContain(`/s/${code}`);
    expect(await frame().evaluate(() => document.hasStorageAccess())).toBe(blocking === undefined);
    await moveTo(host, "before");
    for (const { tool } of [ada, bob]) {
      await enterOn(tool.getByRole("button", { name: /^For/u }));
      await tool.getByText("Counted").waitFor();
    }
    await host.sees((snapshot) => snapshot.turnout.voted === 2);
    await ada.page.reload();
    await ada.tool.getByText("Counted").waitFor();
    expect((await host.sync()).session).toMatchObject({ joined: 2 });
  });

  await test.step("[Q54] a debate is picked in the platform's dialog, and its activity opens it", async () => {
    platform.shows(url, PEOPLE, { claims, picks: { deep_link_return_url: `${platform.issuer}/return` } });
    const { page, tool } = teacher;
    const login = new URLSearchParams({ iss: platform.issuer, client_id: platform.clientId });
    await page.setViewportSize({ width: 320, height: 575 });
    await page.goto(`${url}/lti/login?${login}&login_hint=t1`);
    await checkByAxe(page, "picking");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 770, height: 575 });
    await page.goto(`${platform.issuer}/t1`);
    await tool.getByRole("combobox", { name: "Debate" }).selectOption("japan-russia-card");
    await tool.getByLabel("Points in the gradebook").fill("20");
    const sent = page.waitForRequest(`${platform.issuer}/return`);
    await enterOn(tool.getByRole("button", { name: "Add to the course" }));
    const jwt = new URLSearchParams((await sent).postData() ?? "").get("JWT") ?? "";
    await tool.getByRole("heading", { name: "Picked" }).waitFor();
    const items = decodeJwt(jwt)["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"];
    const [{ custom }] = items as [{ custom: Record<string, string> }];
    platform.shows(url, PEOPLE, { claims, custom, link: "picked" });
    await page.goto(`${platform.issuer}/t1`);
    await tool.getByRole("link", { name: "Open the control room" }).waitFor();
  });

  await test.step("[Q55] the control room takes an activity from its session, and gives it back", async () => {
    const { page } = teacher;
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${url}/host/${code}`);
    await page.getByRole("heading", { name: "Session", exact: true }).click();
    await page.getByRole("button", { name: "Use in a course" }).click();
    const activities = page.getByRole("list", { name: "Activities" });
    await expect(activities.getByRole("switch")).toHaveCount(2);
    await checkByAxe(page, "use in a course");
    const own = activities.getByRole("switch", { name: /Leads to this session/u });
    await own.focus();
    await page.keyboard.press("Space");
    await expect(own).toHaveCount(0);
    await expect(activities.getByText("Leads to no session")).toBeVisible();
    await page.keyboard.press("Space");
    await expect(own).toBeChecked();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Use in a course" })).toBeFocused();
  });

  await test.step("[Q58] [Q60] the course fills a class, and gets grades once the session is closed", async () => {
    const { page } = teacher;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${url}/classes`);
    await page.getByRole("button", { name: "Fill from a course" }).click();
    await page.getByRole("button", { name: "Create class" }).click();
    await page.getByRole("link", { name: PEOPLE.s1.name }).waitFor();
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    await moveTo(host, "closed");
    await page.goto(`${url}/host/${code}`);
    await page.getByRole("button", { name: "Send grades" }).click();
    await page.getByRole("button", { name: "Send 2 grades" }).click();
    await page.getByText("2 grades were sent").waitFor();
    // Each voted once, of two votes and an argument.
    expect(course.state.scores).toMatchObject([
      { scoreGiven: 1, scoreMaximum: 3 },
      { scoreGiven: 1, scoreMaximum: 3 },
    ]);
  });
});
