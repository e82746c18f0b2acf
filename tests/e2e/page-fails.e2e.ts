import { expect } from "playwright/test";
import { check, openSession } from "#tests/e2e/support/faces.ts";
import { PHONE } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";

test("a page that fails says so, and asks the server anew when tried again", async ({ browser }) => {
  const program = sharedProgram();
  const { code } = await openSession(program);
  const phone = await (await browser.newContext(PHONE)).newPage();
  // Data without what the page needs, the first time.
  await phone.route(
    `${program.url}/s/${code}`,
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('\\"settings\\":{', '\\"nothing\\":{');
      await route.fulfill({ response, body });
    },
    { times: 1 },
  );
  await phone.goto(`${program.url}/s/${code}`);
  await expect(phone.getByRole("heading", { name: "Can’t show this page" })).toBeVisible();
  await check(phone, "page failed phone");
  await phone.getByRole("button", { name: "Try again" }).click();
  await expect(phone.getByRole("button", { name: "Join" })).toBeVisible();
});
