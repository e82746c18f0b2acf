import { expect, test } from "vitest";
import { USUAL_RULES } from "#debate/rules/session-options.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { connect, formIn, sendForm, startPlatform } from "#tests/support/lti-platform.ts";
import { startServer } from "#tests/support/server.ts";

const TEACHER = { sub: "t1", name: "Grace Hopper", role: "Instructor" } as const;
const COLLEAGUE = { sub: "t2", name: "Alan Turing", role: "Instructor" } as const;
const ADA = { sub: "s1", name: "Ada Lovelace" };

async function courses() {
  const platform = await startPlatform();
  const server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  const { issuer, clientId } = platform;
  const of = (resourceLinkId: string, others = {}) => ({
    ...{ issuer, clientId, deploymentId: "1", resourceLinkId },
    ...others,
  });
  return {
    platform,
    server,
    of,
    use: (link: object, code = server.session.code) =>
      server.asInstructor(`/api/sessions/${code}/lti`, { json: link }),
    list: async (code = server.session.code) =>
      (await server.asInstructor(`/api/sessions/${code}/lti`)).json(),
    goes: async (link: string) =>
      (await platform.launch(server, ADA, { link })).headers.get("location")?.replace("/s/", ""),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
    },
  };
}

test("[Q55] a link leads to a session, then to another one of the host's, then to none, and the list says so", async () => {
  await using room = await courses();
  const { server, platform, of, use, list, goes } = room;
  const { code } = server.session;
  expect(await list()).toEqual({ links: [], others: [], platforms: 1 });
  await connect(server, platform, TEACHER, { link: "a" });
  await platform.launch(server, TEACHER, { link: "a" });
  const link = { ...of("a"), id: expect.any(String), title: "Debate", course: "About course" };
  expect(await list()).toEqual({ links: [], others: [{ ...link, now: null }], platforms: 1 });

  for (let pressed = 0; pressed < 2; pressed += 1) {
    const used = await use(of("a"));
    expect([used.status, await used.json()]).toEqual([200, { links: [link], others: [], platforms: 1 }]);
  }
  expect(await goes("a")).toBe(code);

  const other = await server.open({});
  expect(await list(other.code)).toMatchObject({ links: [], others: [{ ...link, now: code }] });
  await use(of("a"), other.code);
  expect(await goes("a")).toBe(other.code);
  expect(await list()).toMatchObject({ links: [], others: [{ now: other.code }] });

  const [{ id }] = (await list(other.code)).links;
  const remove = (from: string) =>
    server.asInstructor(`/api/sessions/${from}/lti/${id}`, { method: "DELETE" });
  expect((await remove(code)).status).toBe(404);
  expect((await remove(other.code)).status).toBe(204);
  expect((await remove(other.code)).status).toBe(404);
  expect(await goes("a")).toBeUndefined();
  expect(await server.database.reader.participant.count()).toBe(2);
});

test("[Q55] what no platform has, what a colleague uses, and a closed session's are refused", async () => {
  await using room = await courses();
  const { server, platform, of, use, list, goes } = room;
  const unknown = [{ issuer: "https://elsewhere.test" }, { clientId: "another" }, { deploymentId: "2" }];
  for (const wrong of unknown) expect((await use(of("a", wrong))).status).toBe(404);
  expect((await use(of(""))).status).toBe(400);

  const cookie = await server.colleague();
  await connect(server, platform, COLLEAGUE, { link: "theirs", cookie });
  await platform.launch(server, COLLEAGUE, { link: "theirs" });
  expect((await use(of("theirs"))).status).toBe(403);
  expect((await list()).others).toEqual([]);
  const { code } = server.session;
  const asColleague = (path: string, init = {}) =>
    server.request(`/api/sessions/${code}/lti${path}`, { ...init, headers: { cookie } });
  const asked = await Promise.all([
    asColleague(""),
    asColleague("", { method: "POST", json: of("theirs") }),
    asColleague("/any", { method: "DELETE" }),
  ]);
  for (const { status } of asked) expect(status).toBe(404);

  const host = await server.connect("host");
  expect((await use(of("before"))).status).toBe(200);
  for (const to of ["results", "closed"] as const) await moveTo(host, to);
  expect((await use(of("before"))).status).toBe(200);
  const late = await use(of("late"));
  expect([late.status, (await late.json()).error.code]).toEqual([409, "closed"]);
  expect(await goes("late")).toBeUndefined();
});

test("[Q55] at a link without a session its instructor opens one of any debate that is theirs to use, once", async () => {
  await using room = await courses();
  const { server, platform, goes } = room;
  await connect(server, platform, TEACHER, { link: "a" });
  const page = await (await platform.launch(server, TEACHER, { link: "a" })).text();
  const form = formIn(page, "/lti/open");
  const open = (chosen: object) => sendForm(server, "/lti/open", { ...form, ...chosen });
  expect((await open({ q: BUILT_IN_DEBATE.resolution, find: "yes" })).status).toBe(200);
  expect((await open({ debateId: "nothing", preset: "quick", identity: "named" })).status).toBe(403);
  expect((await open({ debateId: BUILT_IN_DEBATE.id, preset: "endless" })).status).toBe(403);
  expect(await server.database.reader.session.count()).toBe(1);

  const chosen = { debateId: BUILT_IN_DEBATE.id, preset: "quick", identity: "named", language: "ja" };
  for (let sent = 0; sent < 2; sent += 1) expect((await open(chosen)).status).toBe(200);
  const own = await server.database.reader.session.findMany({
    where: { code: { not: server.session.code } },
  });
  const { identity, language, rule } = JSON.parse(own[0]?.settings ?? "");
  expect([own.length, identity, language, rule]).toEqual([1, "named", "ja", USUAL_RULES.ja]);
  expect(await goes("a")).toBe(own[0]?.code);
});
