import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "playwright/test";
import { cleanText } from "#debate/rules/text.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { hostileDebate, PAYLOADS, payloads } from "#tests/e2e/support/hostile.ts";
import { newsletter } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { test } from "#tests/e2e/support/test.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { joinSession, postJson } from "#tests/support/requests.ts";

const NARROW = { width: 390, height: 844 };
const IMAGE = PAYLOADS[2];

test("[W5] [W6] everything people write is shown as text on every screen: nothing runs, loads or overflows", async ({
  browser,
}) => {
  const { url, cookie } = sharedProgram();
  const send = (path: string, body: object, cookie = "") => postJson(url + path, body, cookie);
  const { debate } = await (await send("/api/debates", { debate: hostileDebate() }, cookie)).json();
  const text = `${newsletter().replace(/RESOLVED:?/u, `$& ${IMAGE}`)}\n${PAYLOADS.join("\n")}`;
  const imported = await (await send("/api/debates/import", { text }, cookie)).json();
  const settings = { identity: "named", filter: { holds: false } };
  const { code, urls } = await (
    await send("/api/sessions", { debateId: debate.id, settings }, cookie)
  ).json();
  const join = async (name: string) => {
    const { participantId, ticket } = await joinSession(url, code, name);
    return connectClient(url, { auth: { code, ticket }, participantId });
  };
  const students = await Promise.all(payloads(40).map(join));
  const [first, second] = students as [Client, Client];
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });

  const watched: Watched[] = [];
  const open = async (
    path: string,
    viewport: Page["viewportSize"] extends () => infer V ? V : never,
    cookies = "",
  ) => {
    const page = await watch(browser, url, viewport ?? NARROW, cookies);
    watched.push(page);
    await page.page.goto(new URL(path, url).href);
    return page.page;
  };
  const phone = await open(`/s/${code}`, NARROW);
  await phone.getByRole("textbox").fill('"><svg onload=ran=1>');
  await phone.getByRole("button", { name: "Join" }).click();
  await phone.getByRole("heading", { name: "You are in" }).waitFor();
  const control = await open(`/host/${code}`, { width: 1280, height: 800 }, cookie);
  const wall = await open(urls.screen, { width: 1920, height: 1080 });

  await test.step("the debate, imported and written, on the instructor's pages", async () => {
    for (const path of [
      "/dashboard",
      `/debates/${debate.id}`,
      `/debates/${debate.id}/edit`,
      `/debates/${imported.debate.id}`,
    ]) {
      const page = await open(path, NARROW, cookie);
      await expect(page.getByText(IMAGE).first()).toBeAttached();
      await quiet(watched);
      await page.close();
      watched.pop();
    }
  });

  await test.step("reasons, and the positions on phone and wall", async () => {
    await moveTo(host, "before");
    const reasons = payloads(280);
    for (const [index, student] of students.entries())
      await student.send("ballot:cast", { round: "before", choice: "for", seq: 1, reason: reasons[index] });
    await moveTo(host, "reading");
    await expect(phone.getByText(IMAGE).first()).toBeVisible();
    await expect(wall.getByText(IMAGE).first()).toBeVisible();
    await quiet(watched);
  });

  const ids =
    await test.step("rebuttals with quotations, sources, replies and reports, each on the wall", async () => {
      await moveTo(host, "rebuttal");
      const posted: string[] = [];
      for (const [index, body] of payloads(600).entries()) {
        const id = randomUUID();
        const answer = await students[index % students.length]?.send("rebuttal:post", {
          id,
          side: index % 2 === 0 ? "for" : "against",
          body,
          quote: { side: "for", n: index + 1, exact: body },
          source: `https://evil.example@a.example/${index}?q="><script>ran=1</script>`,
          ...(posted[0] !== undefined && { replyTo: posted[0] }),
        });
        expect(answer, body).toMatchObject({ ok: true });
        posted.push(id);
      }
      const reporter = students.at(-1) as Client;
      for (const [index, reason] of payloads(280).entries())
        await reporter.send("rebuttal:report", { rebuttalId: posted[index] ?? "", reason });
      for (const [index, id] of posted.entries()) {
        // All of them are on the phone and in the control room meanwhile, which draw words as the wall does.
        if (index % 3 !== 2) continue;
        await host.send("host:wall", { show: { rebuttalId: id } });
        const words =
          cleanText(PAYLOADS[index] ?? "")
            .slice(0, 20)
            .split("\n")[0] ?? "";
        await expect(wall.locator("article").filter({ hasText: words })).toBeVisible();
      }
      await control.setViewportSize(NARROW);
      const queue = control.getByRole("region", { name: "Needs attention" }).getByRole("list").first();
      await expect.poll(() => queue.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
      await control.setViewportSize({ width: 1280, height: 800 });
      await expect(phone.getByRole("article").filter({ hasText: IMAGE }).first()).toBeVisible();
      const link = phone.getByRole("link", { name: "Source (a.example)" }).first();
      expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow ugc");
      expect(await link.getAttribute("href")).toMatch(/^https:\/\/a\.example\/\d+\?q=%22/u);
      await expect(control.getByText(IMAGE).first()).toBeVisible();
      await quiet(watched);
      return posted;
    });

  await test.step("credit, results and exports", async () => {
    await moveTo(host, "after");
    const credit = (rebuttalId: string | undefined) => ({
      rebuttalId: rebuttalId ?? "",
      without: "for" as const,
      why: IMAGE.repeat(3),
    });
    await second.send("ballot:cast", { round: "after", choice: "against", seq: 1, credit: credit(ids[0]) });
    await first.send("ballot:cast", { round: "after", choice: "against", seq: 1, credit: credit(ids[1]) });
    await moveTo(host, "results");
    const results = await open(`/results/${code}`, NARROW, cookie);
    await expect(results.getByText(IMAGE).first()).toBeAttached();
    for (const summary of await results.locator("summary").all()) await summary.click();
    for (const table of ["ballots", "rebuttals", "participants"]) {
      const path = `/api/sessions/${code}/export?table=${table}`;
      const json = await open(`${path}&format=json`, NARROW, cookie);
      await quiet(watched.slice(-1));
      await json.close();
      watched.pop();
      const csv = await (await fetch(`${url}${path}&format=csv`, { headers: { cookie } })).text();
      expect(csv).toContain("<script>ran=1");
      expect(csv).not.toMatch(/(?:^|[,;\t\n])["\s]*[=+@]/u);
    }
    await expect(phone.getByRole("heading", { name: "The result" })).toBeVisible();
    await quiet(watched);
  });
});

type Watched = { page: Page; heard: string[] };
type Window = { ran?: unknown; violations: string[] };

/** A page that records everything that must not happen on it. */
async function watch(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  cookie: string,
): Promise<Watched> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  if (cookie) await context.addCookies(toCookies(cookie, url));
  await context.addInitScript(() => {
    const here = window as unknown as Window;
    here.violations = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      here.violations.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => heard.push(`error ${error.message}`));
  page.on("console", (message) => {
    // A browser that shows a file asks for the site's icon, which does not exist.
    const isOfIcon = message.location().url === `${url}/favicon.ico`;
    if (message.type() === "error" && !isOfIcon) heard.push(`console ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!/^(?:data|blob):/u.test(request.url()) && new URL(request.url()).origin !== url)
      heard.push(`request ${request.url()}`);
  });
  return { page, heard };
}

/** No script ran, no other site got a request, and nothing overflows sideways. */
async function quiet(watched: Watched[]): Promise<void> {
  for (const { page, heard } of watched) {
    const found = await page.evaluate(() => {
      const { ran, violations } = window as unknown as Window;
      return { ran, violations };
    });
    const path = new URL(page.url()).pathname;
    expect({ path, heard, ...found }).toEqual({ path, heard: [], ran: undefined, violations: [] });
    // What has just been drawn may still change its width.
    const sideways = () =>
      page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
    await expect.poll(sideways, { message: path }).toBe(0);
  }
}
