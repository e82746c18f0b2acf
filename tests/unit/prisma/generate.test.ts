import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { SCHEMA } from "#prisma/derive.mjs";
import { temporaryFolder } from "#tests/support/files.ts";

const GENERATE = path.resolve("prisma/generate.mjs");
const HEAD = readFileSync(SCHEMA, "utf8").split("// ----")[0] ?? "";

test("a fresh clone makes both database clients without downloading, and again only once the models change", async () => {
  await using folder = await temporaryFolder();
  await mkdir(folder.in("prisma"));
  const generate = (model: string) => {
    writeFileSync(folder.in(SCHEMA), `${HEAD}\nmodel ${model} {\n  id String @id\n}\n`);
    const { status, stderr } = spawnSync(process.execPath, [GENERATE], {
      cwd: folder.in(),
      encoding: "utf8",
      env: { ...process.env, PRISMA_ENGINES_MIRROR: "http://127.0.0.1:9" },
    });
    expect([status, stderr]).toEqual([0, ""]);
  };
  const client = (engine: string) => folder.in("prisma/generated", engine, "client.ts");

  generate("Ballot");
  const { mtimeMs } = await stat(client("sqlite"));
  generate("Ballot");
  expect((await stat(client("sqlite"))).mtimeMs).toBe(mtimeMs);
  generate("Seat");
  for (const engine of ["sqlite", "postgresql"])
    expect(readFileSync(client(engine), "utf8")).toContain("export type Seat =");
});
