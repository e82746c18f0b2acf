import { expect, test } from "vitest";
import { startCourse } from "#tests/support/course-services.ts";
import { expectDocumented } from "#tests/support/documented.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { connect, type LtiPlatform, type Person, startPlatform } from "#tests/support/lti-platform.ts";
import { CLAIM, markingOf } from "#tests/support/marks.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const MARTHA: Person = { sub: "3", name: "Martha Ferreira", role: "Instructor" };
const ADA: Person = { sub: "5", name: "Ada Lovelace" };
const ALAN: Person = { sub: "6", name: "Alan Turing" };

/** The answer of a route, as its document says. */
async function documented(route: string, answered: Response) {
  const text = await answered.text();
  expectDocumented(route, answered, text);
  return { status: answered.status, ...JSON.parse(text) };
}

/** A course whose link leads to the session of a server, with its services. */
async function startLesson(settings: GivenSettings = { identity: "named" }) {
  const server = await startServer({ settings, insecurePlatforms: true });
  const platform = await startPlatform();
  const course = await startCourse([]);
  const { registration } = platform;
  const entered = { ...registration, tokenEndpoint: course.tokenEndpoint };
  expect((await server.asInstructor("/api/lti/platforms", { json: entered })).status).toBe(201);
  const { issuer, clientId } = registration;
  const link = { issuer, clientId, deploymentId: "1", resourceLinkId: "link" };
  expect((await server.asHost("/lti", { json: link })).status).toBe(200);
  return {
    ...{ server, platform, course },
    launch: (person: Person) => platform.launch(server, person, { claims: course.claims }),
    grades: async (what: "participation" | "marks", dryRun = false) => {
      const answered = await server.asHost("/grades", { json: { what, dryRun } });
      return documented("POST /api/sessions/:code/grades", answered);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await server[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
      await course[Symbol.asyncDispose]();
    },
  };
}

/** The seat that a launch gave, by the ticket in its cookie. */
const seatIn = (launched: Response) => {
  const [, ticket = ""] = /seat-\w+=([^;]+)/u.exec(launched.headers.getSetCookie().join("\n")) ?? [];
  return { ticket, participantId: ticket.split(".")[0] ?? "" };
};

async function voteAndClose(server: TestServer, ticket: string): Promise<void> {
  const [host] = await server.seats("host");
  const student = await server.connect("student", { ticket });
  await moveTo(host, "before");
  expect(await student.send("ballot:cast", { round: "before", choice: "for", seq: 1 })).toMatchObject({
    ok: true,
  });
  await moveTo(host, "closed");
}

test("[Q60] [Q61] [Q64] participation of a closed session is sent on the host's press, after a preview, in whole points and rising seconds", async () => {
  await using lesson = await startLesson();
  const { server, course, launch, grades } = lesson;
  const ada = seatIn(await launch(ADA));
  await launch(ALAN);
  expect(await grades("participation")).toMatchObject({ status: 409, error: { code: "wrong-phase" } });
  await voteAndClose(server, ada.ticket);
  expect(await grades("participation", true)).toMatchObject({
    ...{ status: 200, sent: 0, refused: [] },
    preview: [
      { name: "Ada Lovelace", score: 1, maximum: 3 },
      { name: "Alan Turing", score: 0, maximum: 3 },
    ],
  });
  expect(course.state.scores).toEqual([]);
  expect(await grades("participation")).toEqual({ status: 200, sent: 2, refused: [] });
  // In the same second.
  expect(await grades("participation")).toEqual({ status: 200, sent: 2, refused: [] });
  const own = course.state.scores.filter(({ userId }) => userId === "5");
  expect(own).toMatchObject([
    { scoreGiven: 1, scoreMaximum: 3, activityProgress: "Completed", gradingProgress: "FullyGraded" },
    { scoreGiven: 1 },
  ]);
  const [first = 0, second = 0] = own.map(({ timestamp }) => Date.parse(timestamp));
  expect([first % 1_000, second % 1_000, second > first]).toEqual([0, 0, true]);
  expect(JSON.stringify(own)).not.toContain("comment");
  expect(course.state.tokens).toBe(1);
});

test("[Q62] whom the platform refuses is listed by name, with what to do", async () => {
  await using lesson = await startLesson();
  const { server, course, launch, grades } = lesson;
  const ada = seatIn(await launch(ADA));
  await launch(ALAN);
  await voteAndClose(server, ada.ticket);
  course.state.refuses.set("6", 400);
  expect(await grades("participation")).toMatchObject({
    ...{ status: 200, sent: 1 },
    refused: [
      { name: "Alan Turing", why: "The platform doesn’t know this person as a student of the course." },
    ],
  });
  // A platform that is out of order once is asked again.
  course.state.refuses.clear();
  course.state.fails.push(503);
  expect(await grades("participation")).toMatchObject({ sent: 2, refused: [] });
});

test("[Q61] marks are sent where every criterion has a level, with the comment once it is released", async () => {
  await using lesson = await startLesson();
  const { server, course, launch, grades } = lesson;
  const ada = seatIn(await launch(ADA));
  await launch(ALAN);
  await voteAndClose(server, ada.ticket);
  const { saved } = markingOf(server, server.session.code);
  const { criteria } = await saved({ criteria: [CLAIM], marks: [] });
  const levels = { [criteria[0]?.id ?? ""]: 3 };
  const mark = { participantId: ada.participantId, levels, comment: "Well read.", version: 0 };
  await saved({ marks: [mark] });
  expect(await grades("marks")).toEqual({ status: 200, sent: 1, refused: [] });
  await saved({ released: true, marks: [] });
  expect(await grades("marks")).toEqual({ status: 200, sent: 1, refused: [] });
  expect(course.state.scores).toMatchObject([
    { userId: "5", scoreGiven: 3, scoreMaximum: 4 },
    { userId: "5", comment: "Well read." },
  ]);
  expect(course.state.scores[0]).not.toHaveProperty("comment");
});

test("[Q63] an anonymous session sends nothing, and its host is told why", async () => {
  await using lesson = await startLesson({ identity: "anonymous" });
  const { server, course, launch, grades } = lesson;
  await voteAndClose(server, seatIn(await launch(ADA)).ticket);
  expect(await grades("participation")).toMatchObject({ status: 403, error: { code: "forbidden" } });
  expect([course.state.scores, course.state.tokens]).toEqual([[], 0]);
});

test("[Q60] only a session's host sends its grades", async () => {
  await using lesson = await startLesson();
  const { server } = lesson;
  const json = { what: "participation" };
  const cookie = await server.colleague();
  expect((await server.asStranger("/grades", { json, headers: { cookie } })).status).toBe(404);
  expect((await server.asStranger("/grades", { json })).status).toBe(401);
});

test("[Q65] a deleted seat's grade is taken back: at once, or by a restarted server once the platform works again", async () => {
  await using lesson = await startLesson();
  const { server, course, launch, grades } = lesson;
  const [ada, alan] = [seatIn(await launch(ADA)), seatIn(await launch(ALAN))];
  await voteAndClose(server, ada.ticket);
  expect(await grades("participation")).toMatchObject({ sent: 2 });
  expect(course.state.grades).toEqual(
    new Map([
      ["5", 1],
      ["6", 0],
    ]),
  );
  const erase = async ({ participantId }: typeof ada) => {
    const erased = await server.asHost(`/participants/${participantId}?scope=seat`, { method: "DELETE" });
    expect(erased.status).toBe(204);
  };
  await erase(ada);
  await expect.poll(() => course.state.grades.get("5")).toBeNull();
  course.state.refuses.set("6", 404);
  await erase(alan);
  await expect.poll(() => course.state.refused).toContain("6");
  course.state.refuses.clear();
  await server.restart();
  await expect.poll(() => course.state.grades.get("6")).toBeNull();
  await expect.poll(() => server.database.reader.ltiClearing.count()).toBe(0);
  expect(await server.database.reader.ltiSeat.count()).toBe(0);
});

test("[Q60] a link without a grade gets one, and the second time the same", async () => {
  await using lesson = await startLesson();
  const { server, platform, course, grades } = lesson;
  const { lineitems } = course.claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"];
  const claims = { "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": { lineitems, lineitem: "" } };
  const launched = await platform.launch(server, ADA, { claims });
  await voteAndClose(server, seatIn(launched).ticket);
  expect(await grades("participation")).toMatchObject({ sent: 1 });
  expect(await grades("participation")).toMatchObject({ sent: 1 });
  expect(course.state.lineItems).toMatchObject([
    { scoreMaximum: 3, tag: "resolved", resourceLinkId: "link" },
  ]);
});

async function startClass(members: Parameters<typeof startCourse>[0], pageOf = 2) {
  const server = await startServer({ insecurePlatforms: true });
  const platform = await startPlatform();
  const course = await startCourse(members, { pageOf });
  const entered = { ...platform.registration, tokenEndpoint: course.tokenEndpoint };
  await server.asInstructor("/api/lti/platforms", { json: entered });
  const fill = async (request: object) => {
    const answered = await server.asInstructor("/api/lti/rosters", { json: request });
    return documented("POST /api/lti/rosters", answered);
  };
  const linkId = await comesByLink(server, platform, course.claims);
  return {
    ...{ server, platform, course, fill, linkId },
    async [Symbol.asyncDispose](): Promise<void> {
      await server[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
      await course[Symbol.asyncDispose]();
    },
  };
}

/** The instructor opens the activity once, which tells where the course's members are. */
async function comesByLink(server: TestServer, platform: LtiPlatform, claims: Record<string, unknown>) {
  await connect(server, platform, MARTHA, { claims });
  await platform.launch(server, MARTHA, { claims });
  const { courses } = await (await server.asInstructor("/api/lti/rosters")).json();
  expect(courses).toMatchObject([{ course: "About course" }]);
  return courses[0].linkId as string;
}

test("[Q58] [Q59] a class is filled from a course page by page, refreshed, and who left is marked and not deleted", async () => {
  const members = [
    { user_id: "5", name: "Ada Lovelace", lis_person_sourcedid: "S1" },
    { user_id: "3", name: "Martha Ferreira", roles: ["Instructor"] },
    { user_id: "6", name: "Alan Turing" },
    { user_id: "7" },
    { user_id: "8", name: "Gone", status: "Inactive" },
  ];
  await using lesson = await startClass(members);
  const { server, course, fill, linkId } = lesson;
  expect(await fill({ linkId, dryRun: true })).toMatchObject({ classId: null, added: 3, left: 0 });
  const filled = await fill({ linkId });
  expect(filled).toMatchObject({ status: 200, added: 3, renamed: 0, left: 0, students: 3 });
  const read = async () => (await (await server.asInstructor(`/api/classes/${filled.classId}`)).json()).class;
  expect(await read()).toMatchObject({
    name: "About course",
    students: [{ name: "Ada Lovelace", number: "S1" }, { name: "Alan Turing" }, { name: "Student 1" }],
  });
  course.state.members = [{ user_id: "6", name: "Alan M. Turing" }, ...members.slice(3)];
  expect(await fill({ linkId })).toMatchObject({ added: 0, renamed: 1, left: 1, classId: filled.classId });
  const { courses } = await documented("GET /api/lti/rosters", await server.asInstructor("/api/lti/rosters"));
  expect(courses).toEqual([
    { linkId, course: "About course", class: { id: filled.classId, name: "About course" } },
  ]);
  expect((await read()).students).toMatchObject([
    { name: "Ada Lovelace", left: true },
    { name: "Alan M. Turing" },
    { name: "Student 1" },
  ]);
});

test("[Q52] [Q58] a student of the class comes by the link to their own seat, which a code opens, too", async () => {
  await using lesson = await startClass([{ user_id: "5", name: "Ada Lovelace" }]);
  const { server, platform, fill, linkId } = lesson;
  const { classId } = await fill({ linkId });
  const settings = { identity: "named" };
  const json = { debateId: "japan-russia-card", settings, classId };
  const { code } = await (await server.asInstructor("/api/sessions", { json })).json();
  const { issuer, clientId } = platform.registration;
  const link = { issuer, clientId, deploymentId: "1", resourceLinkId: "link" };
  await server.asInstructor(`/api/sessions/${code}/lti`, { json: link });
  const seat = seatIn(await platform.launch(server, { sub: "5", name: "Somebody Else" }));
  const { students } = await (await server.asInstructor(`/api/sessions/${code}/class`)).json();
  expect(students).toMatchObject([{ name: "Ada Lovelace", participantId: seat.participantId }]);
});

test.each([
  ["HTML", "<html>no</html>"],
  ["no members", "{}"],
])(
  "[Q58] a platform that answers %s fills nothing, and another instructor's link is not found",
  async (_what, says) => {
    await using lesson = await startClass([{ user_id: "5", name: "Ada" }]);
    const { server, course, fill, linkId } = lesson;
    course.state.says = says;
    expect(await fill({ linkId })).toMatchObject({ status: 403, error: { code: "forbidden" } });
    const cookie = await server.colleague();
    const foreign = await server.request("/api/lti/rosters", { json: { linkId }, headers: { cookie } });
    expect(foreign.status).toBe(404);
  },
);
