import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

function templatesOf(server: TestServer, cookie = server.cookie) {
  const ask = (method: string, path = "", json?: unknown) =>
    server.request(`/api/templates${path}`, {
      method,
      headers: { cookie },
      ...(json !== undefined && { json }),
    });
  return {
    keep: (json: object) => ask("POST", "", json),
    rename: (id: string, name: string) => ask("PUT", `/${id}`, { name }),
    remove: (id: string) => ask("DELETE", `/${id}`),
    list: async () => (await (await ask("GET")).json()).templates,
  };
}

test("[D34] a template keeps settings and minutes, without the name of a class; it is renamed and deleted by its owner", async () => {
  await using server = await startServer();
  const own = templatesOf(server);
  const settings = {
    name: "Class 3b",
    identity: "named",
    minutes: { before: 5, rebuttal: 20 },
    rule: "Be kind.",
  };
  const kept = await own.keep({ name: "  Short lesson ", settings });
  expect(kept.status).toBe(201);
  const { template } = await kept.json();
  expect(template).toMatchObject({
    name: "Short lesson",
    settings: { name: "", identity: "named", minutes: { before: 5, rebuttal: 20 }, rule: "Be kind." },
  });
  expect(await own.list()).toEqual([template]);
  const colleague = templatesOf(server, await server.colleague());
  expect(await colleague.list()).toEqual([]);
  expect((await colleague.rename(template.id, "Mine")).status).toBe(404);
  expect((await colleague.remove(template.id)).status).toBe(404);
  expect((await own.rename(template.id, "One period")).status).toBe(204);
  expect(await own.list()).toEqual([{ ...template, name: "One period" }]);
  expect((await own.remove(template.id)).status).toBe(204);
  expect(await own.list()).toEqual([]);
});

test("[D34] there are at most 30, and wrong settings, times or names are refused", async () => {
  await using server = await startServer();
  const own = templatesOf(server);
  for (const json of [
    { name: " ", settings: {} },
    { name: "x" },
    { name: "x".repeat(61), settings: {} },
    { name: "x", settings: { minutes: { before: 0 } } },
    { name: "x", settings: { minutes: { closed: 5 } } },
    { name: "x", settings: {}, owner: "Eve" },
  ])
    expect([400, 413]).toContain((await own.keep(json)).status);
  for (let n = 0; n < 30; n += 1)
    expect((await own.keep({ name: `Template ${n}`, settings: {} })).status).toBe(201);
  const more = await own.keep({ name: "One more", settings: {} });
  expect([more.status, (await more.json()).error.code]).toEqual([429, "too-many"]);
  expect(await own.list()).toHaveLength(30);
});

test("[D36] a template from a session has its settings and the minutes that its phases took, for its host only", async () => {
  let now = Date.UTC(2026, 8, 1, 9);
  await using server = await startServer({
    clock: () => now,
    settings: { name: "3b", questions: { reasons: false }, minutes: { results: 8 } },
  });
  const host = await server.connect("host");
  for (const [phase, seconds] of [
    ["before", 150],
    ["reading", 10 * 60],
    ["rebuttal", 12 * 60],
    ["before", 60],
    ["reading", 5],
    ["rebuttal", 3 * 60],
    ["after", 20],
    ["results", 0],
  ] as const) {
    await moveTo(host, phase);
    now += seconds * 1_000;
  }
  const { code } = server.session;
  const { template } = await (await templatesOf(server).keep({ name: "Went well", from: code })).json();
  expect(template.settings).toMatchObject({
    name: "",
    questions: { reasons: false },
    minutes: { before: 4, reading: 10, rebuttal: 15, results: 8 },
  });
  const colleague = templatesOf(server, await server.colleague());
  for (const from of [code, "ZZZZZZ"])
    expect((await colleague.keep({ name: "Hers", from })).status).toBe(404);
});

test("[D35] minutes of a session reach its host's control room, and no one else", async () => {
  await using server = await startServer({ settings: { minutes: { reading: 12 } } });
  const { pageApi } = server.app;
  const { code } = server.session;
  const room = await pageApi.host(new Headers({ cookie: server.cookie }), code);
  expect(room.ok && room.value.settings.minutes).toEqual({ reading: 12 });
  const phone = await pageApi.phone(new Headers(), code);
  expect(phone.ok && phone.value.settings).not.toHaveProperty("minutes");
});

test("[H11] a template from before some settings excluded each other opens a session, without what can't be", async () => {
  await using server = await startServer();
  const own = templatesOf(server);
  const { template } = await (
    await own.keep({ name: "Old", settings: { activities: { pairs: { when: "instead", by: "voice" } } } })
  ).json();
  const old = JSON.stringify({
    identity: "named",
    activities: { speaking: {}, starters: {}, pairs: { when: "instead" } },
  });
  await server.database.write((to) =>
    to.template.update({ where: { id: template.id }, data: { content: old } }),
  );
  const [{ settings }] = await own.list();
  expect(settings.identity).toBe("named");
  expect(settings.activities).toEqual({ pairs: { when: "instead", by: "voice" } });
  const opened = await server.request("/api/sessions", {
    json: { debateId: "japan-russia-card", settings },
    headers: { cookie: server.cookie },
  });
  expect(opened.status).toBe(201);
});

test("[D34, X5] a template has no reading text, whose name means another one in the next debate; nor has one from before", async () => {
  await using server = await startServer({ settings: { version: "simple" } });
  const own = templatesOf(server);
  const { template } = await (await own.keep({ name: "Typed", settings: { version: "simple" } })).json();
  expect(template.settings).not.toHaveProperty("version");
  const again = await (await own.keep({ name: "Taught", from: server.session.code })).json();
  expect(again.template.settings).not.toHaveProperty("version");
  await server.database.write((to) =>
    to.template.update({ where: { id: template.id }, data: { content: '{"version":"simple"}' } }),
  );
  for (const { settings } of await own.list()) expect(settings).not.toHaveProperty("version");
});

test("[D34] a template that is sent again under its client's id is kept once, as it was sent last, and not in place of a colleague's", async () => {
  await using server = await startServer();
  const own = templatesOf(server);
  const id = crypto.randomUUID();
  const quick = { id, name: "Quick", settings: { questions: { reasons: false } } };
  const both = await Promise.all([own.keep(quick), own.keep(quick)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await own.list()).toMatchObject([quick]);
  // Changed before it was sent again.
  const session = { id, name: "Quicker", from: server.session.code };
  const { template: changed } = await (await own.keep(session)).json();
  expect(changed).toMatchObject({ id, name: "Quicker", settings: { questions: { reasons: true } } });
  expect(await own.list()).toEqual([changed]);
  const colleague = templatesOf(server, await server.colleague());
  const taken = await colleague.keep(quick);
  expect([taken.status, (await taken.json()).error.code]).toEqual([409, "duplicate"]);
  expect(await own.list()).toEqual([changed]);
  expect((await own.keep({ ...quick, id: "mine" })).status).toBe(400);
  // The last of 30 is sent again, too.
  for (let n = 1; n < 30; n += 1) await own.keep({ name: `Template ${n}`, settings: {} });
  expect((await own.keep(quick)).status).toBe(201);
  expect((await own.keep({ ...quick, name: "Another", id: crypto.randomUUID() })).status).toBe(429);
  expect(await own.list()).toHaveLength(30);
});

test("[D34] a template that is saved again with the same name and settings is kept once, as after a lost answer and a reload", async () => {
  await using server = await startServer();
  const own = templatesOf(server);
  const form = { name: "Quick", settings: { questions: { reasons: false } } };
  const session = { name: "Like Monday", from: server.session.code };
  for (const each of [form, session]) {
    const [first, again] = [await own.keep({ ...each, id: crypto.randomUUID() }), await own.keep(each)];
    expect([first.status, again.status]).toEqual([201, 201]);
    const { template } = await first.json();
    expect((await again.json()).template).toMatchObject({ id: template.id, name: each.name });
  }
  expect(await own.list()).toHaveLength(2);
  await own.keep({ ...form, settings: { questions: { reasons: true } } });
  const colleague = templatesOf(server, await server.colleague());
  await colleague.keep(form);
  expect([await own.list(), await colleague.list()].map(({ length }) => length)).toEqual([3, 1]);
});
