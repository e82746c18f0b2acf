import { expect, test } from "vitest";
import type { PageApi } from "#server/pages/page-api.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { ballot, moveTo, rebuttal, refused } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { INSTRUCTOR, keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

/** Texts that only Grace and her class may read, each with words found nowhere else. */
const WORDS = {
  introduction: "An introduction of Grace's alone.",
  student: "Ada Lovelace",
  reason: "A reason given in Grace's session.",
  argument: "An argument made in Grace's session.",
  note: "A note of Grace's about a colleague.",
  privately: "A private note of Grace's on her session.",
  template: "Grace's usual lesson",
  listed: "Bob of Grace's class",
};
const PASSWORD = "halting-problem-1936";
const { id: _, ...draft } = BUILT_IN_DEBATE;

/** Grace with a debate, a session under way and an invitation; Alan, who has a session of his own. */
async function neighbours() {
  const server = await startServer();
  const headers = { cookie: server.cookie };
  const json = { debate: { ...draft, introduction: WORDS.introduction } };
  const { debate } = await (await server.asInstructor("/api/debates", { json })).json();
  const { code, urls } = await server.open({ identity: "pseudonym" }, debate.id);
  const { invitation, url } = await (
    await server.asInstructor("/api/invitations", { json: { note: WORDS.note } })
  ).json();

  const { template } = await (
    await server.asInstructor("/api/templates", { json: { name: WORDS.template, settings: {} } })
  ).json();
  const { class: listed } = await (
    await server.asInstructor("/api/classes", { json: { name: "3B", students: [{ name: WORDS.listed }] } })
  ).json();
  const privately = { method: "PUT", json: { text: WORDS.privately }, headers };
  await server.request(`/api/sessions/${code}/note`, privately);
  const grace = await server.connect("host", { code });
  const { ticket, participantId } = await server.join(WORDS.student, code);
  const ada = await server.connect("student", { code, ticket });
  await moveTo(grace, "before");
  await ada.send("ballot:cast", { ...ballot("for"), reason: WORDS.reason });
  const argument = rebuttal({ body: WORDS.argument });
  await moveTo(grace, "rebuttal");
  await ada.send("rebuttal:post", argument);
  const hidden = await grace.send("host:moderate", { rebuttalIds: [argument.id], action: "hide" });
  await moveTo(grace, "before");

  const said = await (await server.asInstructor(`/api/sessions/${code}/words`)).json();
  const cookie = await server.colleague();
  const opened = await server.request("/api/sessions", {
    json: { debateId: BUILT_IN_DEBATE.id },
    headers: { cookie },
  });
  const alan = await server.connect("host", { code: (await opened.json()).code }, { cookie });
  const { id: graceId } = await server.database.reader.instructor.findUniqueOrThrow({
    where: { email: INSTRUCTOR.email },
  });
  const ids = {
    graceId,
    code,
    debateId: debate.id as string,
    templateId: template.id as string,
    classId: listed.id as string,
    studentId: listed.students[0].id as string,
    invitationId: invitation.id as string,
    invitationToken: new URL(url).searchParams.get("token") ?? "",
    screenKey: keyIn(urls.screen),
    participantId,
    rebuttalId: argument.id,
    wordsId: said.words[0].id as string,
    entry: hidden.ok ? (hidden.entries[0] ?? 0) : 0,
  };
  /** Everything of Grace's that can be read, changed or deleted. */
  const hers = async () => {
    const tables = server.database.reader;
    return JSON.stringify(
      [
        (await grace.sync()).session,
        await tables.instructor.findMany({ where: { id: graceId } }),
        await tables.credential.findMany({ where: { userId: graceId } }),
        await tables.debate.findMany({ where: { id: ids.debateId } }),
        await tables.debateShare.findMany(),
        await tables.template.findMany(),
        await tables.class.findMany(),
        await tables.classStudent.findMany(),
        await tables.session.findMany({ where: { code } }),
        await tables.ballot.findMany(),
        await tables.rebuttal.findMany(),
        await tables.pick.findMany(),
        await tables.note.findMany(),
        await tables.marking.findMany(),
        await tables.invitation.findMany({ where: { id: ids.invitationId } }),
      ],
      (_key, value) => (typeof value === "bigint" ? Number(value) : value),
    );
  };
  return {
    server,
    cookie,
    alan,
    ids,
    hers,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
type Ids = Awaited<ReturnType<typeof neighbours>>["ids"];

/** No answer to Alan may hold a text or a key of Grace's. */
function expectNothingOfHers(answered: string, { screenKey, participantId, debateId, invitationId }: Ids) {
  for (const secret of [...Object.values(WORDS), screenKey, participantId, debateId, invitationId])
    expect(answered).not.toContain(secret);
}

const LINK = { issuer: "x", clientId: "x", deploymentId: "x", resourceLinkId: "x" };

/** A status alone, or with what is sent, and a query. */
type Sent = object | FormData | ((ids: Ids) => object) | undefined;
type Asked = number | [status: number, sent?: Sent, query?: string];
/**
 * What a colleague of the host is answered on each route, where it names what is the host's. A route that is
 * missing here fails the test: say what a foreign instructor gets there.
 */
const ROUTES: Record<string, Asked> = {
  "GET /healthz": 200,
  "GET /readyz": 200,
  "GET /metrics": 200,
  "GET /api/auth/get-session": 200,
  "GET /api/auth/callback/oidc": 404,
  "GET /api/time": 200,
  "POST /api/language": [400, {}],
  "POST /api/auth/sign-in/email": [400, {}],
  "POST /api/auth/sign-in/code": [403, { code: "0000000000" }],
  "POST /api/auth/change-password": [400, {}],
  "POST /api/auth/two-factor/enable": [400, { password: "not the password" }],
  "POST /api/auth/two-factor/verify-totp": [400, { code: "000000" }],
  "POST /api/auth/two-factor/verify-backup-code": [409, { code: "0000000000" }],
  "POST /api/auth/two-factor/generate-backup-codes": [400, { password: "not the password" }],
  "POST /api/auth/two-factor/disable": [400, { password: "not the password" }],
  "GET /api/instructors": 403,
  "PUT /api/instructors/second-factor": [403, { required: true }],
  "PUT /api/instructors/:id/lock": 403,
  "DELETE /api/instructors/:id/lock": 403,
  "DELETE /api/instructors/:id/second-factor": 403,
  "DELETE /api/instructors/:id": 403,
  "GET /api/oidc/sign-in": 404,
  "GET /api/oidc/connect": 404,
  "POST /api/setup": [400, {}],
  "GET /api/invitations": 200,
  "POST /api/invitations": [201, {}],
  "DELETE /api/invitations/:id": 404,
  "POST /api/invitations/accept": [
    403,
    ({ invitationId: token }) => ({ token, name: "Alan", email: "eve@example.org", password: PASSWORD }),
  ],
  "POST /api/account/code": [201, {}],
  "PUT /api/account": [204, { name: "Alan", language: null }],
  "POST /api/account/helped/:id/reset": [404, {}],
  "PUT /api/account/helper": 404,
  "DELETE /api/account/helper": 204,
  "POST /api/reset": [
    403,
    ({ graceId }) => ({ token: `${graceId}.${Number.MAX_SAFE_INTEGER}.x`, password: PASSWORD }),
  ],
  "POST /api/reset/mail": [404, {}],
  "GET /api/account/data": 200,
  "GET /api/account/audit": 403,
  "DELETE /api/account": [403, { proof: "not the password" }],
  "POST /api/projectors": 201,
  "GET /api/debates": 200,
  "POST /api/debates": [400, {}],
  "POST /api/debates/import": [422, { text: "no newsletter" }],
  "POST /api/debates/import/preview": [400, {}],
  "POST /api/debates/import/address": [422, { address: "http://127.0.0.1/" }],
  "PUT /api/debates/:id/source": [404, formWith("Alan's words")],
  "GET /api/debates/:id/source": 404,
  "GET /api/debates/:id": 404,
  "PUT /api/debates/:id": [404, { debate: draft }],
  "DELETE /api/debates/:id": 404,
  "POST /api/debates/:id/copy": 404,
  "PUT /api/debates/:id/archived": [404, { archived: true }],
  "GET /api/debates/:id/export": 404,
  "GET /api/debates/:id/sharing": 404,
  "PUT /api/debates/:id/sharing": [404, { everyone: "edit" }],
  "GET /api/debates/:id/link": 404,
  "PUT /api/debates/:id/link": [404, { of: "series" }],
  "DELETE /api/debates/:id/link": 404,
  "GET /api/shared/:file": 404,
  "GET /api/debates/:id/versions": 404,
  "GET /api/debates/:id/versions/:version": 404,
  "GET /api/templates": 200,
  "POST /api/templates": [404, ({ code }) => ({ name: "Hers", from: code })],
  "PUT /api/templates/:id": [404, { name: "Mine" }],
  "DELETE /api/templates/:id": 404,
  "GET /api/classes": 200,
  "POST /api/classes": [409, ({ classId }) => ({ id: classId, name: "Hers" })],
  "POST /api/classes/preview": [200, { text: "Ada" }],
  "GET /api/classes/:id": 404,
  "PUT /api/classes/:id": [404, { name: "Mine" }],
  "DELETE /api/classes/:id": 404,
  "POST /api/classes/:id/students": [404, { students: [{ name: "Eve" }] }],
  "GET /api/classes/:id/students/:studentId": 404,
  "PUT /api/classes/:id/students/:studentId": [404, { name: "Eve" }],
  "DELETE /api/classes/:id/students/:studentId": 404,
  "GET /api/compare": [404, undefined, "?codes=:code,ZZZZZZ"],
  "POST /api/compare": [404, ({ code }) => ({ codes: [code, "ZZZZZZ"], summaries: [] })],
  "GET /api/sessions/:code/summary": 403,
  "GET /api/sessions/:code/package": 403,
  "POST /api/sessions": [404, ({ classId }) => ({ debateId: BUILT_IN_DEBATE.id, classId })],
  "GET /api/sessions/:code/class": 403,
  "POST /api/sessions/:code/class/students": [403, { name: "Eve" }],
  "POST /api/sessions/:code/names": [404, { word: "maple" }],
  "PUT /api/sessions/:code/seats/:participantId/name": [403, { name: "Eve" }],
  "GET /api/sessions/:code/participation": 403,
  "GET /api/lti/platforms": 403,
  "POST /api/lti/platforms": [403, {}],
  "DELETE /api/lti/platforms/:id": 403,
  "POST /api/lti/registrations": [403, {}],
  "POST /api/lti/keys": [403, {}],
  "GET /lti/jwks": 200,
  "GET /lti/register": 403,
  "GET /lti/login": 400,
  "POST /lti/login": [400, {}],
  "GET /lti/launch": 400,
  "POST /lti/launch": [400, {}],
  "GET /lti/account": [400, undefined, "?t=x"],
  "POST /lti/account": [400, {}],
  "POST /lti/continue": [400, {}],
  "POST /lti/name": [400, {}],
  "POST /lti/open": [400, {}],
  "POST /lti/use": [400, {}],
  "POST /lti/pick": [400, {}],
  "GET /api/lti/rosters": 200,
  "POST /api/lti/rosters": [404, { linkId: "00000000-0000-4000-8000-000000000000" }],
  "POST /api/sessions/:code/grades": [404, { what: "participation" }],
  "GET /api/sessions/:code/lti": 404,
  "POST /api/sessions/:code/lti": [404, LINK],
  "DELETE /api/sessions/:code/lti/:id": 404,
  "GET /api/sessions/:code/marks": 404,
  "PUT /api/sessions/:code/marks": [404, { released: true }],
  "GET /api/sessions/:code/marks/:participantId/work": 404,
  "GET /api/sessions/:code/note": 403,
  "PUT /api/sessions/:code/note": [403, { text: "Alan was here." }],
  "GET /api/sessions/:code/paper": 403,
  "POST /api/sessions/:code/paper": [
    403,
    ({ participantId }) => ({ slips: [{ id: participantId, before: "for" }] }),
  ],
  "DELETE /api/sessions/:code/paper/:id": 403,
  "GET /api/sessions/:code": 200,
  "DELETE /api/sessions/:code": 403,
  "POST /api/sessions/:code/links/:link": 403,
  "DELETE /api/sessions/:code/links/:link": 403,
  "POST /api/sessions/:code/projectors": [403, { code: "ABC234" }],
  "GET /api/sessions/:code/debate": 403,
  "GET /api/sessions/:code/debate/pictures/:side": 403,
  "GET /api/sessions/:code/passes": 403,
  "POST /api/sessions/:code/passes": [403, { count: 1 }],
  "POST /api/sessions/:code/join": [400, []],
  "POST /api/sessions/:code/ballot": [401, ballot("for", "before", 9)],
  "POST /api/sessions/:code/step": [403, { step: "open", version: 1 }],
  "GET /api/sessions/:code/results": 403,
  "GET /api/sessions/:code/words": 403,
  "POST /api/sessions/:code/picks": [403, ({ wordsId }) => ({ reason: wordsId, on: true })],
  "GET /api/sessions/:code/timeline": 403,
  // As anybody who knows the code, and without a seat.
  "GET /api/sessions/:code/phone": 200,
  "GET /api/sessions/:code/mine": 401,
  "GET /api/sessions/:code/card": 401,
  "DELETE /api/sessions/:code/mine": [401, undefined, "?scope=seat"],
  "DELETE /api/sessions/:code/participants/:id": [403, undefined, "?scope=seat"],
  "DELETE /api/sessions/:code/rebuttals/:id": 403,
  "GET /api/sessions/:code/export": [403, undefined, "?table=ballots"],
  // At the end, since the colleague is signed out by them.
  "POST /api/auth/revoke-sessions": [200, {}],
  "POST /api/auth/sign-out": [200, {}],
};

/** The address of a route about what is the host's. */
function pathOf(pattern: string, ids: Ids): string {
  const named: Record<string, string> = {
    debates: ids.debateId,
    templates: ids.templateId,
    classes: ids.classId,
    invitations: ids.invitationId,
    helped: ids.graceId,
    instructors: ids.graceId,
    paper: ids.participantId,
    participants: ids.participantId,
    rebuttals: ids.rebuttalId,
  };
  return pattern
    .replace(/(\w+)\/:id/u, (_, kind: string) => `${kind}/${named[kind]}`)
    .replace(":code", ids.code)
    .replace(":studentId", ids.studentId)
    .replace(":participantId", ids.participantId)
    .replace(":version", "x")
    .replace(":link", "assistant");
}

test("[I3] [Q14] on no route can an instructor read, change or delete a colleague's data", async () => {
  await using between = await neighbours();
  const { server, cookie, ids, hers } = between;
  const before = await hers();
  const routes = server.app.routes.filter(({ method }) => method !== "ALL");
  const names = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  expect([...names].sort()).toEqual(Object.keys(ROUTES).sort());
  for (const [route, asked] of Object.entries(ROUTES)) {
    const [method = "", pattern = ""] = route.split(" ");
    const [status, given, query = ""] = typeof asked === "number" ? [asked] : asked;
    const sent = typeof given === "function" ? given(ids) : given;
    const answer = await server.request(pathOf(pattern + query, ids), {
      method,
      headers: { cookie },
      ...(sent instanceof FormData ? { body: sent } : sent && { json: sent }),
    });
    expect([route, answer.status]).toEqual([route, status]);
    expectNothingOfHers(await answer.text(), ids);
  }
  expect(await hers()).toBe(before);
});

/** The same for what pages read: `null` where a page shows everybody the same, or each only their own. */
const PAGES: {
  [Name in keyof PageApi]: (
    pageApi: PageApi,
    alan: Headers,
    ids: Ids,
  ) => [ReturnType<PageApi[Name]>, string | null];
} = {
  instructor: (pageApi, alan) => [pageApi.instructor(alan), null],
  site: (pageApi) => [pageApi.site(), null],
  retention: (pageApi) => [pageApi.retention(), null],
  setupOpen: (pageApi) => [pageApi.setupOpen("guess"), null],
  invitation: (pageApi, _alan, ids) => [pageApi.invitation(ids.invitationId), null],
  reset: (pageApi) => [pageApi.reset("guess"), null],
  provider: (pageApi) => [pageApi.provider(), null],
  oidcOnly: (pageApi) => [pageApi.oidcOnly(), null],
  withoutSecondFactor: (pageApi, alan) => [pageApi.withoutSecondFactor(alan), null],
  instructors: (pageApi, alan) => [pageApi.instructors(alan), "not-found"],
  account: (pageApi, alan) => [pageApi.account(alan), null],
  platforms: (pageApi, alan) => [pageApi.platforms(alan), "forbidden"],
  dashboard: (pageApi, alan) => [pageApi.dashboard(alan, 10), null],
  surprise: (pageApi, alan) => [pageApi.surprise(alan, { shelf: "own" }), null],
  classes: (pageApi, alan) => [pageApi.classes(alan), null],
  schoolClass: (pageApi, alan, ids) => [pageApi.schoolClass(alan, ids.classId), "not-found"],
  studentYear: (pageApi, alan, ids) => [pageApi.studentYear(alan, ids.classId, ids.studentId), "not-found"],
  compare: (pageApi, alan, ids) => [pageApi.compare(alan, ids.code), null],
  debate: (pageApi, alan, ids) => [pageApi.debate(alan, ids.debateId), "not-found"],
  usual: (pageApi, alan, ids) => [pageApi.usual(alan, ids.debateId), "not-found"],
  phone: (pageApi, alan, ids) => [pageApi.phone(alan, ids.code), null],
  card: (pageApi, alan, ids) => [pageApi.card(alan, ids.code), "unauthorized"],
  host: (pageApi, alan, ids) => [pageApi.host(alan, ids.code), "forbidden"],
  passes: (pageApi, alan, ids) => [pageApi.passes(alan, ids.code), "forbidden"],
  participation: (pageApi, alan, ids) => [pageApi.participation(alan, ids.code), "forbidden"],
  marks: (pageApi, alan, ids) => [pageApi.marks(alan, ids.code), "forbidden"],
  fairness: (pageApi, alan, ids) => [pageApi.fairness(alan, ids.code), "forbidden"],
  screen: (pageApi, alan, ids) => [pageApi.screen(alan, ids.code, undefined), "forbidden"],
  results: (pageApi, alan, ids) => [pageApi.results(alan, ids.code), "wrong-phase"],
};

test("[I3] on no page can an instructor read a colleague's data", async () => {
  await using between = await neighbours();
  const { server, cookie, ids } = between;
  expect(Object.keys(PAGES).sort()).toEqual(Object.keys(server.app.pageApi).sort());
  for (const [name, page] of Object.entries(PAGES)) {
    const [reading, code] = page(server.app.pageApi, new Headers({ cookie }), ids);
    const read = await reading;
    if (code !== null) expect(read, name).toMatchObject(refused(code));
    expectNothingOfHers(JSON.stringify(read), ids);
  }
});

/** The same for the host's messages, each with ids from the colleague's session. */
const MESSAGES: Record<string, (ids: Ids) => [payload: object, code: string | null]> = {
  sync: () => [{}, null],
  "host:phase": () => [{ to: "before", version: 1 }, null],
  "host:step": () => [{ step: "open", version: 1 }, "wrong-phase"],
  "host:timer": () => [{ seconds: 60, closes: true }, null],
  "host:reveal": () => [{ on: true }, null],
  "host:lock": () => [{ locked: true }, null],
  "host:wall": ({ rebuttalId }) => [{ show: { rebuttalId } }, "not-found"],
  "host:wall-look": () => [{ theme: "dark", language: "ja" }, null],
  "host:moderate": ({ rebuttalId }) => [{ rebuttalIds: [rebuttalId], action: "hide" }, "not-found"],
  "host:merge": ({ rebuttalId }) => [{ rebuttalId, into: null }, "not-found"],
  "host:remove": ({ participantId }) => [{ participantIds: [participantId] }, "not-found"],
  "host:results": () => [{ kept: true }, null],
  "host:dates": () => [{ schedule: null }, null],
  "host:later-vote": () => [{ planned: true }, null],
  "host:approve-first": () => [{ on: true }, null],
  "host:pairs": () => [{ act: "make" }, "wrong-phase"],
  "host:pairs-missing": ({ participantId }) => [
    { participantId, partnerId: participantId, action: "stay" },
    "wrong-phase",
  ],
  "host:pair-lines": () => [{ table: 1 }, null],
  "host:pair-line": ({ rebuttalId }) => [{ lineId: rebuttalId, action: "hide" }, "not-found"],
  "host:steelman": ({ rebuttalId }) => [{ steelmanId: rebuttalId, action: "hide" }, "not-found"],
  "host:steelmen": () => [{}, null],
  "host:undo": ({ entry }) => [{ entries: [entry] }, "not-found"],
  "host:speaker": ({ participantId }) => [{ participantId }, "wrong-phase"],
  "host:log": ({ entry }) => [{ before: entry + 1 }, null],
};

test("[I3] with no message can a host change a colleague's session", async () => {
  await using between = await neighbours();
  const { alan, ids, hers } = between;
  const before = await hers();
  const names = Object.keys(hostMessages({} as never, {} as never, { error: () => undefined }));
  expect(names.sort()).toEqual(Object.keys(MESSAGES).sort());
  for (const [name, message] of Object.entries(MESSAGES)) {
    const [payload, code] = message(ids);
    const answer = await alan.raw(name, payload);
    expect(answer, name).toMatchObject(code === null ? { ok: true } : refused(code));
  }
  expectNothingOfHers(JSON.stringify([alan.heard, alan.answers]), ids);
  expect(await hers()).toBe(before);
});
