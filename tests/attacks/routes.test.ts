import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REFUSALS } from "#debate/rules/result.ts";
import { REQUESTS } from "#docs/contract/requests.ts";
import { hostile } from "#tests/attacks/payloads.ts";
import { expectDocumented } from "#tests/support/documented.ts";
import { OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** For each route and role; a failure prints its seed. */
const numRuns = 6;

/** The field names that any route's body, query or form has. */
const FIELDS = [
  ...[
    "name",
    "round",
    "choice",
    "seq",
    "confidence",
    "reason",
    "credit",
    "debateId",
    "settings",
    "text",
    "debate",
  ],
  ...[
    "token",
    "email",
    "password",
    "identity",
    "table",
    "format",
    "callbackURL",
    "newPassword",
    "__proto__",
    "image",
  ],
];
const body = fc.oneof(
  hostile,
  fc.dictionary(fc.constantFrom(...FIELDS), hostile, { maxKeys: 5 }),
  fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.string(), fc.constant({ $gt: "" })), { maxKeys: 8 }),
);
const form = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS, "", "a[b]"), fc.string()))
  .map((fields) => new URLSearchParams(fields).toString());
const sent = fc.oneof(
  fc.tuple(
    fc.constant("application/json"),
    body.map((each) => JSON.stringify(each)),
  ),
  fc.tuple(
    fc.constant("application/x-www-form-urlencoded"),
    fc.oneof(form, fc.string(), fc.constant("seq=1&seq=2&%E0%A4%A=%")),
  ),
  fc.tuple(
    fc.constantFrom(
      "application/json",
      "text/plain",
      "multipart/form-data",
      "application/json; charset=utf-16",
      "x",
      "",
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom("{", '{"a":', "[".repeat(5_000), '{"a":1,"a":2}', "\ufeff{}", "null"),
    ),
  ),
);
const webPath = fc
  .array(fc.string({ unit: "binary" }))
  .map((parts) => parts.map((part) => `/${encodeURIComponent(part)}`).join(""));
const param = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "..",
    "%2e%2e%2f",
    "%00",
    "%ff",
    "' OR 1=1",
    "{$gt:''}",
    "ABC234",
    "japan-russia-card",
  ),
  fc.string({ minLength: 1 }),
  fc.string({ minLength: 900, maxLength: 2_000 }),
);

/** Every route of the program, those of Better Auth by the names that matter here. */
function routesOf({ app }: TestServer): [method: string, path: string][] {
  const auth = [
    "sign-in/email",
    "sign-up/email",
    "sign-out",
    "update-user",
    "change-password",
    "change-email",
    "delete-user",
    "request-password-reset",
    "reset-password",
    "revoke-session",
    "get-session",
    "list-sessions",
    "nonsense",
  ];
  const own = app.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*"));
  const all = [
    ...own.map(({ method, path }) => `${method} ${path}`),
    ...auth.flatMap((name) => [`POST /api/auth/${name}`, `GET /api/auth/${name}`]),
  ];
  return [...new Set(all)].map((route) => route.split(" ") as [string, string]);
}

/** The shape of a refusal; any other answer is the route's own to a valid request. */
async function expectAnswer(response: Response, route: string, asked: string): Promise<void> {
  const { status } = response;
  const text = await response.text();
  const isKnown = status < 500 || status === 503;
  expect(isKnown, `${asked}: ${status} ${text.slice(0, 200)}`).toBe(true);
  if (route in REQUESTS) expectDocumented(route, response, text);
  // [Q49] Launches, and what follows them, are refused by pages.
  const isPage = asked.includes(" /lti/") && text.startsWith("<!doctype html>");
  if (status < 400 || isPage || asked.includes("/api/auth/")) return;
  const { code } = (JSON.parse(text) as { error: { code: string } }).error;
  expect(
    REFUSALS.filter((each) => each !== "internal"),
    asked,
  ).toContain(code);
}

describe.each(["stranger", "student", "host"] as const)("[W1] every route, by a %s", (who) => {
  test("answers any address, body and field values", async () => {
    await using server = await startServer();
    const { ticket } = await server.join();
    const { code } = server.session;
    const cookie = { stranger: "", student: `seat-${code}=${ticket}`, host: server.cookie }[who];
    const routes = routesOf(server);
    expect(routes.length).toBeGreaterThan(25);
    for (const [method, path] of routes)
      await fc.assert(
        fc.asyncProperty(sent, param, form, fc.boolean(), async ([type, content], typed, query, isReal) => {
          // A deleted session is gone for the requests after it.
          const at = isReal && method !== "DELETE" ? code : typed;
          // Addresses leave these out, so the request would be for another route.
          fc.pre(at !== "." && at !== "..");
          const filled = path.replace(/:\w+/gu, () => encodeURIComponent(at));
          const response = await server.request(`${filled}?${query}`, {
            method,
            headers: { "content-type": type, cookie },
            ...(method !== "GET" && { body: content }),
          });
          await expectAnswer(response, `${method} ${path}`, `${method} ${filled.slice(0, 80)}`);
        }),
        { numRuns },
      );
    expect((await (await server.request("/healthz")).json()) as object).toMatchObject(OK);
    expect(await server.database.reader.session.count({ where: { code } })).toBe(1);
  });
});

test("[W1] random addresses, cookies and headers", async () => {
  await using server = await startServer();
  const value = fc.string().map((text) => text.replace(/[^\x20-\x7e]/gu, "%"));
  const header = fc.record({
    cookie: value,
    authorization: value,
    "x-forwarded-for": value,
    "accept-language": value,
    range: value,
  });
  await fc.assert(
    fc.asyncProperty(webPath, header, async (path, headers) => {
      for (const each of [
        `/api${path}`,
        `/api/sessions${path}`,
        `/api/sessions/${server.session.code}${path}`,
      ])
        expect((await server.request(each, { headers })).status).toBeLessThan(500);
    }),
    { numRuns: numRuns * 4 },
  );
});
