import { readFileSync } from "node:fs";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import { expect, test } from "vitest";
import { accept } from "#debate/rules/result.ts";
import { faultOf, type GradeFault } from "#server/lti/grade-words.ts";
import type { Keys } from "#server/lti/keys.ts";
import { lineItemOf, postScore } from "#server/lti/line-items.ts";
import { createLogins } from "#server/lti/logins.ts";
import { studentsOfCourse } from "#server/lti/members.ts";
import { SCOPES } from "#server/lti/scopes.ts";
import { createServices, type Services } from "#server/lti/service.ts";
import type { Answer, Asking, Outgoing } from "#server/platform/outgoing.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

type Recorded = {
  label: string;
  request: {
    method: string;
    url: string;
    query?: Record<string, string>;
    headers: Record<string, string>;
    body?: Record<string, unknown>;
  };
  response: {
    status: number;
    reason: string;
    headers: Record<string, string>;
    body?: unknown;
    body_text?: string;
  };
};
type Asked = { url: string } & Asking;

const recordings = (name: string): Recorded[] => {
  const { exchanges, calls } = JSON.parse(readFileSync(`tests/fixtures/lti/${name}.json`, "utf8"));
  return (exchanges ?? calls).filter((each: Partial<Recorded>) => each.request);
};
const one = (all: readonly Recorded[], label: string) =>
  all.find((each) => each.label === label) ?? expect.fail(`${label} was not recorded`);
const answerOf = ({ response }: Recorded): Answer => ({
  ...{ status: response.status, reason: response.reason, headers: response.headers },
  text: response.body_text ?? JSON.stringify(response.body ?? []),
});

const PLATFORM: Platform = {
  ...{ id: "moodle", issuer: "https://moodle.test", clientId: "N0ly7NfVW08krXC" },
  authorizationEndpoint: "https://moodle.test/mod/lti/auth.php",
  tokenEndpoint: "https://moodle.test/mod/lti/token.php",
  jwksUri: "https://moodle.test/mod/lti/certs.php",
  ...{ sites: [], deploymentIds: ["1"] },
};

/** A platform that gives these answers one after the other, and what it was asked. */
function playing(answers: readonly Recorded[]) {
  const asked: Asked[] = [];
  const next = async (url: string, asking: Asking = {}) => {
    const answer = answers[asked.length] ?? expect.fail(`nothing is recorded for ${url}`);
    asked.push({ url, ...asking });
    return accept(answerOf(answer));
  };
  const services: Services = { ask: (_platform, _scope, url, asking) => next(url, asking) };
  const outgoing = { ask: next } as Outgoing;
  return { asked, services, outgoing };
}

test("each recorded answer of the token endpoint is a token or a refusal, and our request has what the recorded one had", async () => {
  const keys = {
    sign: (claims, seconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", kid: "k", typ: "JWT" })
        .setIssuedAt(1)
        .setExpirationTime(seconds)
        .setJti("j")
        .sign(new Uint8Array(32)),
  } satisfies Pick<Keys, "sign">;
  const all = recordings("token").filter(({ response }) => response.body_text);
  for (const recorded of all) {
    const service = one(recordings("nrps"), "nrps-page-3");
    const { asked, outgoing } = playing([recorded, service]);
    const services = createServices(outgoing, keys, () => 0);
    const answered = await services.ask(PLATFORM, SCOPES.members, "https://moodle.test/members", {});
    expect(answered.ok, recorded.label).toBe(recorded.response.status === 200);
    const ours = new URLSearchParams(asked[0]?.body);
    const { body = {} } = one(all, "token-ok-all-scopes").request;
    expect([...ours.keys()].toSorted()).toEqual(Object.keys(body).toSorted());
    const theirs = String(body.client_assertion).replaceAll(" . ", ".");
    const claims = decodeJwt(ours.get("client_assertion") ?? "");
    expect(Object.keys(claims).toSorted()).toEqual(Object.keys(decodeJwt(theirs)).toSorted());
    expect(claims).toMatchObject({
      iss: PLATFORM.clientId,
      sub: PLATFORM.clientId,
      aud: PLATFORM.tokenEndpoint,
    });
    expect(decodeProtectedHeader(ours.get("client_assertion") ?? "")).toHaveProperty("kid");
    if (answered.ok) expect(asked[1]?.headers?.authorization).toMatch(/^Bearer [^ ]+$/u);
  }
});

test("[Q58] recorded pages of a course are its students, and recorded refusals are none", async () => {
  const all = recordings("nrps");
  const pages = ["nrps-page-1", "nrps-page-2", "nrps-page-3"].map((label) => one(all, label));
  const { asked, services } = playing(pages);
  const [first = expect.fail()] = pages;
  const read = await studentsOfCourse(services, PLATFORM, first.request.url);
  if (!read.ok) throw new Error(read.message);
  expect(asked[0]?.headers?.accept).toBe(first.request.headers.Accept);
  expect(asked.map(({ url }) => new URL(url).searchParams.get("from"))).toEqual([null, "30", "60"]);
  expect(read.value).toContainEqual({ sub: "47", name: "Dmitri Al-Sayed", number: "SIS-S043" });
  // 71 people without the teacher. Moodle lists a non-editing teacher, of id 4, as a learner.
  expect(read.value.map(({ sub }) => sub)).toEqual(expect.not.arrayContaining(["3"]));
  expect(read.value).toHaveLength(70);

  const hidden = one(all, "nrps-private-tool-limit3");
  const { headers: _, ...response } = hidden.response;
  const { services: silent } = playing([{ ...hidden, response: { ...response, headers: {} } }]);
  const unnamed = await studentsOfCourse(silent, PLATFORM, hidden.request.url);
  expect(unnamed.ok && unnamed.value.every(({ name }) => name === "")).toBe(true);

  for (const refused of all.filter(({ response }) => response.status !== 200)) {
    const { services: refusing } = playing([refused]);
    expect(await studentsOfCourse(refusing, PLATFORM, refused.request.url), refused.label).toMatchObject({
      ok: false,
    });
  }
});

const FAULTS: Record<string, GradeFault> = {
  "score-same-timestamp-again": "newer",
  "score-unknown-user": "unknown-person",
  "score-teacher-user": "unknown-person",
  "score-deleted-line-item": "deleted",
  "score-other-tools-token": "no-token",
  "score-bad-token": "no-token",
  "score-locked-grade": "locked",
};

test("[Q60] [Q62] our scores go where and as the recorded ones went, and recorded refusals have their words", async () => {
  const all = recordings("ags-scores");
  const taken = one(all, "score-ok-15-of-20");
  const { asked, services } = playing([taken]);
  const { url, query = {}, headers, body = {} } = taken.request;
  const item = url.replace(/\/scores$/u, `?type_id=${query.type_id}`);
  await postScore(services, PLATFORM, item, {
    ...{ userId: "5", activityProgress: "Completed", gradingProgress: "FullyGraded" },
    ...{ scoreGiven: 15, scoreMaximum: 20, timestamp: "2026-12-01T10:24:11.000Z", comment: "Well argued" },
  });
  const [ours = expect.fail()] = asked;
  expect(ours.url).toBe(`${url}?type_id=${query.type_id}`);
  expect(ours.headers?.["content-type"]).toBe(headers["Content-Type"]);
  const { submission: _, ...theirs } = body;
  expect(JSON.parse(ours.body ?? "")).toEqual({ ...theirs, comment: "Well argued" });
  for (const [label, fault] of Object.entries(FAULTS))
    expect(faultOf(answerOf(one(all, label))), label).toBe(fault);
});

test("[Q60] a line item is found among the recorded ones, or made as the recorded one was", async () => {
  const all = recordings("ags-lineitems");
  const [list, made, refused] = [
    one(all, "lineitems-filter-resource-link"),
    one(all, "lineitems-create-linked"),
    one(all, "lineitems-create-link-unknown"),
  ];
  const link = {
    ...{ id: "link", platformId: "moodle", resourceLinkId: "1", lineItem: null },
    lineItems: "https://moodle.test/mod/lti/services.php/2/lineitems?type_id=1",
  } as CourseLink;
  const given = { label: "Debate", maximum: 3 };
  const { asked, services } = playing([list, made]);
  const found = await lineItemOf(services, PLATFORM, link, given);
  expect(found).toEqual(accept((made.response.body as { id: string }).id));
  expect(asked.map(({ url }) => url)).toEqual([`${link.lineItems}&resource_link_id=1`, link.lineItems]);
  expect(asked[0]?.headers?.accept).toBe(list.request.headers.Accept);
  expect(asked[1]?.headers?.["content-type"]).toBe(made.request.headers["Content-Type"]);
  const { services: refusing } = playing([list, refused]);
  expect(await lineItemOf(refusing, PLATFORM, link, given)).toMatchObject({ ok: false });
});

test("[Q46] the state's cookie has the attributes of the only recorded one that every browser sent back in a frame", () => {
  const recorded = readFileSync("tests/fixtures/lti/cookies.json", "utf8");
  const [, attributes = ""] = /lti_part: ([^;]+);/u.exec(recorded) ?? [];
  const ids = { uuid: () => "id", key: () => "key" };
  const hints = { iss: PLATFORM.issuer, client_id: PLATFORM.clientId, login_hint: "5" };
  const { cookie } = createLogins("a secret", () => 0, ids).begin(PLATFORM, hints, null);
  expect(attributes).toContain("SameSite=None Partitioned");
  expect(cookie).toContain("HttpOnly; Secure; SameSite=None; Partitioned");
});
