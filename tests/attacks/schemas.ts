import type { z } from "zod";

type Path = (string | number)[];
/** `isFree`: whether it is free text, in which only the length can be wrong. */
type Text = { path: Path; isFree: boolean };

/** A value that fits, with every optional field in it. */
export function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  switch (def.type) {
    case "object":
      return Object.fromEntries(Object.entries(def.shape).map(([name, each]) => [name, sampleOf(each)]));
    case "array":
      return Array.from({ length: leastOf(def) }, () => sampleOf(def.element));
    case "record":
      return { [keyOf(def)]: sampleOf(def.valueType) };
    case "tuple":
      return def.items.map(sampleOf);
    case "string": {
      const sample = SAMPLES[formatOf(schema) ?? "text"] ?? "what-anybody-wrote-1906";
      // A language tag and a date have patterns of their own.
      const fits = (text: string) => (schema as z.ZodType).safeParse(text).success;
      return [sample, "ja", "2026-12-01T08:00"].find(fits) ?? sample;
    }
    case "number":
      return 1;
    case "boolean":
      return true;
    case "literal":
      return def.values[0];
    case "enum":
      return Object.values(def.entries)[0];
    default:
      return sampleOf(inside(def));
  }
}

/** Where a schema takes text. */
export function textsIn(schema: z.core.$ZodType, path: Path = []): Text[] {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, each]) => textsIn(each, [...path, name]));
    case "array":
      return textsIn(def.element, [...path, 0]);
    case "record":
      return textsIn(def.valueType, [...path, keyOf(def)]);
    case "tuple":
      return def.items.flatMap((each, place) => textsIn(each, [...path, place]));
    case "string":
      return [{ path, isFree: formatOf(schema) === undefined }];
    case "number":
    case "boolean":
    case "literal":
    case "enum":
      return [];
    default:
      return textsIn(inside(def), path);
  }
}

/** A copy with another text at that place; also where there was nothing. */
export function withText(value: unknown, [first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[first] = withText(copy[first], rest, text);
  return copy;
}

/** How many entries a list must have, and at least one. */
function leastOf({ checks = [] }: z.core.$ZodArrayDef): number {
  const least = checks.map(({ _zod: { def } }) => ("minimum" in def ? Number(def.minimum) : 1));
  return Math.max(1, ...least);
}

const keyOf = ({ keyType }: z.core.$ZodRecordDef) => String(sampleOf(keyType));

const SAMPLES: Partial<Record<string, string>> = {
  uuid: "3f2c1a80-7b1d-4c7e-9a55-0d2f6f1b2c3d",
  url: "https://a.example/b",
  email: "ada@example.org",
  date: "2019-02-28",
};

/** The format that a text must have, by its type or by a later check. */
function formatOf(schema: z.core.$ZodType): string | undefined {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  const all = [def, ...(def.checks ?? []).map((check) => check._zod.def)] as { format?: string }[];
  return all.map(({ format }) => format).find((format) => format !== undefined && format !== "regex");
}

/** The schema inside: under optional and default, the first of a union, the second of a pipe. */
function inside(def: z.core.$ZodTypes["_zod"]["def"]): z.core.$ZodType {
  switch (def.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
      return def.innerType;
    case "union": {
      const [first] = def.options;
      if (first) return first;
      break;
    }
    case "pipe":
      return (def.out._zod as z.core.$ZodTypes["_zod"]).def.type === "transform" ? def.in : def.out;
  }
  throw new Error(`no sample for ${def.type}`);
}
