import { randomUUID } from "node:crypto";
import { merged, partsIn } from "#debate/activities/merged.ts";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import { createHttp } from "#server/http/http.ts";
import { PROMISED } from "#tests/activities/promise.ts";
import { anything } from "#tests/support/anything.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";
import { FORMS } from "#tests/support/marks.ts";
import type { Seat } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";

/** In milliseconds: each test makes about a thousand requests. */
export const TIMEOUT = 300_000;

export const REAL_NAME = "Ada Lovelace";
export const REASON = "A reason in her own words.";
/** [J10] The claim that a phone sends with its personal code. */
export const CLAIM = "Y2xhaW0gb2YgdGhlIHRlc3Rz";
/** [V20] The private note on the session. */
export const NOTE = "A note that only the host may read.";
export const WHY = "What she says of how it moved her, and long enough to count.";

/** Personal codes. */
export async function makePasses(server: TestServer, count = 3): Promise<string[]> {
  const { passes } = await (await server.asHost("/passes", { json: { count } })).json();
  return passes.map(({ code }: { code: string }) => code);
}

export async function join(server: TestServer, name: string, pass: string | undefined): Promise<Seat> {
  const json = { name, ...(pass !== undefined && { pass, claim: CLAIM }) };
  return (await server.asStranger("/join", { json })).json();
}

type Asked = { path: string; method?: string; json?: unknown };
type Codes = { code: string; other: string };

/** The routes of the server, as "GET /api/sessions/:code". */
export const ROUTES = createHttp(anything)
  .routes.filter(({ method }) => method !== "ALL")
  .map(({ method, path }) => `${method} ${path}`);

/**
 * What is asked of a route, after its path: itself where nothing stands here, with no fields and with ids that there are not. `other` is
 * a closed session of the same host and resolution. Write each query that a new route takes.
 */
const ASKED: Record<string, (codes: Codes) => Asked[]> = {
  // These end the sign-in that is asked with.
  "POST /api/auth/sign-out": () => [],
  "POST /api/auth/revoke-sessions": () => [],
  "GET /api/account/audit": () =>
    ["", "?format=jsonl"].map((query) => ({ path: `/api/account/audit${query}` })),
  "GET /api/debates": () => ["", "?q=x", "?shelf=shared"].map((query) => ({ path: `/api/debates${query}` })),
  "GET /api/debates/:id": () => [{ path: "/api/debates/japan-russia-card" }],
  "GET /api/debates/:id/source": () => [{ path: "/api/debates/japan-russia-card/source" }],
  "GET /api/debates/:id/export": () =>
    ["?format=json", "?format=markdown", "?of=series"].map((query) => ({
      path: `/api/debates/japan-russia-card/export${query}`,
    })),
  "POST /api/classes/preview": () =>
    ["", "?columns=name,none", "?group=x"].map((query) => ({
      path: `/api/classes/preview${query}`,
      json: { text: "Ada" },
    })),
  "GET /api/compare": ({ code, other }) =>
    ["", "&format=csv"].map((format) => ({ path: `/api/compare?codes=${code},${other}${format}` })),
  "POST /api/compare": ({ code, other }) => [
    { path: "/api/compare", json: { codes: [code, other], summaries: [] } },
  ],
  "POST /api/sessions": ({ code }) => [
    { path: "/api/sessions", json: {} },
    { path: "/api/sessions", json: { from: code } },
  ],
  // With its own code, the host would delete the session, and the student what is looked for.
  "DELETE /api/sessions/:code": () => [{ path: "/api/sessions/ZZZZZZ", method: "DELETE" }],
  "DELETE /api/sessions/:code/mine": () => [{ path: "/api/sessions/ZZZZZZ/mine", method: "DELETE" }],
  "GET /api/sessions/:code/debate": ({ code }) =>
    ["", "?version="].map((version) => ({ path: `/api/sessions/${code}/debate${version}` })),
  // `with=phone` answers a seat, which a stranger has not; see promise.test.ts.
  "POST /api/sessions/:code/join": ({ code }) =>
    ["Somebody else", "x".repeat(90)].map((name) => ({ path: `/api/sessions/${code}/join`, json: { name } })),
  "POST /api/sessions/:code/ballot": ({ code }) => [
    { path: `/api/sessions/${code}/ballot`, json: { round: "before", choice: "for", seq: 1 } },
  ],
  "POST /api/sessions/:code/class/students": ({ code }) => [
    { path: `/api/sessions/${code}/class/students`, json: { name: "Ada Lovelace" } },
  ],
  "POST /api/sessions/:code/names": ({ code }) => [
    { path: `/api/sessions/${code}/names`, json: { word: "wrong" } },
  ],
  "GET /api/sessions/:code/passes": ({ code }) =>
    ["", "?format=csv"].map((format) => ({ path: `/api/sessions/${code}/passes${format}` })),
  "GET /api/sessions/:code/participation": ({ code }) =>
    ["csv", "json&names=no", "json"].map((format) => ({
      path: `/api/sessions/${code}/participation?format=${format}`,
    })),
  "GET /api/sessions/:code/marks": ({ code }) =>
    ["", ...FORMS.map((form) => `?format=csv${form}`)].map((query) => ({
      path: `/api/sessions/${code}/marks${query}`,
    })),
  "POST /api/sessions/:code/step": ({ code }) => [
    { path: `/api/sessions/${code}/step`, json: { step: "open", version: 0 } },
  ],
  "GET /api/sessions/:code/export": ({ code }) =>
    [...TABLES, "seats"].flatMap((table) =>
      // CSV is made of the same rows.
      ["", "&names=no"].map((names) => ({
        path: `/api/sessions/${code}/export?table=${table}&format=json${names}`,
      })),
    ),
};

/** The requests to a route. */
export function requestsTo(route: string, codes: Codes): Asked[] {
  const asked = ASKED[route]?.(codes);
  if (asked) return asked;
  const [method = "", pattern = ""] = route.split(" ");
  const path = pattern.replace(":code", codes.code).replaceAll(/:\w+/gu, () => randomUUID());
  return [{ path, method, ...(method !== "GET" && { json: {} }) }];
}

/** Every message that a client can send, with a payload that is refused or changes nothing. */
export const MESSAGES: Record<string, object> = {
  ...merged(partsIn(PROMISED, "messages")),
  sync: {},
  "ballot:cast": ballot("for", "before", 0),
  "rebuttal:post": { ...rebuttal(), replyTo: randomUUID() },
  "rebuttal:edit": { rebuttalId: randomUUID(), body: "Other words." },
  "rebuttal:withdraw": { rebuttalId: randomUUID() },
  "rebuttal:endorse": { rebuttalId: randomUUID(), on: true },
  "rebuttal:report": { rebuttalId: randomUUID(), reason: "Rude." },
  "rebuttal:seen": { ids: [randomUUID()] },
  "host:phase": { to: "lobby", version: 0 },
  "host:timer": { seconds: null },
  "host:moderate": { rebuttalIds: [randomUUID()], action: "hide" },
  "host:merge": { rebuttalId: randomUUID(), into: randomUUID() },
  "host:remove": { participantIds: [randomUUID()] },
  "host:lock": { locked: false },
  "host:reveal": { on: true },
  "time:ask": {},
  "host:step": { step: "open", version: 0 },
  "host:wall": { show: null },
  "host:wall-look": { theme: null, language: null },
  "host:undo": { entries: [1] },
  "host:log": { before: 1_000 },
  "host:results": { kept: false },
  "host:dates": { schedule: null },
  "host:approve-first": { on: false },
};
