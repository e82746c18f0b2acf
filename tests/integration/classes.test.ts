import { expect, test } from "vitest";
import type { SchoolClass, StudentYear } from "#debate/protocol/answers/class-answers.ts";
import { CLASS_WORDS } from "#debate/rules/class-words.ts";
import { CLASSES, STUDENTS } from "#debate/rules/classes.ts";
import { classSession } from "#tests/support/classes.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const ID = "6f1d4c8e-3f0b-4f0e-9a57-0c1f3f1b2a11";

function classesOf(server: TestServer) {
  const ask = async (method: string, path = "", json?: object) => {
    const answer = await server.asInstructor(`/api/classes${path}`, { method, ...(json && { json }) });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  };
  return {
    ask,
    create: async (students: object[], more = {}): Promise<SchoolClass> =>
      (await ask("POST", "", { name: "3B", students, ...more })).body.class,
  };
}

test("[Q15] [Q17] a class is created once, named, given a word, filled from a list without doubling anyone, and deleted", async () => {
  await using server = await startServer();
  const { ask, create } = classesOf(server);
  const made = await create([{ name: "Ada", number: "7" }, { name: "Bob" }], { id: ID });
  expect(await create([], { id: ID })).toEqual(made);
  const [one = "", other = "", number] = made.word.split(" ");
  expect(CLASS_WORDS.en).toEqual(expect.arrayContaining([one, other]));
  expect(one).not.toBe(other);
  expect(number).toMatch(/^\d\d$/u);
  const list = {
    students: [
      { name: "Ada L.", number: "7" },
      { name: "Bob", number: "8" },
      { name: "Cleo" },
      { name: "Cleo" },
    ],
  };
  const added = await ask("POST", `/${ID}/students`, list);
  expect(added).toMatchObject({ status: 201, body: { added: 2, known: 2 } });
  expect(
    added.body.class.students.map(({ name, number }: { name: string; number?: string }) => [name, number]),
  ).toEqual([
    ["Ada", "7"],
    ["Bob", "8"],
    ["Cleo", undefined],
    ["Cleo", undefined],
  ]);
  const changed = await ask("PUT", `/${ID}`, { name: "4B", word: "  Apfel Baum " });
  expect(changed.body.class).toMatchObject({ name: "4B", word: "Apfel Baum" });
  expect((await ask("GET")).body.classes).toMatchObject([{ id: ID, name: "4B", students: 4, sessions: 0 }]);
  expect((await ask("DELETE", `/${ID}`)).status).toBe(204);
  expect((await ask("GET", `/${ID}`)).status).toBe(404);
  expect((await ask("GET")).body).toEqual({ classes: [] });
});

test("[Q15] an instructor has at most sixty classes, and a class a thousand students", async () => {
  await using server = await startServer();
  const { ask, create } = classesOf(server);
  const full = await create(Array.from({ length: STUDENTS }, (_, n) => ({ name: `Student ${n}` })));
  const more = await ask("POST", `/${full.id}/students`, { students: [{ name: "One more" }] });
  expect(more).toMatchObject({ status: 429, body: { error: { code: "too-many" } } });
  for (let n = 1; n < CLASSES; n += 1) await create([]);
  expect((await ask("POST", "", { name: "One more" })).body.error.code).toBe("too-many");
  for (const bad of [
    { name: "" },
    { name: "3B", students: [{ name: "x".repeat(81) }] },
    { name: "3B", word: "x" },
  ])
    expect((await ask("POST", "", bad)).body.error.code).toMatch(/malformed|too-long/u);
});

test("[Q16] [Q10] a corrected name shows in the list, to the host, and in a named session to classmates", async () => {
  await using its = await classSession(["Ada", "Bob"]);
  const { server, classId, code } = its;
  const { ask } = classesOf(server);
  const { body: ada } = await its.chooses("Ada");
  const { body: bob } = await its.chooses("Bob");
  const host = await server.connect("host", { code });
  const [first, second] = [
    await server.connect("student", { code, ticket: ada.ticket }),
    await server.connect("student", { code, ticket: bob.ticket }),
  ];
  await moveTo(host, "before");
  await moveTo(host, "reading");
  await moveTo(host, "rebuttal");
  const words = rebuttal();
  await first.send("rebuttal:post", words);
  await second.hearsRebuttals(({ changed }) => changed.some(({ by }) => by === "Ada"));
  const student = (await its.list()).find(({ name }) => name === "Ada");
  const corrected = await ask("PUT", `/${classId}/students/${student?.id}`, { name: "Bob", number: "9" });
  expect(corrected).toMatchObject({ status: 200, body: { name: "Bob", number: "9" } });
  await second.hearsRebuttals(({ changed }) => changed.some(({ by }) => by === "Bob (2)"));
  await host.hearsRoster(({ seats }) => seats.some(({ name }) => name === "Bob (2)"));
  const renamed = await its.asHost(`/seats/${ada.participantId}/name`, {
    method: "PUT",
    json: { name: "Ada L." },
  });
  expect(renamed.status).toBe(204);
  await second.hearsRebuttals(({ changed }) => changed.some(({ by }) => by === "Ada L."));
  const nobody = await its.asHost(`/seats/${ID}/name`, { method: "PUT", json: { name: "X" } });
  expect(nobody.status).toBe(404);
});

test("[Q10] with pseudonyms a corrected name is the real one, which only the host sees; an anonymous session has none", async () => {
  await using server = await startServer({ settings: { identity: "pseudonym" } });
  const seat = await server.join("Ada");
  const path = `/seats/${seat.participantId}/name`;
  expect((await server.asHost(path, { method: "PUT", json: { name: "Grace" } })).status).toBe(204);
  const host = await server.connect("host");
  const { seats } = await host.hearsRoster(({ seats }) => seats.length > 0);
  expect(seats).toMatchObject([{ name: seat.name, realName: "Grace" }]);
  await using hidden = await startServer({ settings: { identity: "anonymous" } });
  const other = await hidden.join();
  const refused = await hidden.asHost(`/seats/${other.participantId}/name`, {
    method: "PUT",
    json: { name: "X" },
  });
  expect(refused.status).toBe(403);
});

test("[Q11] a student's year has sessions, words and presence, and no vote", async () => {
  await using its = await classSession(["Ada", "Bob"]);
  const { server, classId, code } = its;
  const { ask } = classesOf(server);
  const { body: ada } = await its.chooses("Ada");
  const host = await server.connect("host", { code });
  const phone = await server.connect("student", { code, ticket: ada.ticket });
  await moveTo(host, "before");
  await phone.send("ballot:cast", { ...ballot("against"), reason: "Because of the border." });
  await moveTo(host, "reading");
  await moveTo(host, "rebuttal");
  await phone.send("rebuttal:post", rebuttal({ body: "Words of hers." }));
  const [first, second] = await its.list();
  const year: StudentYear = (await ask("GET", `/${classId}/students/${first?.id}`)).body;
  expect(year).toMatchObject({
    class: { name: "3B" },
    student: { name: "Ada" },
    sessions: [{ code, present: true, rebuttals: [{ body: "Words of hers.", isReply: false }], marks: null }],
  });
  expect(JSON.stringify(year)).not.toMatch(/against|border|choice|endorse/u);
  const absent: StudentYear = (await ask("GET", `/${classId}/students/${second?.id}`)).body;
  expect(absent.sessions).toMatchObject([{ code, present: false, rebuttals: [] }]);
  expect((await ask("GET", `/${classId}/students/${ID}`)).status).toBe(404);
});

test("[Q12] a deleted student is gone from the class and from every session, with votes, words and code", async () => {
  await using its = await classSession(["Ada Lovelace", "Bob"]);
  const { server, classId, code } = its;
  const { ask } = classesOf(server);
  const { body: ada } = await its.chooses("Ada Lovelace");
  const host = await server.connect("host", { code });
  const phone = await server.connect("student", { code, ticket: ada.ticket });
  await moveTo(host, "before");
  await phone.send("ballot:cast", ballot("for"));
  const [student] = await its.list();
  const cutOff = new Promise((resolve) => phone.socket.once("disconnect", resolve));
  expect((await ask("DELETE", `/${classId}/students/${student?.id}`)).status).toBe(204);
  expect(await cutOff).toBe("io server disconnect");
  expect((await its.joins(student?.code)).code).toBe("forbidden");
  const tables = server.database.reader;
  expect(await tables.ballot.count()).toBe(0);
  const left = JSON.stringify(
    [await tables.participant.findMany(), await tables.classStudent.findMany()],
    (_, value) => (typeof value === "bigint" ? Number(value) : value),
  );
  expect(left).not.toContain("Lovelace");
  expect((await ask("DELETE", `/${classId}/students/${student?.id}`)).status).toBe(404);
});

test("[Q13] a class without a change or session for as long as sessions are kept is deleted, too", async () => {
  let now = Date.UTC(2026, 8, 1);
  const days = (count: number) => count * 24 * 60 * 60 * 1_000;
  await using server = await startServer({ clock: () => now, retentionDays: 100 });
  const { create } = classesOf(server);
  const old = await create([{ name: "Ada" }]);
  now += days(60);
  const taught = await create([{ name: "Bob" }]);
  await server.asInstructor("/api/sessions", {
    json: { debateId: "japan-russia-card", classId: old.id, settings: { identity: "named" } },
  });
  now += days(90);
  await server.restart();
  const kept = async () => (await server.database.reader.class.findMany()).map(({ id }) => id).sort();
  expect(await kept()).toEqual([old.id, taught.id].sort());
  now += days(11);
  await server.restart();
  await expect.poll(kept).toEqual([]);
});

test("[Q16] a student who left keeps what they did and takes no new seat; no two students have one number", async () => {
  await using its = await classSession([{ name: "Ada", number: "7" }, "Bob"]);
  const { server, classId } = its;
  const { ask } = classesOf(server);
  const [ada, bob] = await its.list();
  const { body: seat } = await its.chooses("Ada");
  for (const { id, name } of [ada, bob] as { id: string; name: string }[]) {
    const left = await ask("PUT", `/${classId}/students/${id}`, { name, left: true });
    expect(left).toMatchObject({ status: 200, body: { name, left: true } });
  }
  expect((await its.joins(bob?.code)).code).toBe("forbidden");
  // A code reopens the seat that there is.
  expect((await its.joins(ada?.code)).body).toMatchObject({ participantId: seat.participantId });
  expect((await ask("GET")).body.classes).toMatchObject([{ students: 0 }]);
  const back = await ask("PUT", `/${classId}/students/${bob?.id}`, { name: "Bob", number: "7", left: false });
  expect(back.body).toEqual({ id: bob?.id, name: "Bob", number: "7" });
  const taken = await ask("PUT", `/${classId}/students/${ada?.id}`, { name: " Ada\nL. ", number: "7" });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: "duplicate" } } });
  const cleaned = await ask("PUT", `/${classId}/students/${ada?.id}`, { name: " Ada\nL. " });
  expect(cleaned.body).toEqual({ id: ada?.id, name: "Ada L.", left: true });
});

test("[I30] [I31] the audit log has lists, deleted students and classes, without a name; the account's file has the list", async () => {
  await using server = await startServer();
  const { ask, create } = classesOf(server);
  const { id, students } = await create([{ name: "Ada Lovelace" }, { name: "Bob" }]);
  expect((await (await server.asInstructor("/api/account/data")).json()).classes).toMatchObject([
    { name: "3B", students: [{ name: "Ada Lovelace" }, { name: "Bob" }] },
  ]);
  await ask("DELETE", `/${id}/students/${students[0]?.id}`);
  await ask("DELETE", `/${id}`);
  const log = await (await server.asInstructor("/api/account/audit")).json();
  expect(log.entries).toMatchObject([
    { kind: "deletion", what: "class" },
    { kind: "deletion", what: "student" },
    { kind: "export", what: "account" },
    { kind: "import", what: "students", detail: "2" },
  ]);
  expect(JSON.stringify(log)).not.toContain("Lovelace");
});

test("[Q12] [Q16] [Q17] in a class of a thousand, students are added, corrected and deleted while it votes", async () => {
  await using its = await classSession(["Ada", "Bob"]);
  const { server, classId, code } = its;
  const { ask } = classesOf(server);
  const students = Array.from({ length: STUDENTS - 2 }, (_, n) => ({ name: `Student ${n}`, number: `${n}` }));
  expect((await ask("POST", `/${classId}/students`, { students })).body).toMatchObject({
    added: STUDENTS - 2,
  });
  const { body: ada } = await its.chooses("Ada");
  const host = await server.connect("host", { code });
  const phone = await server.connect("student", { code, ticket: ada.ticket });
  await moveTo(host, "before");
  const [student] = await its.list();
  const path = `/${classId}/students/${student?.id}`;
  const [vote, renamed, again] = await Promise.all([
    phone.send("ballot:cast", ballot("for")),
    ask("PUT", path, { name: "Ada L." }),
    ask("POST", `/${classId}/students`, { students }),
  ]);
  expect([vote.ok, renamed.status, again.body.known]).toEqual([true, 200, STUDENTS - 2]);
  const deleted = await Promise.all([ask("DELETE", path), ask("DELETE", path)]);
  expect(deleted.map(({ status }) => status).sort()[0]).toBe(204);
  expect(await server.database.reader.ballot.count()).toBe(0);
});
