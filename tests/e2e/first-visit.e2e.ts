import { expect, type Page } from "playwright/test";
import { openSession } from "#tests/e2e/support/faces.ts";
import { PHONE, vote, whenInteractive } from "#tests/e2e/support/lesson.ts";
import { recordRequests } from "#tests/e2e/support/page-requests.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startWithoutWebSockets } from "#tests/support/no-web-sockets.ts";

/** What a page asks its server for, without its scripts, styles and fonts. */
function listen(page: Page): string[] {
  const asked = recordRequests(page, (request, { pathname, search }) => {
    const [, base] = pathname.split("/");
    return `${request.method()} ${base}${search.replace(/&t=.*/u, "")}`;
  });
  page.on("websocket", () => asked.push("WebSocket"));
  return asked;
}

async function join(page: Page): Promise<void> {
  await whenInteractive(page);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
}

test("[W12, W13] a first visit is a page, one request for a seat, and one WebSocket with the first state", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code } = await openSession(program);
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  const asked = listen(phone);
  const frames: string[] = [];
  phone.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => frames.push(String(payload)));
  });
  await phone.goto(`${program.url}/s/${code}`);
  await join(phone);
  const teacher = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(teacher, "before");
  await vote(phone, "for");
  expect(asked).toEqual(["GET s", "POST api?with=phone&cookie=needed", "WebSocket"]);
  expect(frames.filter((frame) => frame.includes('"sync"'))).toEqual([]);
});

test("[W12] a phone in a network without WebSockets joins, hears and votes by long polling", async ({
  browser,
}) => {
  const program = sharedProgram();
  const { cookie, code } = await openSession(program);
  await using network = await startWithoutWebSockets(program.url, "refused");
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  const asked = listen(phone);
  await phone.goto(`${network.url}/s/${code}`);
  await join(phone);
  const teacher = await connectClient(program.url, { auth: { code, as: "host" }, cookie });
  await moveTo(teacher, "before");
  await vote(phone, "for");
  expect(asked.slice(0, 3)).toEqual(["GET s", "POST api?with=phone&cookie=needed", "WebSocket"]);
  expect(asked).toContain("POST socket.io?EIO=4&transport=polling");
});
