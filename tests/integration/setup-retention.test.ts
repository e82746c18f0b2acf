import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const DAY = 24 * 60 * 60 * 1_000;
const START = Date.parse("2026-01-01T09:00:00Z");

/** A server at its setup, and what sends the setup's form. */
async function atSetup(options: { retentionDays?: number; clock?: () => number } = {}) {
  const server = await startServer(options);
  await server.asInstructor("/api/account", { method: "DELETE", json: { proof: INSTRUCTOR.password } });
  const token = await server.app.instructors.setupToken();
  const setUp = (chosen: object) =>
    server.request("/api/setup", { json: { token, ...INSTRUCTOR, ...chosen } });
  return { server, setUp };
}

/** Opens a session as the instructor of the setup. */
async function opened({ request }: TestServer, cookie: string): Promise<string> {
  const body = { debateId: "japan-russia-card", settings: {} };
  const answer = await request("/api/sessions", { json: body, headers: { cookie } });
  return ((await answer.json()) as { code: string }).code;
}

test("[T9] the first instructor chooses 90 days at the setup: the server deletes a session 90 days after its end, and none earlier", async () => {
  let now = START;
  const { server, setUp } = await atSetup({ clock: () => now });
  await using _ = server;
  const { pageApi } = server.app;
  expect(await pageApi.retention()).toEqual({ isFixed: false });
  expect((await setUp({ retentionDays: 90 })).status).toBe(201);
  // Read anew: another server on the same database may have stored it.
  expect(await pageApi.retention()).toEqual({ days: 90, isFixed: false });

  const cookie = await server.signIn();
  const headers = new Headers({ cookie });
  const code = await opened(server, cookie);
  await moveTo(await server.connect("host", { code }, { cookie }), "closed");
  const dashboard = await pageApi.dashboard(headers, 0);
  expect(dashboard).toMatchObject({ value: { sessions: [{ code, keptUntil: now + 90 * DAY }] } });
  expect(await pageApi.host(headers, code)).toMatchObject({ value: { keptUntil: now + 90 * DAY } });
  expect(await pageApi.account(headers)).toMatchObject({
    value: { retention: { days: 90, isFixed: false } },
  });

  const status = async () => (await server.request(`/api/sessions/${code}`)).status;
  for (const after of [0, 90 * DAY]) {
    now = START + after;
    await server.restart();
    await server.app.pageApi.retention();
    expect(await status()).toBe(200);
  }
  now += 1;
  await server.restart();
  await expect.poll(status).toBe(404);
});

test("[T9] the number of days in the environment wins over the setup's choice", async () => {
  let now = START;
  const { server, setUp } = await atSetup({ clock: () => now, retentionDays: 30 });
  await using _ = server;
  expect(await server.app.pageApi.retention()).toEqual({ days: 30, isFixed: true });
  expect((await setUp({ retentionDays: 365 })).status).toBe(201);
  expect(await server.app.pageApi.retention()).toEqual({ days: 30, isFixed: true });
  const code = await opened(server, await server.signIn());
  now += 31 * DAY;
  await server.restart();
  await expect.poll(async () => (await server.request(`/api/sessions/${code}`)).status).toBe(404);
});
