import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openSqlite } from "#server/store/sqlite/open-sqlite.ts";
import { temporaryFolder } from "#tests/support/files.ts";
import { outputOf } from "#tests/support/output.ts";
import { bundle } from "#tests/support/program.ts";

/** Starts the program with these environment variables; resolves when it has ended. */
async function start(variables: Record<string, string>) {
  const parameters = [await bundle("server/index.ts", { packages: "external" })];
  return outputOf(process.execPath, parameters, { NODE_ENV: "development", ...variables });
}

describe("a start that cannot succeed ends with 1 and one line that says what to change", () => {
  test.concurrent.each([
    [{ PORT: "abc" }, 'PORT is "abc": it must be a whole number from 0 to 65535.'],
    [{ DATABASE_URL: "mysql://x" }, 'DATABASE_URL is "mysql://x": it must be file: and a path'],
    [
      { INSTRUCTOR_PASSWORD: "hunter2", INSTRUCTOR_EMAIL: "a@b.example" },
      "INSTRUCTOR_PASSWORD is a value that is not shown",
    ],
  ])("%j", async (variables, line) => {
    const { code, stdout, stderr } = await start(variables as Record<string, string>);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).not.toContain("hunter2");
  });

  test("a database folder that cannot be made", async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.in("a-file"), "");
    const { code, stderr } = await start({ DATABASE_URL: `file:${folder.in("a-file", "resolved.db")}` });
    expect(stderr).toMatch(/^The folder \S+ for the database cannot be written to .*\n$/u);
    expect(code).toBe(1);
  });

  test("[O12] a secret of a crash, which is empty", async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.in("auth-secret"), "");
    const { code, stdout, stderr } = await start({
      DATABASE_URL: `file:${folder.in("resolved.db")}`,
      AUTH_SECRET: "",
    });
    expect(stderr).toMatch(/^The secret in \S+auth-secret has 0 characters, and needs at least 32\..+\n$/u);
    expect([code, stdout]).toEqual([1, ""]);
  });

  test("a port in use", async () => {
    await using folder = await temporaryFolder();
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const variables = {
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: `file:${folder.in("resolved.db")}`,
    };
    const { code, stdout, stderr } = await start(variables);
    expect(stderr).toBe(
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.\n`,
    );
    expect([code, stdout]).toEqual([1, ""]);
    other.close();
  });

  test("a database that another process has open", async () => {
    await using folder = await temporaryFolder();
    const url = `file:${folder.in("resolved.db")}`;
    const database = await openSqlite(url, path.resolve("prisma/migrations/sqlite"));
    const { code, stderr } = await start({ DATABASE_URL: url });
    expect(stderr).toMatch(/^Another Resolved server already uses .*\n$/u);
    expect(code).toBe(1);
    await database.close();
  });
});
