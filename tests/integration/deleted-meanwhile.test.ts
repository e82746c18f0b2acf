import pino from "pino";
import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[V9] [I11] a session that is deleted while it is read or opened again is not found, and nothing is logged", async () => {
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => logged.push(line) });
  await using server = await startServer({ log });
  const host = await server.connect("host");
  await moveTo(host, "results");
  host.close();
  // Its debate is read after its row. The new start has none in memory.
  await server.database.write((to) => to.frozenDebate.deleteMany());
  await server.restart();
  const { code } = server.session;
  const headers = { cookie: server.cookie };
  const asked = [
    server.asHost("/results"),
    server.asStranger("/results"),
    server.asHost("/timeline"),
    server.asHost("/debate"),
    server.asStranger(""),
    server.request("/api/sessions", { json: { from: code }, headers }),
  ];
  for (const answer of await Promise.all(asked)) {
    expect(answer.status).toBe(404);
    expect((await answer.json()).error.code).toBe("not-found");
  }
  const { pageApi } = server.app;
  const cookie = new Headers(headers);
  for (const page of [await pageApi.results(cookie, code), await pageApi.host(cookie, code)])
    expect(page).toMatchObject({ ok: false, code: "not-found" });
  // The list of sessions has the others.
  expect(await pageApi.dashboard(cookie, 5)).toMatchObject({ ok: true });
  expect(logged).toEqual([]);
});
