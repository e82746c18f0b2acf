import { expect } from "vitest";
import { ErrorAnswer } from "#debate/protocol/answers/refusals.ts";
import { REQUESTS } from "#docs/contract/requests.ts";
import document from "../../docs/openapi.json" with { type: "json" };

type Responses = Record<string, { $ref?: string }>;
type Operations = Record<string, Record<string, { responses: Responses }>>;

/** Checks an answer of a route against docs/openapi.json: its status, its refusal's code, and the shape of its JSON. */
export function expectDocumented(route: string, { status, headers }: Response, text: string): void {
  const [method = "", path = ""] = route.split(" ");
  const { responses } = (document.paths as unknown as Operations)[path.replace(/:(\w+)/gu, "{$1}")]?.[
    method.toLowerCase()
  ] ?? { responses: {} };
  const said = `${route}: ${status} ${text.slice(0, 200)}`;
  const isBetterAuths = REQUESTS[route]?.isBetterAuth && status >= 400 && status < 500;
  if (isBetterAuths && !text.startsWith('{"error"')) return;
  const response = responses[status];
  expect(response, said).toBeDefined();
  const answer = REQUESTS[route]?.answers[status];
  const isJson = headers.get("content-type")?.startsWith("application/json");
  if (answer) {
    if (isJson) expect(answer.json?.safeParse(JSON.parse(text)).error, said).toBeUndefined();
    return;
  }
  const { code } = ErrorAnswer.parse(JSON.parse(text)).error;
  expect(response?.$ref?.split("/").at(-1)?.split("."), said).toContain(code);
}
