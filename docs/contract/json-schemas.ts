import { z } from "zod";

export type Json = Record<string, unknown>;
type Schemas = Record<string, z.ZodType>;

/**
 * JSON Schemas by name. Those in `named` stand in the document once, and the others point there. Requests are closed: an
 * unknown field is refused. Answers are open: clients ignore fields that they don't know.
 */
export function jsonSchemas(
  direction: "requests" | "answers",
  named: Schemas,
  others: Schemas,
): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));
  for (const [schema, id] of names) registry.add(schema, { id });
  const pointers: Record<string, Json> = {};
  for (const [id, schema] of Object.entries(others)) {
    const name = names.get(schema);
    if (name !== undefined) pointers[id] = { $ref: refTo(name) };
    // A copy, since several may answer with the same schema.
    else registry.add(schema.clone(), { id });
  }
  const { schemas } = z.toJSONSchema(registry, { ...optionsFor(direction), uri: refTo });
  const written = Object.entries(schemas).map(([id, { $schema: _, $id: _id, ...schema }]) => [id, schema]);
  return { ...Object.fromEntries(written), ...pointers };
}

export function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** Those of the schemas that a document points to, also through one another. */
export function pointedTo(document: unknown, schemas: Record<string, Json>): Record<string, Json> {
  const found = new Set<string>();
  const look = (at: unknown): void => {
    for (const [, name = ""] of JSON.stringify(at).matchAll(/"#\/components\/schemas\/(\w+)"/gu)) {
      if (found.has(name)) continue;
      found.add(name);
      look(schemas[name]);
    }
  };
  look(document);
  return Object.fromEntries([...found].sort().map((name) => [name, schemas[name] ?? {}]));
}

function optionsFor(direction: "requests" | "answers"): z.core.ToJSONSchemaParams {
  const isRequest = direction === "requests";
  return {
    target: "draft-2020-12",
    io: isRequest ? "input" : "output",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // `listOf` checks a length before it reads entries: what it takes is what comes out.
      if (isRequest && def.type === "pipe" && def.in._zod.def.type === "custom")
        Object.assign(jsonSchema, withoutDialect(z.toJSONSchema(def.out, optionsFor(direction))));
      if (!isRequest) {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      }
      if (jsonSchema.prefixItems)
        Object.assign(jsonSchema, {
          minItems: jsonSchema.prefixItems.length,
          maxItems: jsonSchema.prefixItems.length,
        });
      // Zod says of every integer that a number can hold it.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  };
}

function withoutDialect({ $schema: _, ...schema }: z.core.JSONSchema.BaseSchema) {
  return schema;
}
