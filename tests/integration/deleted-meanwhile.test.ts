import pino from "pino";
import { expect, type Mock, test, vi } from "vitest";
import type { Prisma } from "#prisma/generated/sqlite/client.ts";
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

test.each(["taken away", "deleted"])(
  "[J2] a seat that is %s just after its check receives nothing",
  async (how) => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participantId, ticket } = await server.join();
    const read = server.database.rows;
    const reading = vi.spyOn(server.database, "rows") as unknown as Mock;
    let isFirst = true;
    reading.mockImplementation(async (asked: Prisma.Sql) => {
      const rows = await read(asked);
      const isCheck = asked.sql.includes('AS "removed"') && asked.values.includes(participantId);
      if (!isFirst || !isCheck) return rows;
      isFirst = false;
      if (how === "deleted")
        await server.asHost(`/participants/${participantId}?scope=seat`, { method: "DELETE" });
      else await host.send("host:remove", { participantId });
      return rows;
    });
    const student = await server.connect("student", { ticket });
    if (student.socket.connected) await new Promise((resolve) => student.socket.once("disconnect", resolve));
    expect(isFirst).toBe(false);
    expect(student.heard.map(({ name }) => name)).toEqual(how === "deleted" ? [] : ["removed"]);
  },
);
