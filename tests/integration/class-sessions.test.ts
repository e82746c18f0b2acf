import { expect, test } from "vitest";
import type { PhonePage } from "#debate/protocol/pages.ts";
import { classSession, openFor, storeClass, WORD } from "#tests/support/classes.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const CLAIM = "Y2xhaW0gb2YgdGhlIHRlc3Rz";
const ADA = "Ada Lovelace";
const BOB = { name: "Bob Babbage", number: "S-17" };

test("[Q6] a session is for an own class, never anonymous; the same again keeps the class, a rehearsal has none", async () => {
  await using server = await startServer();
  const classId = await storeClass(server.database, [ADA]);
  const refused = async (answer: Response) => [answer.status, (await answer.json()).error.message];
  expect(await refused(await openFor(server, classId, { identity: "anonymous" }))).toEqual([
    403,
    "classId: an anonymous session has no list of names",
  ]);
  await server.colleague();
  const theirs = await storeClass(server.database, [ADA], "alan@example.org");
  expect((await openFor(server, theirs)).status).toBe(404);
  const { code } = await (await openFor(server, classId)).json();
  const again = await server.asInstructor("/api/sessions", { json: { from: code } });
  const listed = await server.asInstructor(`/api/sessions/${(await again.json()).code}/class`);
  expect(await listed.json()).toMatchObject({
    class: { id: classId, word: WORD },
    students: [{ name: ADA, participantId: null }],
  });
  const rehearsal = await (await openFor(server, classId, {}, { simulated: 5 })).json();
  expect((await server.asInstructor(`/api/sessions/${rehearsal.code}/class`)).status).toBe(404);
});

test.each(["named", "pseudonym"] as const)(
  "[Q7] a code opens its student's one seat, under the name of the list (%s)",
  async (identity) => {
    await using its = await classSession([ADA, BOB], { identity, entry: "personal" });
    const [ada] = await its.list();
    const first = await its.joins(ada?.code, { name: "Someone else" });
    const second = await its.joins(ada?.code);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.participantId).toBe(first.body.participantId);
    expect((await its.list()).map(({ participantId }) => participantId)).toEqual([
      first.body.participantId,
      null,
    ]);
    const seat = await its.server.database.reader.participant.findUnique({
      where: { id: first.body.participantId },
    });
    expect(seat).toMatchObject({ studentId: ada?.id });
    expect(identity === "named" ? seat?.name : seat?.realName).toBe(ADA);
    expect((await its.asStranger("/join", { name: ADA })).code).toBe("forbidden");
    expect((await its.chooses(ADA)).code).toBe("forbidden");
    expect((await its.names()).code).toBe("forbidden");
  },
);

test("[Q7] the sheet of codes has names; no more codes are made", async () => {
  await using its = await classSession([BOB, ADA]);
  const [ada, bob] = await its.list();
  const csv = await (await its.asHost("/passes?format=csv")).text();
  expect(csv.split("\n").slice(0, 3)).toEqual([
    "name,number,code,link,isUsed",
    expect.stringMatching(`^${ADA},,${ada?.code},http.*,false$`),
    expect.stringMatching(`^${BOB.name},S-17,${bob?.code},http.*,false$`),
  ]);
  expect((await its.asHost("/passes", { json: { count: 1 } })).status).toBe(403);
});

test("[Q8] with the class's word one sees the names and takes a free one; a taken one needs its code", async () => {
  await using its = await classSession([BOB, ADA, "李 さくら"]);
  const { body } = await its.names(" ＭＡＰ le");
  expect(body.names.map(({ name, taken }: { name: string; taken: boolean }) => [name, taken])).toEqual([
    [ADA, false],
    [BOB.name, false],
    ["李 さくら", false],
  ]);
  const [{ id }] = body.names;
  const taken = await its.chooses(id, { claim: CLAIM, name: "ignored" });
  expect(taken).toMatchObject({ status: 201, body: { name: ADA } });
  // [J12] The same phone, whose answer was lost.
  expect(await its.chooses(id, { claim: CLAIM })).toMatchObject({ status: 200, body: { name: ADA } });
  expect((await its.chooses(id, { claim: `${CLAIM}0` })).code).toBe("duplicate");
  expect((await its.chooses("ada lovelace")).code).toBe("duplicate");
  expect((await its.names()).body.names[0]).toMatchObject({ name: ADA, taken: true });
  const { code } = (await its.list())[0] as { code: string };
  expect((await its.joins(code)).body.participantId).toBe(taken.body.participantId);
  // A form without scripts sends the name as typed.
  expect((await its.chooses("李　さくら")).status).toBe(201);
  expect((await its.chooses("Nobody")).code).toBe("malformed");
});

test("[Q8] two of one name are told apart, and one name that 20 phones tap at once is one seat", async () => {
  await using its = await classSession([ADA, ADA]);
  const { names } = (await its.names()).body as { names: { id: string; name: string }[] };
  expect(names.map(({ name }) => name)).toEqual([ADA, `${ADA} (2)`]);
  const tapped = await Promise.all(Array.from({ length: 20 }, () => its.chooses(names[1]?.id ?? "")));
  expect(tapped.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(tapped.filter(({ code }) => code === "duplicate")).toHaveLength(19);
});

test("[Q8] a wrong word shows nothing, and guessing ends", async () => {
  await using its = await classSession([ADA], {}, { trustProxy: true });
  const from = (n: number) => ({ "x-forwarded-for": `203.0.113.${n}` });
  expect((await its.asStranger("/join", { classWord: "wrong", student: ADA }, from(1))).code).toBe(
    "forbidden",
  );
  const guesses = await Promise.all(Array.from({ length: 110 }, (_, n) => its.names(`guess ${n}`, from(1))));
  expect(new Set(guesses.map(({ code }) => code))).toEqual(new Set(["forbidden", "too-many"]));
  expect(await its.names(WORD, from(1))).toMatchObject({ code: "too-many" });
  expect((await its.names(WORD, from(2))).status).toBe(200);
});

test("[Q8] names are shown only while joining is open; a code works after it", async () => {
  await using its = await classSession([ADA, BOB]);
  const [ada] = await its.list();
  await its.chooses(ADA, { claim: CLAIM });
  const host = await its.server.connect("host", { code: its.code });
  await host.send("host:lock", { locked: true });
  expect((await its.names()).code).toBe("closed");
  const refused = [await its.chooses(ADA), await its.chooses(BOB.name)];
  expect(refused.map(({ code }) => code)).toEqual(["closed", "closed"]);
  expect((await its.joins(ada?.code)).status).toBe(200);
  expect((await its.chooses(ADA, { claim: CLAIM })).status).toBe(200);
});

test("[Q9] a late student gets a code and a line, from the control room or the class", async () => {
  await using its = await classSession([ADA, BOB]);
  const add = (json: object) => its.asHost("/class/students", { json });
  expect((await (await add({ name: "Cleo", number: "S-9" })).json()).students).toHaveLength(3);
  // Pressed twice, and a student who is on the list.
  await add({ name: "Cleo", number: "S-9" });
  await add({ name: ADA });
  const at = { addedAt: 1n, id: "5f0c1b52-6a0e-4f2c-9d3e-2a7b8c9d0e1f" };
  await its.server.database.write((to) =>
    to.classStudent.create({ data: { ...at, name: "Dora", classId: its.classId } }),
  );
  const students = await its.list();
  expect(students.map(({ name }) => name)).toEqual([ADA, BOB.name, "Cleo", "Dora"]);
  expect(new Set(students.map(({ code }) => code)).size).toBe(4);
  expect((await its.joins(students[3]?.code)).status).toBe(201);
  await moveTo(await its.server.connect("host", { code: its.code }), "closed", { identity: "named" });
  expect((await add({ name: "Eve" })).status).toBe(409);
});

test("[Q7] a deleted student's code ends, a removed seat stays out", async () => {
  await using its = await classSession([ADA, BOB]);
  const [ada, bob] = await its.list();
  const { body } = await its.chooses(ADA, { claim: CLAIM });
  const host = await its.server.connect("host", { code: its.code });
  await host.send("host:remove", { participantIds: [body.participantId] });
  expect((await its.joins(ada?.code)).code).toBe("removed");
  expect((await its.chooses(ADA, { claim: CLAIM })).code).toBe("removed");
  expect((await its.chooses(ADA)).code).toBe("duplicate");
  await its.server.database.write((to) => to.classStudent.delete({ where: { id: `${bob?.id}` } }));
  expect((await its.joins(bob?.code)).code).toBe("forbidden");
  expect((await its.chooses(BOB.name)).code).toBe("malformed");
});

test("[Q8] once the class is deleted its session goes on by codes alone, with the names it has", async () => {
  await using its = await classSession([ADA, BOB]);
  const [ada, bob] = await its.list();
  await its.chooses(ADA);
  expect((await its.server.asInstructor(`/api/classes/${its.classId}`, { method: "DELETE" })).status).toBe(
    204,
  );
  expect((await its.names()).code).toBe("not-found");
  expect((await its.chooses(BOB.name)).code).toBe("forbidden");
  expect((await its.joins(ada?.code)).body).toMatchObject({ name: ADA });
  expect((await its.joins(bob?.code, { name: "Bob" })).body).toMatchObject({ name: "Bob" });
  expect((await its.asHost("/class")).status).toBe(404);
});

test("[Q8] [Q9] without the word or the host's cookie no one learns of the list, and phones only that there is one", async () => {
  await using its = await classSession([ADA, BOB]);
  const { code, server } = its;
  const link = await (await its.asHost("/links/assistant", { json: {} })).json();
  const key = new URL(link.url).searchParams.get("key");
  await its.chooses(ADA);
  const cookies = { nobody: "", colleague: await server.colleague() };
  const students = await its.list();
  const secrets = [
    BOB.name,
    BOB.number,
    WORD,
    its.classId,
    ...students.flatMap(({ id, code }) => [id, code]),
  ];
  const paths = ["", "/phone", "/class", "/passes", "/passes?format=csv", "/participation?format=json"];
  for (const cookie of Object.values(cookies))
    for (const path of paths) {
      const asked = `/api/sessions/${code}${path}${path.includes("?") ? "&" : "?"}key=${key}`;
      const text = await (await server.request(asked, { headers: { cookie } })).text();
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  const page: PhonePage = await (await server.request(`/api/sessions/${code}/phone`)).json();
  expect(page.byClass).toBe(true);
  const assistant = await server.connect("host", { code, key }, { cookie: undefined });
  const heard = JSON.stringify([await assistant.sync(), assistant.heard]);
  expect(secrets.filter((secret) => heard.includes(secret))).toEqual([]);
});
