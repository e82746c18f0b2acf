import type { z } from "zod";
import { FILE_BYTES } from "#debate/content/file-remarks.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { LINKS } from "#debate/rules/rights.ts";
import { NAMED_ANSWERS } from "#docs/contract/answers.ts";
import { type Json, jsonSchemas, pointedTo, refTo } from "#docs/contract/json-schemas.ts";
import { CALLERS, type Request } from "#docs/contract/request.ts";
import { BODIES, REQUESTS } from "#docs/contract/requests.ts";
import { BODY_BYTES, LONG_BODY_BYTES } from "#server/http/body.ts";
import { DEBATE_BYTES } from "#server/http/debate-routes.ts";
import { STATUS } from "#server/http/reply.ts";
import { UPLOAD_BYTES } from "#server/http/uploaded-file.ts";
import { seatCookie } from "#server/identity/tickets.ts";
import manifest from "../../package.json" with { type: "json" };

const JSON_TYPE = "application/json";
const UPLOAD_TYPE = "multipart/form-data";
const FORM_TYPE = "application/x-www-form-urlencoded";

const HEADERS = {
  ETag: { description: "The version of what is answered.", schema: { type: "string" } },
  "Set-Cookie": { schema: { type: "string" } },
  Location: { schema: { type: "string" } },
  "Content-Disposition": { description: "The name of the file.", schema: { type: "string" } },
  "Retry-After": {
    description: "Seconds until the same request is accepted. Without it the refusal is final.",
    schema: { type: "integer" },
  },
} as const satisfies Record<string, Json>;

const PARAMETERS: Record<string, Json> = {
  code: {
    description: "The session's code. Case, spaces and hyphens do not matter.",
    schema: { type: "string" },
  },
  link: { schema: { type: "string", enum: LINKS } },
  id: { schema: { type: "string" } },
  version: { schema: { type: "string" } },
};

const SECURITY: Record<Request["by"], Json[] | undefined> = {
  anyone: undefined,
  named: undefined,
  seated: [{ seat: [] }],
  instructor: [{ instructor: [] }],
  owner: [{ instructor: [] }],
  host: [{ instructor: [] }],
  metrics: [{}, { metricsToken: [] }],
};

/** The HTTP requests as OpenAPI 3.1. */
export function openApi(): Json {
  const answers = collect((name, { answers }) =>
    Object.entries(answers).map(([status, { json }]) => [`${name} ${status}`, json]),
  );
  const queries = collect((name, { query = {} }) =>
    Object.entries(query).map(([field, { schema }]) => [`${name} ?${field}`, schema]),
  );
  const told = jsonSchemas("answers", { ...NAMED_ANSWERS }, answers);
  const asked = jsonSchemas("requests", BODIES, queries);
  const schemas = { ...asked, ...told };
  const paths: Record<string, Json> = {};
  for (const [name, request] of Object.entries(REQUESTS)) {
    const [method = "", path = ""] = name.split(" ");
    const address = path.replace(/:(\w+)/gu, "{$1}");
    paths[address] = { ...paths[address], [method.toLowerCase()]: operation(name, request, schemas) };
  }
  const responses = responsesIn(paths);
  return {
    openapi: "3.1.0",
    info: {
      title: "Resolved: HTTP requests",
      version: manifest.version,
      description: INFO,
      license: { name: manifest.license, identifier: manifest.license },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: pointedTo([paths, responses], schemas),
      responses,
      headers: HEADERS,
      securitySchemes: {
        instructor: {
          type: "apiKey",
          in: "cookie",
          name: "resolved.session_token",
          description: "Set by signing in. Its name begins with `__Secure-` where PUBLIC_URL is HTTPS.",
        },
        seat: {
          type: "apiKey",
          in: "cookie",
          name: seatCookie("{code}"),
          description: "Set by joining the session with this code; its value is the ticket.",
        },
        metricsToken: {
          type: "http",
          scheme: "bearer",
          description: "The METRICS_TOKEN. Not needed on the machine itself.",
        },
      },
    },
  };
}

const INFO = [
  "Made from the schemas by `npm run contract`; see docs/contract.md for the rules behind it.",
  "Requests with unknown fields are refused where not said otherwise. Clients must ignore unknown fields in answers.",
  "Lengths count characters of the stored text [W5].",
  "With PUBLIC_URL, a request for another host is answered 421 in plain text.",
].join("\n");

function collect(
  of: (name: string, request: Request) => [name: string, schema: z.ZodType | undefined][],
): Record<string, z.ZodType> {
  const found = Object.entries(REQUESTS).flatMap(([name, request]) => of(name, request));
  return Object.fromEntries(found.filter((each): each is [string, z.ZodType] => each[1] !== undefined));
}

function operation(name: string, request: Request, schemas: Record<string, Json>): Json {
  const { does, by, query = {}, headers = {}, body, takesFile, answers } = request;
  const [, path = ""] = name.split(" ");
  const parameters = [
    ...[...path.matchAll(/:(\w+)/gu)].map(([, field = ""]) => ({
      name: field,
      in: "path",
      required: true,
      ...PARAMETERS[field],
    })),
    ...Object.entries(query).map(([field, { says, required = false }]) => ({
      name: field,
      in: "query",
      description: says,
      required,
      schema: schemas[`${name} ?${field}`],
    })),
    ...Object.entries(headers).map(([field, says]) => ({
      name: field,
      in: "header",
      description: says,
      schema: { type: "string" },
    })),
  ];
  const security = SECURITY[by];
  return {
    operationId: operationId(name),
    summary: does,
    ...(security && { security }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: requestBody(name, request, body) }),
    ...(!body && takesFile && { requestBody: FILE_BODY }),
    responses: { ...accepted(name, answers, schemas), ...refused(name, request) },
  };
}

function operationId(name: string): string {
  const [first = "", ...others] = name.replaceAll("/api/", "/").match(/\w+/gu) ?? [];
  return first.toLowerCase() + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

const UPLOAD = {
  schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } },
};
const FILE_BODY: Json = {
  description: `At most ${UPLOAD_BYTES} bytes, of which the file takes ${FILE_BYTES}.`,
  required: true,
  content: { [UPLOAD_TYPE]: UPLOAD },
};

/** [L17] Requests whose body may be longer than that of all others. */
const LONGEST: Record<string, number> = {
  "POST /api/debates": DEBATE_BYTES,
  "PUT /api/debates/:id": DEBATE_BYTES,
  "POST /api/debates/import": DEBATE_BYTES,
  "POST /api/sessions": LONG_BODY_BYTES,
  "POST /api/templates": LONG_BODY_BYTES,
  "POST /api/sessions/:code/paper": LONG_BODY_BYTES,
  "PUT /api/sessions/:code/note": LONG_BODY_BYTES,
};

function requestBody(name: string, { takesForms, takesFile }: Request, body: z.ZodType): Json {
  const bytes = LONGEST[name] ?? BODY_BYTES;
  const [bodyName = ""] = Object.entries(BODIES).find(([, each]) => each === body) ?? [];
  const content = { schema: { $ref: refTo(bodyName) } };
  return {
    description: takesFile
      ? `At most ${bytes} bytes of JSON; or a file of ${FILE_BYTES}.`
      : `At most ${bytes} bytes.`,
    // No body is read as `{}`.
    required: !body.safeParse({}).success,
    content: {
      [JSON_TYPE]: content,
      ...(takesForms && { [FORM_TYPE]: content }),
      ...(takesFile && { [UPLOAD_TYPE]: UPLOAD }),
    },
  };
}

function accepted(name: string, answers: Request["answers"], schemas: Record<string, Json>): Json {
  const responses = Object.entries(answers).map(([status, { says, json, text, headers = [] }]) => {
    const content = {
      ...(json && { [JSON_TYPE]: { schema: schemas[`${name} ${status}`] } }),
      ...(text && { [text]: { schema: { type: "string" } } }),
    };
    return [
      status,
      {
        description: says,
        ...(headers.length > 0 && { headers: pointTo(headers) }),
        ...((json || text) && { content }),
      },
    ];
  });
  return Object.fromEntries(responses);
}

/** The refusals of a request by status. */
function refused(name: string, request: Request): Json {
  const codes: Record<string, Refusal[]> = {};
  for (const code of refusalsOf(name, request)) {
    const status = request.statuses?.[code] ?? STATUS[code];
    codes[status] = [...(codes[status] ?? []), code].sort();
  }
  const responses = Object.entries(codes).map(([status, each]) => [
    status,
    { $ref: `${RESPONSES}${each.join(".")}` },
  ]);
  const others = { description: "Better Auth's own refusal: `{code?, message?}`, or nothing." };
  return { ...Object.fromEntries(responses), ...(request.isBetterAuth && { "4XX": others }) };
}

const RESPONSES = "#/components/responses/";

/** The responses that the requests point to, each by its codes. */
function responsesIn(paths: Json): Json {
  const named = [...JSON.stringify(paths).matchAll(/"#\/components\/responses\/([\w.-]+)"/gu)];
  const names = [...new Set(named.map(([, name = ""]) => name))].sort();
  return Object.fromEntries(names.map((name) => [name, refusal(name.split("."))]));
}

function refusal(codes: string[]): Json {
  const error = { properties: { error: { properties: { code: { enum: codes } } } } };
  return {
    description: codes.map((code) => `\`${code}\``).join(" or "),
    ...(codes.includes("too-many") && { headers: pointTo(["Retry-After"]) }),
    content: { [JSON_TYPE]: { schema: { allOf: [{ $ref: refTo("Error") }, error] } } },
  };
}

function refusalsOf(name: string, { by, body, takesFile, refuses = [] }: Request): Set<Refusal> {
  const isWrite = !name.startsWith("GET ");
  return new Set<Refusal>([
    ...CALLERS[by],
    ...refuses,
    // A write from a page of another site, and a body that is too large.
    ...(isWrite ? (["forbidden", "too-long"] as const) : []),
    ...(body || takesFile ? (["malformed", "too-many"] as const) : []),
    ...(name.includes(" /api/") ? (["busy", "internal"] as const) : []),
  ]);
}

function pointTo(headers: readonly (keyof typeof HEADERS)[]): Json {
  return Object.fromEntries(headers.map((each) => [each, { $ref: `#/components/headers/${each}` }]));
}
