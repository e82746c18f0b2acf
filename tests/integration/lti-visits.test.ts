import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { openFor, storeClass } from "#tests/support/classes.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import {
  connect,
  formIn,
  type Launching,
  type LtiPlatform,
  sendForm,
  startPlatform,
} from "#tests/support/lti-platform.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const TEACHER = { sub: "t1", name: "Grace Hopper", role: "Instructor" } as const;
const ADA = { sub: "s1", name: "Ada Lovelace" };
const BOB = { sub: "s2", name: "Bob" };

/** A platform that a server knows, whose teacher is connected with the instructor. */
async function classroom(settings = {}) {
  const platform = await startPlatform();
  const server = await startServer({ insecurePlatforms: true, settings });
  await platform.register(server);
  await connect(server, platform, TEACHER, { link: "unused" });
  return {
    platform,
    server,
    launch: (person: Parameters<LtiPlatform["launch"]>[1], launching?: Launching) =>
      platform.launch(server, person, launching),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
    },
  };
}

/** Leads the link to the session of the server, or to another one. */
async function useFor({ server, platform }: Room, code = server.session.code, resourceLinkId = "link") {
  const { issuer, clientId } = platform;
  const json = { issuer, clientId, deploymentId: "1", resourceLinkId };
  const used = await server.asInstructor(`/api/sessions/${code}/lti`, { json });
  expect(used.status).toBe(200);
}
type Room = { server: TestServer; platform: LtiPlatform };

/** The custom fields of an item that the teacher picks. */
async function picked({ server, platform }: Room, identity = "pseudonym"): Promise<Record<string, string>> {
  const page = await (await platform.launch(server, TEACHER, { picks: true })).text();
  const fields = { ...formIn(page, "/lti/pick"), debateId: BUILT_IN_DEBATE.id, identity };
  const sent = await sendForm(server, "/lti/pick", fields);
  expect(sent.headers.get("content-security-policy")).toMatch(
    /nonce-.*form-action https:\/\/platform\.test;/u,
  );
  const back = await sent.text();
  const [, jwt = ""] = /name="JWT" value="([^"]+)"/u.exec(back) ?? [];
  const items = decodeJwt(jwt)["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"];
  return (items as { custom: Record<string, string> }[])[0]?.custom ?? expect.fail("nothing was picked");
}

/** Which session a launch led to, and the seat there. */
function seatIn(response: Response): { code: string; seat: string } {
  expect(response.status).toBe(303);
  const [name = "", ticket = ""] = cookiesOf(response).split("; ").at(-1)?.split("=") ?? [];
  expect(response.headers.get("location")).toBe(`/s/${name.replace("seat-", "")}`);
  return { code: name.replace("seat-", ""), seat: decodeURIComponent(ticket).split(".")[0] ?? "" };
}
const seatsOf = ({ server }: Room, code = server.session.code) =>
  server.database.reader.participant.findMany({ where: { session: { code } } });

test("[Q50] an instructor is connected by an answer while signed in, and then goes on in the frame; no launch signs in", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  const launched = await platform.launch(server, TEACHER);
  expect(launched.status).toBe(200);
  expect(cookiesOf(launched)).not.toContain("session_token");
  const page = await launched.text();
  expect(page).toContain(TEACHER.name);
  const nonce = /nonce-([\w-]+)/u.exec(launched.headers.get("content-security-policy") ?? "")?.[1];
  expect(page).toContain(`<style nonce="${nonce}">`);
  const going = formIn(page, "/lti/continue");
  expect(await (await sendForm(server, "/lti/continue", going)).text()).toContain("/lti/account?t=");

  const [, token = ""] = /\/lti\/account\?t=([\w.-]+)/u.exec(page) ?? [];
  const path = `/lti/account?t=${token}`;
  const stranger = await server.request(path);
  expect(stranger.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  const asked = await server.asInstructor(path);
  expect(asked.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const question = await asked.text();
  for (const part of [TEACHER.name, new URL(platform.issuer).host, "grace@example.org"])
    expect(question).toContain(part);
  const answer = formIn(question, "/lti/account");
  expect((await sendForm(server, "/lti/account", answer)).status).toBe(400);
  const signedIn = { cookie: server.cookie };
  expect((await sendForm(server, "/lti/account", answer, signedIn)).status).toBe(200);
  expect((await sendForm(server, "/lti/account", answer, signedIn)).status).toBe(400);

  const after = await (await sendForm(server, "/lti/continue", going)).text();
  expect(after).toContain(server.session.code);
  const used = await sendForm(server, "/lti/use", formIn(after, "/lti/use"));
  expect(await used.text()).toContain(`href="/host/${server.session.code}" target="_blank"`);
  seatIn(await platform.launch(server, ADA));
});

test("[Q47] a page after a launch lasts an hour", async () => {
  let now = Date.now();
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true, clock: () => now });
  await platform.register(server);
  const going = formIn(await (await platform.launch(server, TEACHER)).text(), "/lti/continue");
  now += 60 * 60 * 1_000;
  expect((await sendForm(server, "/lti/continue", going)).status).toBe(400);
});

test("[Q52] [Q51] someone has one seat at every launch, by name, and a removed one stays out", async () => {
  await using room = await classroom({ identity: "named" });
  const { server, launch } = room;
  await useFor(room);
  const first = await launch(ADA);
  expect(first.headers.getSetCookie().at(-1)).toMatch(
    /; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age/u,
  );
  const { seat } = seatIn(first);
  expect(seatIn(await launch({ ...ADA, name: "Someone Else" })).seat).toBe(seat);
  expect(seatIn(await launch(BOB)).seat).not.toBe(seat);
  expect((await seatsOf(room)).map(({ name }) => name).sort()).toEqual([ADA.name, BOB.name]);

  const host = await server.connect("host");
  await host.send("host:remove", { participantIds: [seat] });
  const removed = await launch(ADA);
  expect([removed.status, cookiesOf(removed)]).toEqual([403, expect.not.stringContaining("seat-")]);

  await moveTo(host, "results");
  await moveTo(host, "closed");
  seatIn(await launch(BOB));
  const late = await launch({ sub: "s3", name: "Cleo" });
  expect([late.status, cookiesOf(late)]).toEqual([403, expect.not.stringContaining("seat-")]);
  expect(await late.text()).toContain(`href="/results/${server.session.code}"`);
});

test("[Q51] a session of names asks who comes without one; with pseudonyms the name is the real one", async () => {
  await using room = await classroom({ identity: "named" });
  const { server, launch } = room;
  await useFor(room);
  const asking = await launch({ sub: "s1" });
  expect(asking.status).toBe(200);
  const fields = formIn(await asking.text(), "/lti/name");
  expect(await seatsOf(room)).toEqual([]);
  for (const name of ["", "\u200b", "x".repeat(41)])
    expect((await sendForm(server, "/lti/name", { ...fields, name })).status).toBe(400);
  const { seat } = seatIn(await sendForm(server, "/lti/name", { ...fields, name: "Ada" }));
  expect(seatIn(await launch({ sub: "s1" })).seat).toBe(seat);

  const { code } = await server.open({ identity: "pseudonym" });
  await useFor(room, code, "second");
  seatIn(await launch(ADA, { link: "second" }));
  seatIn(await launch({ sub: "s2" }, { link: "second" }));
  const names = (await seatsOf(room, code)).map(({ realName }) => realName);
  expect(names).toEqual(expect.arrayContaining([ADA.name, null]));
});

test("[Q56] the first launch of a link opens the session that was picked, once, for who picked it", async () => {
  await using room = await classroom();
  const { server, launch } = room;
  const custom = await picked(room);
  const [ada, bob] = await Promise.all([launch(ADA, { custom }), launch(BOB, { custom })]);
  const { code } = seatIn(ada);
  expect(seatIn(bob).code).toBe(code);
  const other = seatIn(await launch(ADA, { custom, link: "another" }));
  expect(other.code).not.toBe(code);
  expect((await server.asInstructor(`/api/sessions/${code}/participation`)).status).toBe(200);
  expect(await (await launch(TEACHER, { custom })).text()).toContain(`/host/${code}`);
});

test("[Q57] a link without a session, of a deleted one, or copied to another course says so, and its instructor opens another", async () => {
  await using room = await classroom();
  const { server, launch } = room;
  const refused = async (launching: Launching) => {
    const answered = await launch(ADA, launching);
    expect([answered.status, cookiesOf(answered)]).toEqual([403, expect.not.stringContaining("seat-")]);
    return answered.text();
  };
  expect(await refused({})).toContain("hasn’t opened");

  const custom = await picked(room);
  const copied = { custom, link: "copied", course: "elsewhere" };
  expect(await refused(copied)).toContain("copied from another course");
  const told = await (await launch(TEACHER, copied)).text();
  expect(told).toContain("copied from another course");
  const again = formIn(told, "/lti/open");
  for (let sent = 0; sent < 2; sent += 1)
    expect((await sendForm(server, "/lti/open", again)).status).toBe(200);
  const opened = seatIn(await launch(ADA, copied));
  expect(await server.database.reader.session.count()).toBe(2);

  const { code } = seatIn(await launch(ADA, { custom }));
  expect(code).not.toBe(opened.code);
  await server.asInstructor(`/api/sessions/${code}`, { method: "DELETE" });
  expect(await refused({ custom })).toContain("no session any more");
  expect(await (await launch(TEACHER, { custom })).text()).toContain('action="/lti/open"');
});

test("[Q57] neither who only watches a course nor a stranger to the session's class gets a seat", async () => {
  await using room = await classroom();
  const { server, launch } = room;
  await useFor(room);
  const watching = await launch({ sub: "m1", name: "Mo", role: "Mentor" });
  expect([watching.status, await seatsOf(room)]).toEqual([403, []]);

  const classId = await storeClass(server.database, ["Ada L.", "Bob"]);
  const { code } = await (await openFor(server, classId)).json();
  await useFor(room, code, "class");
  const tables = server.database.reader;
  const { id: studentId } = await tables.classStudent.findFirstOrThrow({ where: { name: "Ada L." } });
  const { id: platformId } = await tables.ltiPlatform.findFirstOrThrow();
  await server.database.write((transaction) =>
    transaction.ltiStudent.create({ data: { studentId, platformId, sub: ADA.sub } }),
  );
  const stranger = await launch(BOB, { link: "class" });
  expect([stranger.status, await stranger.text()]).toEqual([403, expect.stringContaining("class list")]);
  const { seat } = seatIn(await launch(ADA, { link: "class" }));
  const { passes } = await (await server.asInstructor(`/api/sessions/${code}/passes`)).json();
  const { code: pass } = passes.find(({ name }: { name: string }) => name === "Ada L.");
  const byCode = await server.request(`/api/sessions/${code}/join`, { json: { pass } });
  expect((await byCode.json()).participantId).toBe(seat);
  expect(await seatsOf(room, code)).toMatchObject([{ id: seat, name: "Ada L.", studentId }]);
});

test("[Q52] a teacher who looks as a student has a learner's seat; a review leads the host to the student's marks", async () => {
  await using room = await classroom({ identity: "pseudonym" });
  const { server, launch } = room;
  await useFor(room);
  const { seat } = seatIn(await launch(ADA));
  seatIn(await launch({ sub: TEACHER.sub, name: TEACHER.name }));
  const marks = `/host/${server.session.code}/marks?student=${seat}`;
  expect(await (await launch(TEACHER, { forUser: ADA.sub })).text()).toContain(marks);
  expect(await (await launch(TEACHER, { forUser: "unknown" })).text()).not.toContain("/marks");
});

test("[G1] [G7] what is kept of a platform is in the files of student and instructor, and goes with seat and account", async () => {
  await using room = await classroom({ identity: "named" });
  const { server, platform, launch } = room;
  await useFor(room);
  await picked(room);
  const launched = await launch(ADA);
  const cookie = cookiesOf(launched);
  const mine = `/api/sessions/${server.session.code}/mine`;
  const own = await (await server.request(mine, { headers: { cookie } })).json();
  expect(own.platform).toMatchObject({ issuer: platform.issuer, sub: ADA.sub, course: "About course" });
  const account = await (await server.asInstructor("/api/account/data")).json();
  expect(account.platforms).toMatchObject({
    accounts: [{ issuer: platform.issuer, sub: TEACHER.sub }],
    items: [{ content: { debateId: BUILT_IN_DEBATE.id } }],
  });

  const erased = await server.request(`${mine}?scope=seat`, { method: "DELETE", headers: { cookie } });
  expect(erased.status).toBe(204);
  const tables = server.database.reader;
  expect(await tables.ltiSeat.count()).toBe(0);
  await server.asInstructor("/api/account", { method: "DELETE", json: { proof: INSTRUCTOR.password } });
  expect([await tables.ltiAccount.count(), await tables.ltiItem.count()]).toEqual([0, 0]);
});

test("[Q55] a link that was taken from a session does not open it again", async () => {
  await using room = await classroom();
  const { server, launch } = room;
  const custom = await picked(room);
  const { code } = seatIn(await launch(ADA, { custom }));
  const { links } = await (await server.asInstructor(`/api/sessions/${code}/lti`)).json();
  await server.asInstructor(`/api/sessions/${code}/lti/${links[0].id}`, { method: "DELETE" });
  expect((await launch(ADA, { custom })).status).toBe(403);
});
