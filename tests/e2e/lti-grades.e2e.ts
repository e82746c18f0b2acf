import { expect, type Page } from "playwright/test";
import { findProblems } from "#tests/e2e/support/axe.ts";
import { checkByAxe, openControlRoom, openSession, toCookies } from "#tests/e2e/support/faces.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { startCourse } from "#tests/support/course-services.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { connect, type Person, startPlatform } from "#tests/support/lti-platform.ts";
import { startProgram } from "#tests/support/program.ts";
import { postJson, signIn } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

const MARTHA: Person = { sub: "3", name: "Martha Ferreira", role: "Instructor" };
const ADA = { user_id: "5", name: "Ada Lovelace" };
const ALAN = { user_id: "6", name: "Alan Turing" };

/** A server that is registered at a platform, and an instructor who came from a course there. */
async function startLesson() {
  const program = await startProgram({ kind: "whole", variables: { LTI_INSECURE_PLATFORMS: "true" } });
  const platform = await startPlatform();
  const course = await startCourse([ADA, ALAN, { ...MARTHA, user_id: "3", roles: ["Instructor"] }]);
  const { url } = program;
  const cookie = await signIn(url);
  const tool = {
    cookie,
    request: (path: string, init?: Parameters<TestServer["request"]>[1]) =>
      fetch(url + path, { redirect: "manual", ...init }),
  };
  const entered = { ...platform.registration, tokenEndpoint: course.tokenEndpoint };
  expect((await postJson(`${url}/api/lti/platforms`, entered, cookie)).status).toBe(201);
  const launching = { claims: course.claims };
  await connect(tool, platform, MARTHA, launching);
  return {
    ...{ url, cookie, course },
    launch: (person: Person) => platform.launch(tool, person, launching),
    link: { issuer: platform.issuer, clientId: platform.clientId, deploymentId: "1", resourceLinkId: "link" },
    async [Symbol.asyncDispose](): Promise<void> {
      await program[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
      await course[Symbol.asyncDispose]();
    },
  };
}

const opens = async (page: Page, name: string) => {
  await page.getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog", { name });
};

test("[Q58] [Q59] [Q60] [Q62] a class is filled from a course and refreshed; grades are seen, sent and refused by name", async ({
  browser,
}) => {
  await using lesson = await startLesson();
  const { url, cookie, course } = lesson;
  const context = await browser.newContext();
  await context.addCookies(toCookies(cookie, url));
  const page = await context.newPage();

  await test.step("a new class is seen before it is made", async () => {
    await lesson.launch(MARTHA);
    await page.goto(`${url}/classes`);
    const dialog = await opens(page, "Fill from a course");
    await expect(dialog.getByText("2 students in the course")).toBeVisible();
    await expect(dialog.getByLabel("Course", { exact: true })).toHaveText("About course");
    expect(await findProblems(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Create class" }).click();
    await page.getByRole("heading", { name: "About course" }).waitFor();
    await expect(page.getByRole("link", { name: ALAN.name })).toBeVisible();
  });

  await test.step("who left the course is marked, and a platform that is out of order changes nothing", async () => {
    course.state.members = [ADA];
    course.state.says = "<html>Out of order</html>";
    const dialog = await opens(page, "Refresh from the course");
    await expect(dialog.getByRole("alert")).toContainText("doesn’t say who is in this course");
    course.state.says = null;
    await dialog.getByRole("button", { name: "Try again" }).click();
    await expect(dialog.getByText("1 student is no longer in the course.")).toBeVisible();
    await dialog.getByRole("button", { name: "Refresh class" }).click();
    await expect(page.getByText("Left the class")).toBeVisible();
  });

  const { code } = await openSession({ url, cookie }, { identity: "named" });
  const at = `${url}/api/sessions/${code}`;
  await test.step("students who came from the course are listed with their points, once the session is closed", async () => {
    expect((await postJson(`${at}/lti`, lesson.link, cookie)).status).toBe(200);
    for (const { user_id: sub, name } of [ADA, ALAN]) await lesson.launch({ sub, name });
    const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
    await openControlRoom(page, `${url}/host/${code}`);
    await expect(page.getByRole("button", { name: "Send grades" })).toHaveCount(0);
    await moveTo(host, "closed");
    const dialog = await opens(page, "Send grades");
    await expect(dialog.getByRole("listitem")).toHaveText(["Ada Lovelace0 of 3", "Alan Turing0 of 3"]);
    expect(course.state.scores).toEqual([]);
    await checkByAxe(page, "the grades");
  });

  await test.step("whom the platform refuses is named, and all can be sent again", async () => {
    const dialog = page.getByRole("dialog");
    course.state.refuses.set(ALAN.user_id, 400);
    await dialog.getByRole("button", { name: "Send 2 grades" }).click();
    await expect(dialog.getByText("1 grade was sent")).toBeVisible();
    await expect(dialog.getByRole("region", { name: "Not taken" })).toContainText(ALAN.name);
    expect(await findProblems(page)).toEqual([]);
    course.state.refuses.clear();
    await dialog.getByRole("button", { name: "Send again" }).click();
    await expect(dialog.getByText("2 grades were sent")).toBeVisible();
    expect(course.state.grades).toEqual(new Map([ADA, ALAN].map(({ user_id }) => [user_id, 0])));
    await dialog.getByRole("radio", { name: "Marks" }).click();
    await expect(dialog.getByText("No grades to send")).toBeVisible();
  });

  await test.step("the page of marks sends them, too", async () => {
    await page.goto(`${url}/host/${code}/marks`);
    const dialog = await opens(page, "Send grades");
    await expect(dialog.getByRole("radio", { name: "Marks" })).toBeChecked();
    await expect(dialog.getByText("No grades to send")).toBeVisible();
  });
});
