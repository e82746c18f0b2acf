import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { cookiesOf, keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const NAME = "Period 3, Monday";

function openNamed(server: TestServer, name: unknown) {
  const json = { debateId: "japan-russia-card", settings: { name } };
  return server.request("/api/sessions", { json, headers: { cookie: server.cookie } });
}

test("[V17] a name of 60 emoji is stored, and one of 61 characters is refused as too long", async () => {
  await using server = await startServer();
  const { code } = await (await openNamed(server, ` ${"🦉".repeat(60)}\n`)).json();
  const host = new Headers({ cookie: server.cookie });
  const page = await server.app.pageApi.host(host, code);
  expect(page).toMatchObject({ value: { settings: { name: "🦉".repeat(60) } } });
  for (const [name, status, error] of [
    ["x".repeat(61), 413, "too-long"],
    ["🦉".repeat(61), 413, "too-long"],
    [3, 400, "malformed"],
    [null, 400, "malformed"],
  ] as const) {
    const refused = await openNamed(server, name);
    expect(refused.status).toBe(status);
    const said = (await refused.json()).error;
    expect(said).toMatchObject({ code: error, message: expect.stringContaining("settings.name") });
  }
});

test("[V17] host, assistant and readers of the results see the name; phones and the projector don't", async () => {
  await using server = await startServer({ settings: { name: NAME, entry: "personal", identity: "named" } });
  const { code, urls } = server.session;
  const { pageApi } = server.app;
  const host = new Headers({ cookie: server.cookie });
  const assistant = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  const { passes } = await (await server.asHost("/passes", { json: { count: 1 } })).json();
  const joined = await server.asStranger("/join", { json: { pass: passes[0].code, name: "Ada" } });
  const seat = { cookie: cookiesOf(joined) };
  const steering = await server.connect("host");

  const named = { ok: true, value: { settings: { name: NAME } } };
  expect(await pageApi.host(host, code)).toMatchObject(named);
  expect(await pageApi.host(new Headers(), code, keyIn(assistant.url))).toMatchObject(named);
  expect(await pageApi.dashboard(host, 9)).toMatchObject({ value: { sessions: [{ code, name: NAME }] } });
  expect(await pageApi.passes(host, code)).toMatchObject({ value: { name: NAME } });
  expect(await pageApi.results(new Headers(seat), code)).toMatchObject({ ok: false });

  await moveTo(steering, "results");
  for (const headers of [host, new Headers(seat), new Headers()])
    expect(await pageApi.results(headers, code)).toMatchObject({ ok: true, value: { name: NAME } });
  const unnamed = [
    await pageApi.phone(new Headers(), code),
    await pageApi.phone(new Headers(seat), code),
    await pageApi.screen(new Headers(), code, keyIn(urls.screen)),
    await (await server.request(`/api/sessions/${code}`)).json(),
    await (await server.request(`/api/sessions/${code}/phone`, { headers: seat })).json(),
    await (await server.request(`/api/sessions/${code}/mine`, { headers: seat })).json(),
  ];
  for (const page of unnamed) expect(JSON.stringify(page)).not.toContain(NAME);
});

test("[V17] downloads carry the name in letters that every file system takes", async () => {
  await using server = await startServer({ settings: { name: NAME, entry: "personal" } });
  const { code } = server.session;
  for (const [path, how, file] of [
    ["/export?table=ballots&format=csv", "attachment", "ballots.csv"],
    ["/export?table=ballots&format=json", "inline", "ballots.json"],
    ["/passes?format=csv", "attachment", "codes.csv"],
  ])
    expect((await server.asHost(path ?? "")).headers.get("content-disposition")).toBe(
      `${how}; filename="${code}-${file}"; filename*=UTF-8''${code}-Period-3-Monday-${file}`,
    );
});
