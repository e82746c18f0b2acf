import { expect, test } from "vitest";
import type { Marks, StudentMark } from "#debate/protocol/answers/mark-answers.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";
import { classSession } from "#tests/support/classes.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { cookieOf, markedLesson, mine, NAME, WORDS } from "#tests/support/marked-lesson.ts";
import {
  CLAIM,
  COMMENT,
  CRITERIA,
  EVIDENCE,
  everythingOfMarks,
  FORMS,
  markingOf,
} from "#tests/support/marks.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

const markOf = ({ marks }: Marks, { participantId }: Seat) =>
  marks.find((mark) => mark.participantId === participantId) as StudentMark;
const cardOf = async (server: TestServer, seat: Seat): Promise<StudentCard> =>
  (await server.asStranger("/card", { headers: cookieOf(server, seat) })).json();

async function marked(identity: "named" | "pseudonym" = "named", activities = {}) {
  const lesson = await markedLesson(identity, activities);
  const marking = markingOf(lesson.server, lesson.server.session.code);
  const { criteria } = await marking.saved({ criteria: CRITERIA });
  const [claim = "", evidence = ""] = criteria.map(({ id }) => id);
  /** Ada's marks. */
  const hers = (level: number, version?: number) => ({
    marks: [
      {
        participantId: lesson.seat.participantId,
        levels: { [claim]: level, [evidence]: 4 },
        comment: COMMENT,
        ...(version !== undefined && { version }),
      },
    ],
  });
  return { ...lesson, marking, claim, evidence, hers };
}

test("[Q20] criteria keep their ids and order when sent again, and a criterion that is left out takes its levels along", async () => {
  await using room = await marked();
  const { marking, claim, evidence, hers, seat } = room;
  expect((await marking.saved({ criteria: CRITERIA })).criteria.map(({ id }) => id)).toEqual([
    claim,
    evidence,
  ]);
  await marking.save(hers(3));
  const renamed = [
    { ...EVIDENCE, id: evidence, name: "Sources" },
    { ...CLAIM, id: claim },
  ];
  const turned = await marking.saved({ criteria: renamed });
  expect(turned.criteria.map(({ name }) => name)).toEqual(["Sources", "Claim"]);
  expect(markOf(turned, seat)).toMatchObject({ levels: { [claim]: 3, [evidence]: 4 }, version: 1 });
  const fewer = await marking.saved({ criteria: renamed.slice(0, 1) });
  expect(markOf(fewer, seat)).toMatchObject({ levels: { [evidence]: 4 }, comment: COMMENT, version: 2 });
  // Another tab still has the criterion.
  expect(markOf(await marking.saved(hers(2)), seat)).toMatchObject({ levels: { [evidence]: 4 }, version: 2 });
  const six = await marking.save({ criteria: Array(6).fill(CLAIM) });
  expect(six.status).toBe(400);
});

test("[Q20] a session begins with the criteria that its host used last, and shows them to no one else", async () => {
  await using room = await marked();
  const { server, claim, evidence } = room;
  const next = markingOf(server, (await server.open({ identity: "named" })).code);
  expect((await next.read()).criteria.map(({ id }) => id)).toEqual([claim, evidence]);
  expect(await next.read()).toMatchObject({ released: false, marks: [] });
  await next.save({ criteria: [] });
  expect((await next.read()).criteria).toEqual([]);
});

test("[Q21] of two tabs the second gets what is stored, and nothing of its request is; a request sent twice changes nothing", async () => {
  await using room = await marked();
  const { marking, hers, seat, other, claim } = room;
  const first = await marking.save(hers(3, 0));
  expect([first.status, markOf(await first.json(), seat).version]).toEqual([200, 1]);
  const again = await marking.save(hers(3, 0));
  expect([again.status, markOf(await again.json(), seat).version]).toEqual([200, 1]);
  const bob = { participantId: other.participantId, levels: {}, comment: "Late.", version: 0 };
  const stale = await marking.save({ released: true, marks: [bob, ...hers(1, 0).marks] });
  const told = await stale.json();
  expect([stale.status, told.error.code, told.released]).toEqual([412, "stale", false]);
  expect(markOf(told, seat)).toMatchObject({ levels: { [claim]: 3 }, version: 1 });
  expect(markOf(await marking.read(), other)).toMatchObject({ comment: "", version: 0 });
  expect(markOf(await marking.saved(hers(1, 1)), seat)).toMatchObject({ levels: { [claim]: 1 }, version: 2 });
  const racing = await Promise.all([2, 4].map((level) => marking.save(hers(level, 2))));
  expect(racing.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("[Q21] marks of a seat of another session, of a removed one or of one named twice are refused whole", async () => {
  await using room = await marked();
  const { server, host, marking, hers, other } = room;
  const { code } = await server.open({ identity: "named" });
  const far = await server.join("Eve", code);
  const comment = (seat: Seat) => ({ participantId: seat.participantId, levels: {}, comment: "x" });
  const asked = async (...seats: Seat[]) => (await marking.save({ marks: seats.map(comment) })).status;
  expect(await asked(other, far)).toBe(404);
  expect(await asked(other, other)).toBe(400);
  await host.send("host:remove", { participantIds: [other.participantId] });
  expect(await asked(other)).toBe(404);
  const { marks } = await marking.saved(hers(4));
  expect(marks.map(({ comment }) => comment)).toEqual([COMMENT]);
  expect((await server.asHost(`/marks/${other.participantId}/work`)).status).toBe(404);
});

test("[Q22] marks reach cards and own data of all at once when released, and none once taken back", async () => {
  await using room = await marked();
  const { server, host, ada, marking, hers, seat, other } = room;
  await marking.save(hers(3));
  const own = async (who: Seat) => (await (await mine(server, who)).json()).marks;
  const without = async (who: Seat) => {
    expect(await cardOf(server, who)).not.toHaveProperty("marks");
    expect(await own(who)).toBeNull();
  };
  await without(seat);
  expect((await ada.sync()).session).not.toHaveProperty("feedback");
  await marking.save({ released: true });
  await ada.sees(({ feedback }) => feedback === true);
  expect((await host.sync()).session).not.toHaveProperty("feedback");
  const told = {
    levels: [
      { name: "Claim", level: 3, words: "good", most: 4 },
      { name: "Evidence", level: 4, words: "strong", most: 4 },
    ],
    comment: COMMENT,
  };
  expect((await cardOf(server, seat)).marks).toEqual(told);
  expect(await own(seat)).toEqual(told);
  const none = { level: null, words: "", most: 4 };
  expect((await cardOf(server, other)).marks).toEqual({
    levels: [
      { name: "Claim", ...none },
      { name: "Evidence", ...none },
    ],
    comment: "",
  });
  await marking.save({ released: false });
  await ada.sees(({ feedback }) => feedback === undefined);
  for (const who of [seat, other]) await without(who);
});

test("[Q22] [G2] [G3] marks stay when a student deletes words, and go with the seat and the session", async () => {
  await using room = await marked();
  const { server, marking, hers, seat } = room;
  await marking.save(hers(3));
  await mine(server, seat, "words");
  expect(markOf(await marking.read(), seat)).toMatchObject({ comment: COMMENT });
  const { card } = await marking.work(seat.participantId);
  expect(card).toMatchObject({ wordsDeleted: true, rebuttals: [] });
  expect(await tablesWith(server.database, COMMENT)).toEqual(["mark"]);
  await mine(server, seat, "seat");
  expect(await tablesWith(server.database, COMMENT)).toEqual([]);
  await server.asHost("", { method: "DELETE" });
  expect(await server.database.reader.marking.count()).toBe(0);
});

test("[Q23] the host reads what a student wrote, with the words that it answers, without votes and what came of it", async () => {
  await using room = await marked();
  const { marking, seat, other } = room;
  const ofAda = await marking.work(seat.participantId);
  expect(ofAda.participation).toEqual({
    voted: { before: true, reading: null, after: true },
    ...{ rebuttals: 1, replies: 0 },
  });
  expect(ofAda.card).toMatchObject({ name: NAME, votes: [], credited: null });
  expect(ofAda.card.rebuttals).toEqual([
    { side: "for", body: WORDS.body, source: WORDS.source, status: "published", isReply: false },
  ]);
  const { card, participation } = await marking.work(other.participantId);
  expect(card.rebuttals).toMatchObject([{ body: "Nor do maps.", isReply: true, answers: WORDS.body }]);
  expect(participation).toMatchObject({ rebuttals: 1, replies: 1 });
});

test("[Q23] when every ballot is flipped and endorsements and credits are deleted, no byte of marks, work and files changes", async () => {
  await using room = await marked("pseudonym", { exitTicket: {} });
  const { server, host, ada, marking, hers } = room;
  await marking.save({ ...hers(3), released: true });
  await moveTo(host, "results");
  expect(await ada.send("exit:write", { doubt: "Whether it lasts." })).toEqual(OK);
  const before = await everythingOfMarks(server);
  expect(before).toContain(COMMENT);
  await server.database.write(async (to) => {
    await to.$executeRaw`UPDATE "ballot" SET "creditRebuttal" = NULL, "creditSide" = NULL, "creditParagraph" = NULL,
      "creditWithout" = NULL, "creditWhy" = NULL, "reason" = NULL, "confidence" = NULL,
      "choice" = CASE "choice" WHEN 'for' THEN 'against' WHEN 'against' THEN 'for' ELSE 'for' END`;
    await to.endorsement.deleteMany();
  });
  await server.restart();
  expect(await everythingOfMarks(server)).toBe(before);
});

test("[Q24] an anonymous session refuses marks, and says why", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const seat = await server.join();
  const { code } = server.session;
  const marking = markingOf(server, code);
  for (const path of ["", "?format=csv", `/${seat.participantId}/work`]) {
    const answer = await server.asHost(`/marks${path}`);
    expect([answer.status, (await answer.json()).error.message]).toEqual([
      403,
      expect.stringContaining("anonymous"),
    ]);
  }
  expect((await marking.save({ released: true })).status).toBe(403);
  const page = await server.app.pageApi.marks(new Headers({ cookie: server.cookie }), code);
  expect(page).toMatchObject({ ok: true, value: { marks: null } });
  expect(await server.database.reader.marking.count()).toBe(0);
});

test("[Q25] files have real names first, and a total only of students with every level", async () => {
  await using room = await marked("pseudonym");
  const { server, marking, claim, evidence, hers, other } = room;
  await marking.save({
    ...hers(3),
    criteria: [
      { ...CLAIM, id: claim, name: "=1+1" },
      { ...EVIDENCE, id: evidence },
    ],
  });
  const part = { participantId: other.participantId, levels: { [claim]: 0 }, comment: "=2+2" };
  const { marks } = await marking.saved({ marks: [part] });
  const [alias, his] = marks.map(({ name }) => name);
  expect(await marking.file()).toEqual([
    "name,number,pseudonym,'=1+1,Evidence,total,maximum,comment,votedBefore,votedReading,votedAfter,rebuttals,replies,steelman,exit",
    `${NAME},,${alias},3,4,7,8,${COMMENT},true,,true,1,0,,`,
    `Bob,,${his},0,,,8,'=2+2,true,,true,1,1,,`,
  ]);
  const answer = await server.asHost("/marks?format=csv&for=canvas");
  expect(answer.headers.get("content-disposition")).toContain("marks-canvas.csv");
  for (const query of ["format=xml", "for=moodle", "format=csv&for=blackboard"])
    expect((await server.asHost(`/marks?${query}`)).status).toBe(400);
  const audit = await (await server.asInstructor("/api/account/audit")).json();
  expect(audit.entries[0]).toMatchObject({ kind: "export", what: "marks" });
});

test("[Q25] files for Moodle, Canvas and Google Classroom have the numbers of the class's list", async () => {
  await using room = await classSession([{ name: "山田 花子", number: "0042" }, { name: "Bob" }], {
    entry: "open",
    name: "Week 3",
  });
  const { server, code, chooses } = room;
  for (const name of ["山田 花子", "Bob"]) expect(await chooses(name)).toMatchObject({ status: 201 });
  const marking = markingOf(server, code);
  const { criteria, marks } = await marking.saved({ criteria: CRITERIA });
  const levels = Object.fromEntries(criteria.map(({ id }) => [id, 2]));
  const all = marks.map(({ participantId }) => ({ participantId, levels, comment: "Good, really" }));
  await marking.save({ marks: all });
  const [, moodle, canvas, classroom] = await Promise.all(FORMS.map((form) => marking.file(form)));
  expect(moodle).toEqual([
    `Full name,ID number,Week 3 ${code} (0-8),Feedback`,
    '山田 花子,0042,4,"Good, really"',
  ]);
  expect(canvas).toEqual([
    `Student,ID,SIS User ID,SIS Login ID,Section,Week 3 ${code}`,
    "Points Possible,,,,,8",
    "Bob,,,,,4",
    "山田 花子,,0042,,,4",
  ]);
  expect(classroom).toEqual([
    "Name,Grade,Out of,Private comment",
    'Bob,4,8,"Good, really"',
    '山田 花子,4,8,"Good, really"',
  ]);
});

test("[Q14] [A1] marks are the host's: a colleague finds none, and a classmate, an assistant, a projector and a stranger may not ask", async () => {
  await using room = await marked();
  const { server, marking, hers, seat, other } = room;
  await marking.save({ ...hers(3), released: true });
  const alan = await server.colleague();
  const link = await (await server.asHost("/links/assistant", { json: {} })).json();
  const shown = await (await server.asHost("/links/results", { json: {} })).json();
  const keys = [link.url, shown.url, server.session.urls.screen].map(keyIn);
  const readers = [
    { status: 404, cookie: alan },
    { status: 401 },
    ...[seat, other].map((who) => ({ status: 401, ...cookieOf(server, who) })),
    ...keys.map((key) => ({ status: 401, key })),
  ] as { status: number; cookie?: string; key?: string }[];
  const asked: { path: string; init?: object }[] = [
    ...["", ...FORMS].map((form) => ({ path: `/marks?format=${form === "" ? "json" : "csv"}${form}` })),
    { path: `/marks/${seat.participantId}/work` },
    { path: "/marks", init: { method: "PUT", json: { released: false } } },
  ];
  for (const { status, cookie = "", key } of readers)
    for (const { path, init } of asked) {
      const link = key === undefined ? "" : `${path.includes("?") ? "&" : "?"}key=${key}`;
      const answer = await server.asStranger(path + link, { ...init, headers: { cookie } });
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.text()).not.toContain(COMMENT);
    }
  expect(JSON.stringify(await cardOf(server, other))).not.toContain(COMMENT);
  expect((await marking.read()).released).toBe(true);
});
