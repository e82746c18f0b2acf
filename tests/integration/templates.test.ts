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

test("[D36] a template from a session has its settings and the minutes that its phases took, for its host only", async () => {
  let now = Date.UTC(2026, 8, 1, 9);
  await using server = await startServer({
    clock: () => now,
    settings: { name: "3b", questions: { reasons: false }, minutes: { results: 8 } },
  });
  const host = await server.connect("host");
  for (const [phase, minutes] of [
    ["before", 4] as const,
    ["reading", 10] as const,
    ["rebuttal", 15] as const,
  ]) {
    await moveTo(host, phase);
    now += minutes * 60_000;
  }
  await moveTo(host, "after");
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
