import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { startProgram } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

test("[O40] [O41] the program starts as its users start it, is ready, shows a page with its version, and stops", async () => {
  await using program = await startProgram({ kind: "launched", variables: { WARM_UP: "true" } });
  for (const page of ["/readyz", "/sign-in"]) expect((await fetch(program.url + page)).status).toBe(200);
  const read = async (path: string, cookie = "") =>
    (await fetch(program.url + path, { headers: { cookie } })).text();
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  const { build, ...health } = JSON.parse(await read("/healthz"));
  expect(health).toEqual({ ok: true, version });
  expect(build).toMatch(/^[\da-f]{8,}\+?$|^\d{4}-\d{2}-\d{2}$/u);
  expect(await read("/account", await signIn(program.url))).toContain(`Resolved ${version}, build ${build}`);
  const metrics = await read("/metrics");
  expect(metrics).toContain(`\nresolved_build_info{version="${version}",build="${build}"} 1\n`);
  if (process.platform === "linux")
    expect(metrics).toMatch(/^resolved_pages_resident_memory_bytes \d{8,}$/mu);
  expect(await program.end("SIGTERM")).toBe(0);
});
