import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DebateDraft } from "#debate/content/debate.ts";
import { CLIENT_MESSAGES } from "#debate/protocol/client-messages.ts";
import { SERVER_MESSAGES } from "#debate/protocol/server-messages.ts";
import { documents } from "#docs/contract/documents.ts";
import { REQUESTS } from "#docs/contract/requests.ts";
import { FIXED_ROUTES } from "#server/http/fixed-answers.ts";
import { createHttp } from "#server/http/http.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { anything } from "#tests/support/anything.ts";

const WRITTEN = documents();

test.each(Object.keys(WRITTEN))("%s is generated from the schemas", (file) => {
  expect(readFileSync(file, "utf8") === WRITTEN[file], `${file} is out of date: run npm run contract`).toBe(
    true,
  );
});

test("the routes in the document are those of the server", () => {
  const routes = [...FIXED_ROUTES, ...createHttp(anything).routes].filter(({ method }) => method !== "ALL");
  const names = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
  expect(Object.keys(REQUESTS).sort()).toEqual(names.sort());
});

test("the messages in the document are those of the server, with the schemas that parse them", () => {
  const listeners = {
    ...hostMessages(anything, anything, anything),
    ...screenMessages(anything, anything),
    ...studentMessages(anything, anything),
  };
  expect(Object.keys(CLIENT_MESSAGES).sort()).toEqual(Object.keys(listeners).sort());
  for (const [name, { schema }] of Object.entries(listeners))
    expect(CLIENT_MESSAGES[name as keyof typeof CLIENT_MESSAGES].payload, name).toBe(schema);
});

type Document = { [name: string]: unknown };
const parsed = (file: string) => JSON.parse(WRITTEN[file] ?? "") as Document;

test("[D29] the schema of exported files names the format, its version and every field of a debate, and no other", () => {
  const { properties, additionalProperties } = parsed("docs/debate-file.schema.json") as {
    properties: Record<
      string,
      { const?: unknown; enum?: unknown[]; items?: { properties: object; additionalProperties: boolean } }
    >;
    additionalProperties: boolean;
  };
  expect([properties.format?.const, properties.version?.enum, additionalProperties]).toEqual([
    "resolved-debate",
    [1, 2],
    false,
  ]);
  const { items } = properties.debates ?? {};
  expect(Object.keys(items?.properties ?? {})).toEqual(Object.keys(DebateDraft.shape));
  expect(items?.additionalProperties).toBe(false);
});

type Said = { action: string; "x-roles"?: string[] };

test("[A1] each message says who may send it", () => {
  const operations = parsed("docs/asyncapi.json").operations as Record<string, Said>;
  expect(operations["host:phase"]).toMatchObject({ action: "receive", "x-roles": ["host"] });
  expect(operations["host:wall"]).toMatchObject({ "x-roles": ["host", "assistant"] });
  expect(operations["ballot:cast"]).toMatchObject({ "x-roles": ["student"] });
  for (const name of Object.keys(SERVER_MESSAGES))
    expect(operations[name], name).toMatchObject({ action: "send" });
});
