import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { TestServer } from "#tests/support/server.ts";

/** The keys under which vote counts are sent. */
const COUNTS = new Set<string>([
  ...CHOICES,
  "tally",
  "tallies",
  "rounds",
  "paired",
  "matrix",
  "swing",
  "verdict",
]);

/** Whether votes are counted under this key. A version of a debate has lists of texts there, for and against. */
export function countsVotes(key: string, value: unknown): boolean {
  const texts = Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
  return COUNTS.has(key) && !texts;
}

/** The paths in a payload at which a count of votes stands, however deep. */
export function leaksIn(payload: unknown, path = ""): string[] {
  if (payload === null || typeof payload !== "object") return [];
  return Object.entries(payload).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    return [...(countsVotes(key, value) ? [here] : []), ...leaksIn(value, here)];
  });
}

/** Everything that a phone can ask for by HTTP, with its seat's cookie. */
export async function everyAnswer(server: TestServer, ticket: string): Promise<unknown[]> {
  const headers = { cookie: `seat-${server.session.code}=${ticket}` };
  const suffixes = [
    "",
    "/debate",
    "/results",
    "/timeline",
    ...TABLES.map((table) => `/export?table=${table}`),
  ];
  const answers = await Promise.all([
    ...suffixes.map((suffix) => server.asStranger(suffix, { headers })),
    server.asStranger("/join", { headers, json: {} }),
    server.request("/api/debates", { headers }),
    server.request("/api/auth/get-session", { headers }),
    server.request("/healthz"),
    server.request("/readyz"),
  ]);
  return Promise.all(answers.map((answer) => answer.json()));
}

export async function everyPage(server: TestServer, ticket: string) {
  const headers = new Headers({ cookie: `seat-${server.session.code}=${ticket}` });
  const { pageApi } = server.app;
  const { code } = server.session;
  return [
    await pageApi.phone(headers, code),
    await pageApi.card(headers, code),
    await pageApi.results(headers, code),
    await pageApi.host(headers, code),
    await pageApi.screen(headers, code, undefined),
    await pageApi.dashboard(headers, 5),
  ];
}

// 11, 7 and 5 before, 13, 6 and 4 after: numbers that nothing else in the lesson has. Nine move.
export const BEFORE = [...Array(11).fill("for"), ...Array(7).fill("against"), ...Array(5).fill("undecided")];
export const AFTER = [
  ...Array(9).fill("for"),
  ...Array(4).fill("undecided"),
  ...Array(6).fill("against"),
  ...Array(4).fill("for"),
];
