import { randomUUID } from "node:crypto";
import pino from "pino";
import { expect, test } from "vitest";
import { ITEM_FIELD } from "#server/lti/item-content.ts";
import { createVisits } from "#server/lti/visits.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { connect, formIn, sendForm, startPlatform } from "#tests/support/lti-platform.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import { SECRET } from "#tests/support/signed-in.ts";
import { dump } from "#tests/support/tables.ts";

const TEACHER = { sub: "t1", name: "Grace Hopper", role: "Instructor" } as const;
const COLLEAGUE = { sub: "t2", name: "Alan Turing", role: "Instructor" } as const;
const PAGES = ["/lti/account", "/lti/name", "/lti/continue", "/lti/open", "/lti/use", "/lti/pick"];

test("[Q47] a token that is forged, of another page or sent by another site does nothing", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true, settings: { identity: "named" } });
  await platform.register(server);
  const { id: platformId } = await server.database.reader.ltiPlatform.findFirstOrThrow();
  const visit = { id: randomUUID(), platformId, deploymentId: "1", sub: TEACHER.sub };
  const forged = createVisits("another secret", Date.now).issue("course", visit, 3_600);
  const [held = "", signature = ""] = createVisits(SECRET, Date.now).issue("name", visit, 3_600).split(".");
  const changed = Buffer.from(Buffer.from(held, "base64url").toString().replace("name", "pick"));
  for (const t of ["", "x", ".", forged, `${held}.`, `${changed.toString("base64url")}.${signature}`])
    for (const page of PAGES)
      expect([page, (await sendForm(server, page, { t }, { cookie: server.cookie })).status]).toEqual([
        page,
        400,
      ]);
  const kinds = {
    "/lti/account": "pick",
    "/lti/name": "account",
    "/lti/use": "name",
    "/lti/pick": "course",
  } as const;
  for (const [page, kind] of Object.entries(kinds)) {
    const t = createVisits(SECRET, Date.now).issue(kind, visit, 3_600);
    expect((await sendForm(server, page, { t }, { cookie: server.cookie })).status).toBe(400);
  }
  for (const page of PAGES) {
    const t = createVisits(SECRET, Date.now).issue("account", visit, 3_600);
    const foreign = { cookie: server.cookie, origin: platform.issuer };
    expect((await sendForm(server, page, { t }, foreign)).status).toBe(403);
  }
  const tables = server.database.reader;
  expect([await tables.ltiAccount.count(), await tables.participant.count()]).toEqual([0, 0]);
});

test("[Q50] [Q57] an instructor gets neither a colleague's session nor their link, also with an older page", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  const cookie = await server.colleague();
  await connect(server, platform, TEACHER, { link: "mine" });
  await connect(server, platform, COLLEAGUE, { link: "mine", cookie });
  const opened = await server.request("/api/sessions", {
    json: { debateId: BUILT_IN_DEBATE.id },
    headers: { cookie },
  });
  const { code: theirs } = await opened.json();
  const older = formIn(await (await platform.launch(server, COLLEAGUE, { link: "mine" })).text(), "/lti/use");
  expect(older).toMatchObject({ code: theirs });

  const { issuer, clientId } = platform;
  const link = { issuer, clientId, deploymentId: "1", resourceLinkId: "mine" };
  expect((await server.asHost("/lti", { json: link })).status).toBe(403);
  await platform.launch(server, TEACHER, { link: "mine" });
  expect((await server.asHost("/lti", { json: link })).status).toBe(200);
  const launched = await platform.launch(server, COLLEAGUE, { link: "mine" });
  expect(launched.status).toBe(403);
  expect(await launched.text()).not.toContain(server.session.code);
  const fresh = await (await platform.launch(server, COLLEAGUE, { link: "free" })).text();
  const own = formIn(fresh, "/lti/use");
  expect((await sendForm(server, "/lti/use", { ...own, code: server.session.code })).status).toBe(400);
  expect((await sendForm(server, "/lti/use", older)).status).toBe(403);
  expect((await sendForm(server, "/lti/open", older)).status).toBe(400);
  const asColleague = { method: "POST", json: link, headers: { cookie } };
  expect((await server.request(`/api/sessions/${theirs}/lti`, asColleague)).status).toBe(403);
  const student = await platform.launch(server, { sub: "s1", name: "Ada" }, { link: "mine" });
  expect(student.headers.get("location")).toBe(`/s/${server.session.code}`);
});

test("[Q56] an item opens nothing for another platform, and an id that no one picked opens nothing", async () => {
  await using platform = await startPlatform();
  await using other = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  await other.register(server);
  const { id: platformId } = await server.database.reader.ltiPlatform.findFirstOrThrow({
    where: { issuer: platform.issuer },
  });
  const { id: instructorId } = await server.database.reader.instructor.findFirstOrThrow();
  const id = randomUUID();
  const content = { debateId: BUILT_IN_DEBATE.id, preset: "lesson", identity: "named" };
  await server.database.write((transaction) =>
    transaction.ltiItem.create({
      data: {
        ...{ id, instructorId, platformId, deploymentId: "1", contextId: "course", createdAt: 1n },
        content: JSON.stringify(content),
      },
    }),
  );
  const ada = { sub: "s1", name: "Ada" };
  for (const [at, item] of [
    [other, id],
    [platform, randomUUID()],
    [platform, `${id}'`],
  ] as const) {
    const refused = await at.launch(server, ada, { custom: { [ITEM_FIELD]: item } });
    expect([refused.status, cookiesOf(refused)]).toEqual([403, expect.not.stringContaining("seat-")]);
  }
  expect(await server.database.reader.session.count()).toBe(1);
  expect((await platform.launch(server, ada, { custom: { [ITEM_FIELD]: id } })).status).toBe(303);
});

test("[Q53] an anonymous session's database and log know nothing of who came by a link, and find the seat again", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  await using platform = await startPlatform();
  await using server = await startServer({
    insecurePlatforms: true,
    settings: { identity: "anonymous" },
    log,
  });
  await platform.register(server);
  const { issuer, clientId } = platform;
  const json = { issuer, clientId, deploymentId: "1", resourceLinkId: "link" };
  expect((await server.asHost("/lti", { json })).status).toBe(200);
  const ada = { sub: `sub-${randomUUID()}`, name: "Ada Lovelace", email: "ada@school.test" };
  const launched = await platform.launch(server, ada);
  const cookie = cookiesOf(launched).split("; ").at(-1) ?? "";
  expect(launched.headers.get("location")).toBe(`/s/${server.session.code}`);
  const again = cookiesOf(await platform.launch(server, ada))
    .split("; ")
    .at(-1);
  expect(again?.split(".")[0]).toBe(cookie.split(".")[0]);
  await platform.launch(server, ada, { link: "not led" });

  const host = await server.connect("host");
  const phone = await server.connect("student", { ticket: decodeURIComponent(cookie.split("=")[1] ?? "") });
  await moveTo(host, "before");
  expect(await phone.send("ballot:cast", ballot("for"))).toMatchObject({ ok: true });
  const kept = JSON.stringify(await dump(server.database)) + lines.join("\n");
  for (const secret of Object.values(ada)) expect(kept).not.toContain(secret);
  expect(await server.database.reader.ltiSeat.count()).toBe(0);
});
