import { expect, test } from "vitest";
import { startProgram } from "#tests/support/program.ts";

test("the program starts as its users start it, is ready, shows a page and stops", async () => {
  await using program = await startProgram({ kind: "launched", variables: { WARM_UP: "true" } });
  for (const page of ["/readyz", "/sign-in"]) expect((await fetch(program.url + page)).status).toBe(200);
  expect(await program.end("SIGTERM")).toBe(0);
});
