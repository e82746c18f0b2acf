import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { AccountPage, WordsRead } from "#debate/protocol/pages.ts";
import { GRADE_REQUESTS } from "#docs/contract/grade-requests.ts";
import { LAUNCH_REQUESTS } from "#docs/contract/launch-requests.ts";
import { PLATFORM_REQUESTS } from "#docs/contract/platform-requests.ts";
import { REQUESTS } from "#docs/contract/requests.ts";
import { VISIT_REQUESTS } from "#docs/contract/visit-requests.ts";
import { expectDocumented } from "#tests/support/documented.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { CRITERIA, FORMS } from "#tests/support/marks.ts";
import { cookiesOf, INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { totp } from "#tests/support/totp.ts";
import { formWith } from "#tests/support/uploads.ts";
import { SIMPLE } from "#tests/support/versions.ts";

const ADA = { name: "Ada", email: "ada@example.org", password: "engine-notes-1843" };
const RENEWED = "looms-weave-flowers-1843";
const NEWSLETTER = readFileSync("tests/fixtures/newsletter-own-words.txt", "utf8");
/** What launches and the pages after them are answered (tests/integration/lti-*.test.ts). */
const LAUNCHES = Object.entries({ ...LAUNCH_REQUESTS, ...VISIT_REQUESTS }).flatMap(([route, { answers }]) =>
  route.includes(" /lti/") ? Object.keys(answers).map((status) => `${route} ${status}`) : [],
);
/** tests/integration/lti-registration.test.ts */
const REGISTERING = Object.keys(PLATFORM_REQUESTS["GET /lti/register"]?.answers ?? {}).map(
  (status) => `GET /lti/register ${status}`,
);
/** tests/integration/lti-grades.test.ts */
const GRADING = Object.keys(GRADE_REQUESTS).map((route) => `${route} 200`);
/** Tested where there is a provider (tests/integration/oidc.test.ts) and where a database fails. */
const ELSEWHERE = [
  "POST /api/debates/import/address 200", // from another server
  "GET /api/sessions/:code/debate/pictures/:side 200", // of a debate with a picture
  ...LAUNCHES,
  ...REGISTERING,
  ...GRADING,
  "GET /api/auth/callback/oidc 302",
  "GET /api/oidc/sign-in 302",
  "GET /readyz 503",
  "POST /api/reset/mail 202",
];

type Asks = (
  route: string,
  status: number,
  given?: { at?: string; json?: object },
) => Promise<{ read: { platform?: { id: string } } }>;

/** [Q40] What the owner asks of platforms, and [Q55] the host of a session's links in their courses. */
async function asksOfPlatforms(server: TestServer, asks: Asks): Promise<void> {
  const ids = { issuer: "https://school.test", clientId: "c" };
  const [authorizationEndpoint, tokenEndpoint, jwksUri] = ["auth", "token", "jwks"].map(
    (each) => `${ids.issuer}/${each}`,
  );
  const platform = { ...ids, deploymentIds: ["1"], authorizationEndpoint, tokenEndpoint, jwksUri };
  const PLATFORMS = "/api/lti/platforms";
  await asks(`POST ${PLATFORMS}`, 201, { json: platform });
  const { read } = await asks(`POST ${PLATFORMS}`, 200, { json: platform });
  await asks(`GET ${PLATFORMS}`, 200);
  const LINKS = "/api/sessions/:code/lti";
  const json = { ...ids, deploymentId: "1", resourceLinkId: "l" };
  await asks(`POST ${LINKS}`, 200, { json });
  await asks(`GET ${LINKS}`, 200);
  const { id } = await server.database.reader.ltiLink.findFirstOrThrow();
  await asks(`DELETE ${LINKS}/:id`, 204, { at: `/api/sessions/${server.session.code}/lti/${id}` });
  await asks("POST /api/lti/registrations", 201, { json: {} });
  await asks("POST /api/lti/keys", 204, { json: {} });
  await asks("GET /lti/jwks", 200);
  await asks(`DELETE ${PLATFORMS}/:id`, 204, { at: `${PLATFORMS}/${read.platform?.id}` });
}

test("each route's answers match docs/openapi.json, and every success status in it occurs", async () => {
  await using server = await startServer({ settings: { entry: "personal", reveal: "staged" } });
  const { code } = server.session;
  const seen = new Set<string>();
  type Given = {
    /** Where the route has parameters other than the code. */
    at?: string;
    file?: FormData;
    cookie?: string;
    json?: object;
    form?: Record<string, string>;
    ifMatch?: string;
    ifNoneMatch?: string;
  };
  const asks = async (route: string, status: number, given: Given = {}) => {
    const { cookie = server.cookie, json, form, file, ifMatch, ifNoneMatch } = given;
    const [method = "", path = ""] = route.split(" ");
    const body = file ?? (form && new URLSearchParams(form));
    const response = await server.request(given.at ?? path.replace(":code", code), {
      method,
      headers: {
        cookie,
        ...(ifMatch !== undefined && { "if-match": ifMatch }),
        ...(ifNoneMatch !== undefined && { "if-none-match": ifNoneMatch }),
      },
      ...(body && { body }),
      ...(json && { json }),
    });
    const text = await response.text();
    expect(response.status, `${route}: ${text}`).toBe(status);
    expectDocumented(route, response, text);
    seen.add(`${route} ${status}`);
    return { response, read: text.startsWith("{") ? JSON.parse(text) : {} };
  };
  const NOBODY = { cookie: "" };

  for (const route of ["GET /healthz", "GET /api/time", "GET /readyz", "GET /metrics"])
    await asks(route, 200);
  const { read: invited } = await asks("POST /api/invitations", 201, {
    json: { note: "Ada" },
  });
  await asks("GET /api/invitations", 200);
  const token = new URL(invited.url).searchParams.get("token");
  const accepting = { ...NOBODY, json: { token, ...ADA } };
  const { response: accepted } = await asks("POST /api/invitations/accept", 201, accepting);
  const CONSENT = "PUT /api/account/helper";
  await asks(CONSENT, 204, { cookie: cookiesOf(accepted) });
  const { read: other } = await asks("POST /api/invitations", 201, { json: {} });
  const invitation = `/api/invitations/${other.invitation.id}`;
  await asks("DELETE /api/invitations/:id", 204, { at: invitation });

  await asks("GET /api/debates", 200);
  const imported = { json: { text: NEWSLETTER } };
  const { read: reading } = await asks("POST /api/debates/import", 201, imported);
  await asks("POST /api/debates/import", 422, { json: { text: "Hello." } });
  const { id, ...draft } = reading.debate as { id: string; resolution: string };
  await asks("POST /api/debates", 201, { json: { debate: draft } });
  const misfit = { json: { debate: { ...draft, versions: [{ ...SIMPLE, for: ["One."] }] } } };
  await asks("PUT /api/debates/:id", 422, { ...misfit, at: `/api/debates/${id}` });
  const { response: one } = await asks("GET /api/debates/:id", 200, { at: `/api/debates/${id}` });
  const ifMatch = one.headers.get("etag") ?? "";
  const changed = { json: { debate: { ...draft, resolution: "Another." } }, ifMatch };
  await asks("PUT /api/debates/:id", 200, { ...changed, at: `/api/debates/${id}` });
  await asks("PUT /api/debates/:id", 412, {
    at: `/api/debates/${id}`,
    json: { debate: draft },
    ifMatch: '"x"',
  });
  await asks("POST /api/debates", 412, { json: { debate: draft, id } });
  const debates = "/api/debates/:id";
  const { read: kept } = await asks(`GET ${debates}/versions`, 200, { at: `/api/debates/${id}/versions` });
  const earlier = `/api/debates/${id}/versions/${kept.versions[1].version}`;
  await asks(`GET ${debates}/versions/:version`, 200, { at: earlier });
  await asks(`GET ${debates}/export`, 200, { at: `/api/debates/${id}/export` });
  const sharing = `/api/debates/${id}/sharing`;
  await asks(`PUT ${debates}/sharing`, 204, { at: sharing, json: { email: ADA.email, right: "read" } });
  await asks(`GET ${debates}/sharing`, 200, { at: sharing });
  const linking = { at: `/api/debates/${id}/link` };
  await asks(`GET ${debates}/link`, 200, linking);
  const { read: linked } = await asks(`PUT ${debates}/link`, 200, { ...linking, json: { of: "debate" } });
  await asks("GET /api/shared/:file", 200, { at: new URL(linked.link.url).pathname });
  await asks(`DELETE ${debates}/link`, 204, linking);
  await asks("GET /api/shared/:file", 404, { at: new URL(linked.link.url).pathname });
  await asks("POST /api/debates/import/address", 422, { json: { address: "http://school.example/a.json" } });
  const { read: copied } = await asks("POST /api/debates/:id/copy", 201, { at: `/api/debates/${id}/copy` });
  await asks("PUT /api/debates/:id/archived", 204, {
    at: `/api/debates/${id}/archived`,
    json: { archived: true },
  });
  await server.open({}, copied.debate.id);
  await asks("DELETE /api/debates/:id", 200, { at: `/api/debates/${copied.debate.id}` });
  const words = { file: formWith(NEWSLETTER) };
  const picture = { file: formWith("\u0000", "a.png") };
  for (const [file, status] of [
    [words, 201],
    [picture, 415],
  ] as const)
    await asks("POST /api/debates/import", status, file);
  const PREVIEW = "POST /api/debates/import/preview";
  await asks(PREVIEW, 200, words);
  await asks(PREVIEW, 415, picture);
  await asks(PREVIEW, 422, { file: formWith(" ") });
  const LIST = "POST /api/classes/preview";
  await asks(LIST, 200, { json: { text: "number,name\n1,Ada\n" } });
  await asks(LIST, 415, picture);
  await asks(LIST, 422, { json: { text: "" } });
  const source = `/api/debates/${id}/source`;
  await asks("PUT /api/debates/:id/source", 204, { ...words, at: source });
  await asks("PUT /api/debates/:id/source", 415, { ...picture, at: source });
  await asks("GET /api/debates/:id/source", 200, { at: source });
  await asks("DELETE /api/debates/:id", 204, { at: `/api/debates/${id}` });

  const { read: usual } = await asks("POST /api/templates", 201, {
    json: { name: "Usual", settings: { minutes: { before: 3 } } },
  });
  await asks("GET /api/templates", 200);
  const template = `/api/templates/${usual.template.id}`;
  await asks("PUT /api/templates/:id", 204, { at: template, json: { name: "Short" } });
  await asks("DELETE /api/templates/:id", 204, { at: template });

  const opening = { json: { debateId: "japan-russia-card", settings: { questions: { readingVote: true } } } };
  const { read: opened } = await asks("POST /api/sessions", 201, opening);
  await asks("POST /api/sessions", 201, { json: { from: opened.code, name: "Period 4" } });
  await asks("DELETE /api/sessions/:code", 204, { at: `/api/sessions/${opened.code}` });
  const at = (suffix: string) => `/api/sessions/${code}${suffix}`;
  const about = (method: string, suffix: string) => `${method} /api/sessions/:code${suffix}`;
  await asks(about("GET", ""), 200, NOBODY);
  await asks(about("GET", "/debate"), 200);
  await asks(about("POST", "/links/:link"), 201, { at: at("/links/results") });
  await asks(about("DELETE", "/links/:link"), 204, { at: at("/links/results") });
  const { response: shown, read: waiting } = await asks("POST /api/projectors", 201, NOBODY);
  const confirmed = asks(about("POST", "/projectors"), 204, {
    json: { code: waiting.code },
  });
  const asksAgain = () => asks("POST /api/projectors", 200, { cookie: cookiesOf(shown) });
  while (!("path" in (await asksAgain()).read));
  await confirmed;
  const { read: made } = await asks(about("POST", "/passes"), 201, { json: { count: 3 } });
  await asks(about("GET", "/passes"), 200);
  await asks(about("GET", "/passes"), 200, { at: at("/passes?format=csv") });
  const [pass, spare] = (made.passes as { code: string }[]).map((each) => each.code);
  const JOIN = about("POST", "/join");
  const { response: joined, read: seat } = await asks(JOIN, 201, { ...NOBODY, json: { pass } });
  const phone = cookiesOf(joined);
  await asks(JOIN, 200, { cookie: phone, json: {} });
  await asks(JOIN, 200, { at: at("/join?with=phone"), cookie: phone, json: {} });
  const form = { pass: spare ?? "" };
  const { response: checked } = await asks(JOIN, 307, { ...NOBODY, form });
  const { response: sent } = await asks(JOIN, 303, {
    at: at("/join?again="),
    cookie: cookiesOf(checked),
    form,
  });

  const host = await server.connect("host");
  await moveTo(host, "before");
  const slip = { json: { slips: [{ id: randomUUID(), before: "against" }] } };
  const { read: typed } = await asks(about("POST", "/paper"), 201, slip);
  await asks(about("GET", "/paper"), 200);
  await asks(about("DELETE", "/paper/:id"), 204, { at: at(`/paper/${typed.slips[0].id}`) });
  const BALLOT = about("POST", "/ballot");
  await asks(BALLOT, 200, { cookie: phone, json: ballot("for") });
  await asks(BALLOT, 303, {
    cookie: phone,
    form: { round: "before", choice: "for", seq: "2" },
  });
  await asks(about("GET", "/phone"), 200, { cookie: phone });
  await asks(about("GET", "/phone"), 200, NOBODY);
  await asks(about("GET", "/results"), 200);
  await moveTo(host, "rebuttal");
  const ada = await server.connect("student", { ticket: seat.ticket });
  const hers = rebuttal();
  await ada.send("rebuttal:post", hers);
  await moveTo(host, "after");
  const paragraph = { side: "for", n: 1 } as const;
  const credit = { paragraph, without: "for", why: "It says what I had not thought of." } as const;
  await ada.send("ballot:cast", { ...ballot("against", "after"), confidence: 3, reason: "So.", credit });
  await moveTo(host, "results");
  const { read: said } = await asks(about("GET", "/words"), 200);
  const pick = { reason: (said as WordsRead).words[0]?.id ?? "", on: true };
  await asks(about("POST", "/picks"), 204, { json: pick });
  const { version } = (await host.sync()).session;
  const STEP = about("POST", "/step");
  await asks(STEP, 200, { json: { step: "open", version } });
  for (const cookie of ["", phone, server.cookie]) await asks(about("GET", "/results"), 200, { cookie });
  await asks(about("GET", "/results"), 304, { ifNoneMatch: "*" });
  const { code: section } = await server.open();
  await moveTo(await server.connect("host", { code: section }), "before");
  const COMPARE = "GET /api/compare";
  await moveTo(await server.connect("host", { code: section }), "closed");
  for (const format of ["json", "csv"])
    await asks(COMPARE, 200, { at: `/api/compare?codes=${code},${section}&format=${format}` });
  await asks("POST /api/compare", 200, { json: { codes: [code, section], summaries: [] } });
  await asks(about("GET", "/summary"), 200);
  await asks(about("GET", "/package"), 200);
  await asks(about("GET", "/timeline"), 200);
  await asks(about("GET", "/timeline"), 304, { ifNoneMatch: "*" });
  for (const table of TABLES)
    for (const form of ["format=json", "format=csv", "names=no"])
      await asks(about("GET", "/export"), 200, { at: at(`/export?table=${table}&${form}`) });
  for (const form of ["format=json", "format=csv", "names=no"])
    await asks(about("GET", "/participation"), 200, { at: at(`/participation?${form}`) });
  const MARKS = about("PUT", "/marks");
  const ofAda = { participantId: seat.participantId, levels: {}, comment: "Clear." };
  await asks(MARKS, 200, { json: { criteria: CRITERIA, released: true, marks: [ofAda] } });
  await asks(MARKS, 412, { json: { marks: [{ ...ofAda, comment: "Not so clear.", version: 0 }] } });
  for (const form of ["format=json", ...FORMS.map((each) => `format=csv${each}`)])
    await asks(about("GET", "/marks"), 200, { at: at(`/marks?${form}`) });
  const work = { at: at(`/marks/${seat.participantId}/work`) };
  await asks(about("GET", "/marks/:participantId/work"), 200, work);
  await asksOfPlatforms(server, asks);
  const NOTE = about("PUT", "/note");
  const { read: noted } = await asks(NOTE, 200, { json: { text: "Ask Ada." } });
  await asks(NOTE, 412, { json: { text: "Ask Bob." }, ifMatch: '"x"' });
  expect((await asks(about("GET", "/note"), 200)).read).toEqual(noted);
  await asks(about("GET", "/mine"), 200, { cookie: phone });
  await asks(about("GET", "/card"), 200, { cookie: phone });
  await asks(about("DELETE", "/rebuttals/:id"), 204, { at: at(`/rebuttals/${hers.id}`) });
  const hersToo = at(`/participants/${seat.participantId}?scope=words`);
  await asks(about("DELETE", "/participants/:id"), 204, { at: hersToo });
  await asks(about("DELETE", "/mine"), 204, { at: at("/mine?scope=seat"), cookie: cookiesOf(sent) });

  const listed = { name: "3B", students: [{ name: "Ada" }, { name: "Bob" }] };
  const { read: created } = await asks("POST /api/classes", 201, { json: listed });
  const ofClass = `/api/classes/${created.class.id}`;
  const [listedAda, listedBob] = created.class.students as { id: string }[];
  await asks("GET /api/classes", 200);
  await asks("GET /api/classes/:id", 200, { at: ofClass });
  await asks("PUT /api/classes/:id", 200, { at: ofClass, json: { word: "maple" } });
  const more = { at: `${ofClass}/students`, json: { students: [{ name: "Cleo", number: "7" }] } };
  await asks("POST /api/classes/:id/students", 201, more);
  const STUDENT = "/api/classes/:id/students/:studentId";
  const onAda = `${ofClass}/students/${listedAda?.id}`;
  await asks(`PUT ${STUDENT}`, 200, { at: onAda, json: { name: "Ada L." } });
  const forClass = {
    debateId: "japan-russia-card",
    classId: created.class.id,
    settings: { identity: "named" },
  };
  const { read: ofListed } = await asks("POST /api/sessions", 201, { json: forClass });
  const inClass = (suffix: string) => `/api/sessions/${ofListed.code}${suffix}`;
  await asks(about("GET", "/class"), 200, { at: inClass("/class") });
  const late = { at: inClass("/class/students"), json: { name: "Late" } };
  await asks(about("POST", "/class/students"), 201, late);
  await asks(about("POST", "/names"), 200, { ...NOBODY, at: inClass("/names"), json: { word: "maple" } });
  const chosen = { ...NOBODY, at: inClass("/join"), json: { classWord: "maple", student: listedBob?.id } };
  const { read: bobs } = await asks(JOIN, 201, chosen);
  const renaming = { at: inClass(`/seats/${bobs.participantId}/name`), json: { name: "Robert" } };
  await asks(about("PUT", "/seats/:participantId/name"), 204, renaming);
  await asks(`GET ${STUDENT}`, 200, { at: onAda });
  await asks(`DELETE ${STUDENT}`, 204, { at: onAda });
  await asks("DELETE /api/classes/:id", 204, { at: ofClass });

  await asks("GET /api/oidc/connect", 302, NOBODY);
  await asks("GET /api/auth/get-session", 200);
  await asks("GET /api/auth/get-session", 200, NOBODY);
  await asks("POST /api/language", 303, {
    ...NOBODY,
    form: { language: "ja" },
  });
  const { read: codes } = await asks("POST /api/account/code", 201);
  const byCode = { ...NOBODY, json: { code: codes.code } };
  await asks("POST /api/auth/sign-in/code", 200, byCode);
  const { value } = (await server.app.pageApi.account(new Headers({ cookie: server.cookie }))) as {
    value: AccountPage;
  };
  const HELP = "POST /api/account/helped/:id/reset";
  const helping = `/api/account/helped/${value.helped[0]?.id}/reset`;
  const { read: link } = await asks(HELP, 201, { at: helping, json: {} });
  const resetting = {
    ...NOBODY,
    json: { token: new URL(link.url).searchParams.get("token"), password: RENEWED },
  };
  const { response: reset } = await asks("POST /api/reset", 200, resetting);
  await asks("DELETE /api/account/helper", 204, { cookie: cookiesOf(reset) });
  const account = { name: INSTRUCTOR.name, language: null };
  await asks("PUT /api/account", 204, { json: account });
  const { email, password } = INSTRUCTOR;
  const SIGN_IN = "POST /api/auth/sign-in/email";
  const { response: again } = await asks(SIGN_IN, 200, {
    json: { email, password },
  });
  await asks("POST /api/auth/sign-out", 200, { cookie: cookiesOf(again), json: {} });
  const FACTOR = "POST /api/auth/two-factor";
  const proof = { json: { password: RENEWED } };
  const { read: factor } = await asks(`${FACTOR}/enable`, 200, { cookie: cookiesOf(reset), ...proof });
  const turningOn = { cookie: cookiesOf(reset), json: { code: totp(factor.totpURI) } };
  await asks(`${FACTOR}/verify-totp`, 200, turningOn);
  await asks(`${FACTOR}/verify-totp`, 409, { ...NOBODY, json: { code: "000000" } });
  const adas = { ...NOBODY, json: { email: ADA.email, password: RENEWED } };
  const { response: asked } = await asks(SIGN_IN, 200, adas);
  const backup = { cookie: cookiesOf(asked), json: { code: factor.backupCodes[0] } };
  const { response: inside } = await asks(`${FACTOR}/verify-backup-code`, 200, backup);
  await asks(`${FACTOR}/generate-backup-codes`, 200, { cookie: cookiesOf(inside), ...proof });
  await asks(`${FACTOR}/disable`, 200, { cookie: cookiesOf(inside), ...proof });
  await server.colleague();
  const { read: all } = await asks("GET /api/instructors", 200);
  await asks("PUT /api/instructors/second-factor", 204, { json: { required: false } });
  const managed = `/api/instructors/${all.instructors.at(-1).id}`;
  await asks("PUT /api/instructors/:id/lock", 204, { at: `${managed}/lock` });
  await asks("DELETE /api/instructors/:id/lock", 204, { at: `${managed}/lock` });
  await asks("DELETE /api/instructors/:id/second-factor", 204, { at: `${managed}/second-factor` });
  await asks("DELETE /api/instructors/:id", 204, { at: managed });
  const passwords = { currentPassword: password, newPassword: "compiler-a-0-1952" };
  const CHANGE = "POST /api/auth/change-password";
  const { response: renewed } = await asks(CHANGE, 200, { json: passwords });
  for (const path of ["data", "audit"])
    await asks(`GET /api/account/${path}`, 200, { cookie: cookiesOf(renewed) });
  const everywhere = { cookie: cookiesOf(renewed), json: {} };
  await asks("POST /api/auth/revoke-sessions", 200, everywhere);
  for (const each of [
    { ...ADA, password: RENEWED },
    { email, password: passwords.newPassword },
  ]) {
    const cookie = await server.signIn({ ...INSTRUCTOR, ...each, email: each.email.toLowerCase() });
    await asks("DELETE /api/account", 204, { cookie, json: { proof: each.password } });
  }
  const setup = { ...NOBODY, json: { token: await server.app.instructors.setupToken(), ...INSTRUCTOR } };
  await asks("POST /api/setup", 201, setup);

  const named = Object.entries(REQUESTS).flatMap(([route, { answers }]) =>
    Object.keys(answers).map((status) => `${route} ${status}`),
  );
  expect(named.filter((each) => !seen.has(each)).sort()).toEqual(ELSEWHERE.sort());
  for (const path of ["/openapi.json", "/asyncapi.json", "/docs/openapi.json", "/api/openapi.json"])
    expect((await server.request(path)).status, path).toBe(404);
});
