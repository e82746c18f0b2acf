import { randomUUID } from "node:crypto";
import { merged, partsIn } from "#debate/activities/merged.ts";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import { PROMISED } from "#tests/activities/promise.ts";
import { ballot, rebuttal } from "#tests/support/lesson.ts";
import { ways } from "#tests/support/runs.ts";
import { REAL_NAME } from "./promise-students.ts";

type Asked = { path: string; json?: unknown; method?: string };
const JSON_OF_NOTHING = { json: {} };
const remove = (path: string): Asked[] => [{ path, method: "DELETE" }];

/**
 * Every route, with requests to it. Add each new route here, with every query it takes. `other`: a closed session of the same host
 * and resolution.
 */
export const ROUTES: Record<string, (code: string, other: string) => Asked[]> = {
  "GET /healthz": () => [{ path: "/healthz" }],
  "GET /api/time": () => [{ path: "/api/time" }],
  "GET /readyz": () => [{ path: "/readyz" }],
  "GET /metrics": () => [{ path: "/metrics" }],
  "POST /api/language": () => [{ path: "/api/language", ...JSON_OF_NOTHING }],
  "GET /api/auth/get-session": () => [{ path: "/api/auth/get-session" }],
  "GET /api/auth/callback/oidc": () => [{ path: "/api/auth/callback/oidc" }],
  "POST /api/auth/sign-out": () => [],
  "POST /api/auth/revoke-sessions": () => [],
  "POST /api/auth/sign-in/email": () => [
    { path: "/api/auth/sign-in/email", json: { email: "a@example.org", password: "x" } },
  ],
  "POST /api/auth/sign-in/code": () => [{ path: "/api/auth/sign-in/code", json: { code: "0000000000" } }],
  "POST /api/auth/change-password": () => [{ path: "/api/auth/change-password", ...JSON_OF_NOTHING }],
  "GET /api/oidc/sign-in": () => [{ path: "/api/oidc/sign-in" }],
  "GET /api/oidc/connect": () => [{ path: "/api/oidc/connect" }],
  "GET /api/invitations": () => [{ path: "/api/invitations" }],
  "POST /api/invitations": () => [{ path: "/api/invitations", ...JSON_OF_NOTHING }],
  "DELETE /api/invitations/:id": () => remove(`/api/invitations/${randomUUID()}`),
  "POST /api/invitations/accept": () => [{ path: "/api/invitations/accept", ...JSON_OF_NOTHING }],
  "POST /api/account/code": () => [{ path: "/api/account/code", ...JSON_OF_NOTHING }],
  "PUT /api/account": () => [{ path: "/api/account", method: "PUT", ...JSON_OF_NOTHING }],
  "POST /api/account/helped/:id/reset": () => [
    { path: `/api/account/helped/${randomUUID()}/reset`, ...JSON_OF_NOTHING },
  ],
  "PUT /api/account/helper": () => [{ path: "/api/account/helper", method: "PUT" }],
  "DELETE /api/account/helper": () => remove("/api/account/helper"),
  "POST /api/reset": () => [{ path: "/api/reset", ...JSON_OF_NOTHING }],
  "POST /api/reset/mail": () => [{ path: "/api/reset/mail", ...JSON_OF_NOTHING }],
  "GET /api/account/data": () => [{ path: "/api/account/data" }],
  // Without the password the account is kept.
  "DELETE /api/account": () => [{ path: "/api/account", method: "DELETE", ...JSON_OF_NOTHING }],
  "POST /api/projectors": () => [{ path: "/api/projectors", method: "POST" }],
  "POST /api/setup": () => [{ path: "/api/setup", ...JSON_OF_NOTHING }],
  "GET /api/debates": () => ["", "?q=x", "?shelf=shared"].map((query) => ({ path: `/api/debates${query}` })),
  "POST /api/debates": () => [{ path: "/api/debates", ...JSON_OF_NOTHING }],
  "POST /api/debates/import": () => [{ path: "/api/debates/import", json: { text: REAL_NAME.slice(4, 6) } }],
  // A file is imported in tests/integration/import.test.ts.
  "POST /api/debates/import/preview": () => [{ path: "/api/debates/import/preview", ...JSON_OF_NOTHING }],
  "PUT /api/debates/:id/source": () => [{ path: "/api/debates/x/source", method: "PUT", ...JSON_OF_NOTHING }],
  "GET /api/debates/:id/source": () => [{ path: "/api/debates/japan-russia-card/source" }],
  "GET /api/debates/:id": () => [{ path: "/api/debates/japan-russia-card" }],
  "PUT /api/debates/:id": () => [{ path: "/api/debates/x", method: "PUT", ...JSON_OF_NOTHING }],
  "DELETE /api/debates/:id": () => remove("/api/debates/x"),
  "POST /api/debates/:id/copy": () => [{ path: "/api/debates/x/copy", method: "POST" }],
  "PUT /api/debates/:id/archived": () => [
    { path: "/api/debates/x/archived", method: "PUT", json: { archived: true } },
  ],
  "GET /api/debates/:id/export": () =>
    ["?format=json", "?format=markdown", "?of=series"].map((query) => ({
      path: `/api/debates/japan-russia-card/export${query}`,
    })),
  "GET /api/debates/:id/sharing": () => [{ path: "/api/debates/x/sharing" }],
  "PUT /api/debates/:id/sharing": () => [
    { path: "/api/debates/x/sharing", method: "PUT", json: { everyone: "edit" } },
  ],
  "GET /api/debates/:id/versions": () => [{ path: "/api/debates/x/versions" }],
  "GET /api/debates/:id/versions/:version": () => [{ path: "/api/debates/x/versions/y" }],
  "GET /api/templates": () => [{ path: "/api/templates" }],
  "POST /api/templates": () => [{ path: "/api/templates", ...JSON_OF_NOTHING }],
  "PUT /api/templates/:id": () => [{ path: "/api/templates/x", method: "PUT", ...JSON_OF_NOTHING }],
  "DELETE /api/templates/:id": () => remove("/api/templates/x"),
  "GET /api/compare": (code, other) => [
    { path: `/api/compare?codes=${code},${other}` },
    { path: `/api/compare?codes=${code},${other}&format=csv` },
  ],
  "POST /api/sessions": (code) => [
    { path: "/api/sessions", ...JSON_OF_NOTHING },
    { path: "/api/sessions", json: { from: code } },
  ],
  "GET /api/sessions/:code": (code) => [{ path: `/api/sessions/${code}` }],
  // With its own code, the host would delete the session.
  "DELETE /api/sessions/:code": () => remove("/api/sessions/ZZZZZZ"),
  "GET /api/sessions/:code/debate": (code) => [
    { path: `/api/sessions/${code}/debate` },
    { path: `/api/sessions/${code}/debate?version=` },
  ],
  // `with=phone` answers a seat, which a stranger has not; see promise.test.ts.
  "POST /api/sessions/:code/join": (code) => [
    { path: `/api/sessions/${code}/join`, json: { name: "Somebody else" } },
    { path: `/api/sessions/${code}/join`, json: { name: "x".repeat(90) } },
  ],
  "POST /api/sessions/:code/ballot": (code) => [
    { path: `/api/sessions/${code}/ballot`, json: { round: "before", choice: "for", seq: 1 } },
  ],
  "GET /api/sessions/:code/phone": (code) => [{ path: `/api/sessions/${code}/phone` }],
  "GET /api/sessions/:code/mine": (code) => [{ path: `/api/sessions/${code}/mine` }],
  "GET /api/sessions/:code/card": (code) => [{ path: `/api/sessions/${code}/card` }],
  "DELETE /api/sessions/:code/mine": () => remove("/api/sessions/ZZZZZZ/mine"),
  "DELETE /api/sessions/:code/participants/:id": (code) =>
    remove(`/api/sessions/${code}/participants/${randomUUID()}`),
  "DELETE /api/sessions/:code/rebuttals/:id": (code) =>
    remove(`/api/sessions/${code}/rebuttals/${randomUUID()}`),
  "GET /api/sessions/:code/passes": (code) => [
    { path: `/api/sessions/${code}/passes` },
    { path: `/api/sessions/${code}/passes?format=csv` },
  ],
  "POST /api/sessions/:code/passes": (code) => [{ path: `/api/sessions/${code}/passes`, ...JSON_OF_NOTHING }],
  "GET /api/sessions/:code/participation": (code) =>
    ["csv", "json&names=no", "json"].map((format) => ({
      path: `/api/sessions/${code}/participation?format=${format}`,
    })),
  "GET /api/sessions/:code/paper": (code) => [{ path: `/api/sessions/${code}/paper` }],
  // Refused from the host, too: a slip would be one more vote.
  "POST /api/sessions/:code/paper": (code) => [{ path: `/api/sessions/${code}/paper`, ...JSON_OF_NOTHING }],
  "DELETE /api/sessions/:code/paper/:id": (code) => remove(`/api/sessions/${code}/paper/${randomUUID()}`),
  "GET /api/sessions/:code/note": (code) => [{ path: `/api/sessions/${code}/note` }],
  // Refused from the host, too, so that the note that is looked for stays.
  "PUT /api/sessions/:code/note": (code) => [
    { path: `/api/sessions/${code}/note`, method: "PUT", ...JSON_OF_NOTHING },
  ],
  "POST /api/sessions/:code/links/:link": (code) => [
    { path: `/api/sessions/${code}/links/none`, ...JSON_OF_NOTHING },
  ],
  "DELETE /api/sessions/:code/links/:link": (code) => remove(`/api/sessions/${code}/links/none`),
  // No one waits: nothing is confirmed.
  "POST /api/sessions/:code/projectors": (code) => [
    { path: `/api/sessions/${code}/projectors`, json: { code: "no code" } },
  ],
  "POST /api/sessions/:code/step": (code) => [
    { path: `/api/sessions/${code}/step`, json: { step: "open", version: 0 } },
  ],
  "GET /api/sessions/:code/results": (code) => [{ path: `/api/sessions/${code}/results` }],
  "GET /api/sessions/:code/words": (code) => [{ path: `/api/sessions/${code}/words` }],
  "POST /api/sessions/:code/picks": (code) => [
    { path: `/api/sessions/${code}/picks`, json: { reason: randomUUID(), on: true } },
  ],
  "GET /api/sessions/:code/timeline": (code) => [{ path: `/api/sessions/${code}/timeline` }],
  "GET /api/sessions/:code/export": (code) =>
    [...TABLES, "seats"].flatMap((table) =>
      // Both formats are made of the same rows.
      ["json", ...ways(1, ["csv"])].flatMap((format) =>
        ["", "&names=no"].map((names) => ({
          path: `/api/sessions/${code}/export?table=${table}&format=${format}${names}`,
        })),
      ),
    ),
};

/** Every page. Pages, source included, hold only fixed words and what they read through the page API, which the tests read. */
export const PAGES = [
  "page.tsx",
  "account/page.tsx",
  "compare/page.tsx",
  "dashboard/page.tsx",
  "design/page.tsx",
  "debates/[id]/page.tsx",
  "debates/[id]/edit/page.tsx",
  "debates/[id]/kit/page.tsx",
  "debates/[id]/kit/print/page.tsx",
  "debates/[id]/versions/page.tsx",
  "debates/import/page.tsx",
  "debates/new/page.tsx",
  "help/page.tsx",
  "host/[code]/page.tsx",
  "host/[code]/codes/page.tsx",
  "host/[code]/participation/page.tsx",
  "invite/page.tsx",
  "join/page.tsx",
  "privacy/page.tsx",
  "accessibility/page.tsx",
  "reset/page.tsx",
  "projector/page.tsx",
  "results/[code]/page.tsx",
  "s/[code]/card/page.tsx",
  "results/[code]/fairness/page.tsx",
  "results/[code]/report/page.tsx",
  "results/[code]/summary/page.tsx",
  "s/[code]/page.tsx",
  "screen/page.tsx",
  "screen/[code]/page.tsx",
  "setup/page.tsx",
  "sign-in/page.tsx",
];

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

/** Every message that the server sends. `gone`, `removed` and `working` have no payload. */
export const EVENTS = [
  "synced",
  "session",
  "result",
  "picked",
  "rebuttals",
  "mine",
  "roster",
  "removed",
  "gone",
  "storage",
  "working",
  "writing",
  "log",
];
