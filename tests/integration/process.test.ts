import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { unfit } from "#server/launch/node-version.mjs";
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
  test("a variable that is malformed, and not shown if secret", async () => {
    const variables = { INSTRUCTOR_PASSWORD: "hunter2", INSTRUCTOR_EMAIL: "a@b.example" };
    const { code, stdout, stderr } = await start(variables);
    expect(stderr).toMatch(/^INSTRUCTOR_PASSWORD is a value that is not shown.+\n$/u);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).not.toContain("hunter2");
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

  test("[O21] a port in use, before a database is made", async () => {
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
    expect([code, stdout, await readdir(folder.in())]).toEqual([1, "", []]);
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

const NEEDS = "Resolved needs Node.js 20.19, 22.12, or 24 and newer";

test("[O17] Node.js older than is needed is refused in one sentence", () => {
  for (const version of ["v12.22.12", "v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0", "v23.11.1"])
    expect(unfit(version)).toContain(`${NEEDS}, and this is ${version.slice(1)}. Install one of them`);
  for (const version of ["v20.19.0", "v22.12.0", "v22.20.1", "v24.0.0", "v26.1.0", "v25.0.0-nightly2025"])
    expect(unfit(version)).toBeNull();
});

test("[O17] npm start on an old Node.js ends with 1 and that sentence, before anything is built", async () => {
  const old = `Object.defineProperty(process, "version", { value: "v18.20.8" })`;
  const parameters = [`--import=data:text/javascript,${encodeURIComponent(old)}`, "server/launch/start.mjs"];
  const { code, stdout, stderr } = await outputOf(process.execPath, parameters, {});
  expect(stderr).toMatch(new RegExp(`^${NEEDS}, and this is 18\\.20\\.8\\.[^\\n]+\\n$`, "u"));
  expect([code, stdout]).toEqual([1, ""]);
});
