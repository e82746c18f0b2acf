import { expect, test } from "vitest";
import { CODE_ALPHABET } from "#debate/rules/codes.ts";
import { cookiesOf, keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** A classroom's computer that opened `/screen`. */
function computer(server: TestServer) {
  let cookie = "";
  return {
    get cookie() {
      return cookie;
    },
    async asks(): Promise<{ code: string; expiresAt: number; path?: string }> {
      const response = await server.request("/api/projectors", {
        method: "POST",
        headers: { cookie },
      });
      cookie = cookiesOf(response) || cookie;
      return response.json();
    },
  };
}

const confirm = (server: TestServer, code: string) => server.asHost("/projectors", { json: { code } });
const statusOf = async (response: Promise<Response>) => (await response).status;

/** Asks until it is told where to go. */
async function opened(waiting: ReturnType<typeof computer>): Promise<string> {
  for (;;) {
    const { path } = await waiting.asks();
    if (path !== undefined) return path;
  }
}

test("[V28] a computer shows six characters, and opens the projector once the host has typed them", async () => {
  await using server = await startServer();
  const waiting = computer(server);
  const { code, expiresAt } = await waiting.asks();
  expect([...code].filter((each) => CODE_ALPHABET.includes(each))).toHaveLength(6);
  expect(Math.abs(expiresAt - Date.now() - 600_000)).toBeLessThan(60_000);
  // It stays the same while it waits.
  expect((await waiting.asks()).code).toBe(code);
  const confirmed = confirm(server, ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
  const path = await opened(waiting);
  expect(await statusOf(confirmed)).toBe(204);
  expect(server.url + path).toBe(server.session.urls.screen);
  const page = await server.app.pageApi.screen(new Headers(), server.session.code, keyIn(server.url + path));
  expect(page.ok).toBe(true);
  // [V28] Used once: it waits anew, with another code.
  expect((await waiting.asks()).code).not.toBe(code);
});

test("[V28] only the browser that was shown the code gets in, and one of two that race with its cookie", async () => {
  await using server = await startServer();
  const [waiting, other] = [computer(server), computer(server)];
  const { code } = await waiting.asks();
  expect((await other.asks()).code).not.toBe(code);
  const confirmed = confirm(server, code);
  const forged = waiting.cookie.replace(/.$/u, (last) => (last === "A" ? "B" : "A"));
  const asked = (cookie: string) =>
    server
      .request("/api/projectors", { method: "POST", headers: { cookie } })
      .then((answer) => answer.json());
  const answers: { path?: string }[] = [];
  while (!answers.some(({ path }) => path !== undefined)) {
    expect(await other.asks()).not.toHaveProperty("path");
    expect(await asked(forged)).not.toHaveProperty("path");
    answers.push(...(await Promise.all(Array.from({ length: 10 }, () => asked(waiting.cookie)))));
  }
  expect(answers.filter(({ path }) => path !== undefined)).toHaveLength(1);
  expect(await statusOf(confirmed)).toBe(204);
});

test("[V28] a code that no screen shows is refused, and opens nothing later", async () => {
  await using server = await startServer();
  const waiting = computer(server);
  const { code } = await waiting.asks();
  expect(await statusOf(confirm(server, "not a code"))).toBe(404);
  // It shows the code, and is away while the host confirms it.
  expect(await statusOf(confirm(server, code))).toBe(404);
  expect(await waiting.asks()).not.toHaveProperty("path");
});

test("[V28] no one but the host confirms, and a code is over after ten minutes", async () => {
  let time = Date.now();
  await using server = await startServer({ clock: () => time });
  const waiting = computer(server);
  const { code } = await waiting.asks();
  expect(await statusOf(server.asStranger("/projectors", { json: { code } }))).toBe(401);
  time += 600_001;
  const next = await waiting.asks();
  expect(next.code).not.toBe(code);
  expect(next.expiresAt).toBe(time + 600_000);
});

test("[V28] a link to the projector that was turned off stays off where no computer comes, and is made once for two", async () => {
  await using server = await startServer();
  await server.asHost("/links/screen", { method: "DELETE" });
  const linkNow = async () => {
    const page = await server.app.pageApi.host(new Headers({ cookie: server.cookie }), server.session.code);
    return page.ok && page.value.links.screen;
  };
  const [one, two] = [computer(server), computer(server)];
  const codes = [(await one.asks()).code, (await two.asks()).code];
  // It is away while the host confirms it.
  expect(await statusOf(confirm(server, codes[0] ?? ""))).toBe(404);
  expect(await linkNow()).toBeUndefined();
  const confirmed = codes.map((code) => confirm(server, code));
  const paths = await Promise.all([opened(one), opened(two)]);
  expect(await Promise.all(confirmed.map(statusOf))).toEqual([204, 204]);
  const link = await linkNow();
  expect(paths).toEqual([link, link]);
});
