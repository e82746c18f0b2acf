import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { RECOUNTED } from "#tests/support/recounted.ts";
import type { TestServer } from "#tests/support/server.ts";

/** What the host of a session is answered. */
export async function ask(server: TestServer, code: string, address: string): Promise<unknown> {
  const response = await server.asInstructor(`/api/sessions/${code}${address}`);
  expect(response.status).toBe(200);
  return response.json();
}

/** Runs docs/recount.py on the session's files and these results. */
export async function recount(server: TestServer, code: string, results: object) {
  const file = async (name: string, content: unknown) => {
    const address = path.join(server.folder, `${code}-${name}.json`);
    await writeFile(address, JSON.stringify(content));
    return address;
  };
  const files = [await file("results", results)];
  for (const table of RECOUNTED)
    files.push(await file(table, await ask(server, code, `/export?table=${table}`)));
  return new Promise<{ status: unknown; printed: string; said: string }>((resolve) => {
    execFile("python3", ["docs/recount.py", ...files], (error, printed, said) =>
      resolve({ status: error?.code ?? 0, printed, said }),
    );
  });
}
