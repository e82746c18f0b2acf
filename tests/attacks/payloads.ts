import fc from "fast-check";
import { z } from "zod";
import type { Rooms } from "#server/live/rooms.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { studentMessages } from "#server/sockets/student.ts";

const nobody = { error: () => undefined };

/** The schema of each message, from the server's own handlers, so that a new message is attacked too. */
export const HOST_SCHEMAS = schemasOf(hostMessages({} as Dependencies, {} as Rooms, nobody));
export const STUDENT_SCHEMAS = schemasOf(studentMessages({} as Dependencies, nobody));

function schemasOf(messages: Record<string, { schema: z.ZodType }>): [name: string, schema: z.ZodType][] {
  return Object.entries(messages)
    .filter(([name]) => name !== "sync")
    .map(([name, { schema }]) => [name, schema]);
}

type Json = z.core.JSONSchema.BaseSchema;

/** Not fc.webUrl() and its like: each process takes a second to make their table of all characters. */
const address = fc
  .tuple(fc.constantFrom("http", "https"), fc.domain(), fc.string({ maxLength: 9 }))
  .map(([scheme, host, rest]) => `${scheme}://${host}/${encodeURIComponent(rest)}`);

/** Payloads that a schema accepts. */
export function fitting(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fittingJson(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json);
}

function fittingJson(schema: Json): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fittingJson(each as Json)));
  switch (schema.type) {
    case "object": {
      const entries = Object.entries(schema.properties ?? {}) as [string, Json][];
      const fields = Object.fromEntries(entries.map(([name, each]) => [name, fittingJson(each)]));
      return fc.record(fields, { requiredKeys: (schema.required ?? []) as never[] });
    }
    case "array":
      return fc.array(fittingJson(schema.items as Json), { minLength: schema.minItems ?? 0, maxLength: 3 });
    case "integer":
    case "number":
      return fc.integer({
        min: schema.minimum ?? Number(schema.exclusiveMinimum ?? -9),
        max: schema.maximum ?? 1e9,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      if (schema.format === "uuid") return fc.uuid();
      return schema.format === "uri" ? address : fc.string({ minLength: 1, maxLength: 20 });
  }
}

const nested = (depth: number): unknown =>
  JSON.parse(`${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`) as unknown;

/** Values that break programs that trust their input. Parsed from text, so that `__proto__` is an ordinary key. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...(JSON.parse(
      `[{"__proto__":{"isAdmin":true}}, {"constructor":{"prototype":{"isAdmin":true}}}, {"$gt":""}, {"$ne":null},
        {"length":1e9}, {"toString":1}, {"then":1}, [], [[]], [null], {}, "", "\\ud800", "\\u0000", "\\u202e", "NaN",
        "__proto__", "' OR 1=1 --", "../../etc/passwd", 1e308, -1e308, -0, 0.5, 1e21, 9007199254740993, true, null]`,
    ) as unknown[]),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "x".repeat(9_000),
    "\u{1F989}".repeat(700),
    "e\u0301\u0323".repeat(3_000),
    nested(800),
    Array.from({ length: 2_000 }, (_, n) => n),
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A valid payload with something exchanged or added, or something else altogether. */
export function mutated(fit: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const strange = fc.constantFrom("__proto__", "constructor", "extra", "ok", "role", "participantId");
  return fc.oneof(
    hostile,
    fc.tuple(fit, fc.nat(), hostile).map(([payload, at, value]) => {
      const keys = Object.keys(payload as object);
      return withField(payload, keys[at % Math.max(1, keys.length)] ?? "extra", value);
    }),
    fc.tuple(fit, strange, hostile).map(([payload, key, value]) => withField(payload, key, value)),
  );
}

function withField(payload: unknown, key: string, value: unknown): unknown {
  const copy = { ...(payload as object) };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
