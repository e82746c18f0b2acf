import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { derive, SCHEMA } from "#prisma/derive.mjs";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
const models = readFileSync(SCHEMA, "utf8");

/** Prisma aligns columns. */
const unaligned = (schema: unknown) => String(schema).replace(/ +/gu, " ");

/** A setting that Prisma writes into a generated client. */
function written(engine: string, name: string): unknown {
  const source = readFileSync(`prisma/generated/${engine}/internal/class.ts`, "utf8");
  const line = new RegExp(`^ *"${name}": (".*"),?$`, "mu").exec(source)?.[1];
  return line === undefined ? undefined : JSON.parse(line);
}

test.each([
  ["sqlite", models],
  ["postgresql", derive(models)],
])(
  "the committed client for %s is made from today's models; else run `npm run generate`",
  (engine, schema) => {
    expect(unaligned(written(engine, "inlineSchema"))).toBe(unaligned(schema));
    expect(written(engine, "clientVersion")).toBe(dependencies["@prisma/client"]);
  },
);
