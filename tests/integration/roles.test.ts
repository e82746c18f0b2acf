import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const STUDENT_MESSAGES = [
  ["ballot:cast", ballot("for")],
  ["rebuttal:post", rebuttal()],
  ["rebuttal:endorse", { rebuttalId: randomUUID(), on: true }],
  ["rebuttal:report", { rebuttalId: randomUUID(), reason: "Rude." }],
  ["rebuttal:seen", { ids: [randomUUID()] }],
] as const;

test("[W3] student messages are refused to host and screen", async () => {
  await using server = await startServer();
  const [host, screen] = await server.seats("host", "screen");
  await moveTo(host, "before");
  for (const client of [host, screen])
    for (const [name, payload] of STUDENT_MESSAGES)
      expect(await client.raw(name, payload), name).toMatchObject({ ok: false });
  expect(await server.database.reader.ballot.count()).toBe(0);
});

describe("who can connect in which role", () => {
  test("[W3] a host by the cookie of the instructor who opened the session, and by no other", async () => {
    await using server = await startServer();
    const cookie = await server.colleague();
    const seat = await server.join();
    const asHost = (given: object) => server.connect("host", {}, given);
    await expect(asHost({ cookie })).rejects.toMatchObject({ code: "forbidden" });
    await expect(asHost({ cookie: undefined })).rejects.toMatchObject({ code: "unauthorized" });
    await expect(asHost({ cookie: "resolved.session_token=forged.x" })).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(
      server.connect("host", { ticket: seat.ticket }, { cookie: undefined }),
    ).rejects.toMatchObject({
      code: "unauthorized",
    });
    await expect(server.connect("host", { code: "000000" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("[W3] a screen by the key in its link or the host's cookie", async () => {
    await using server = await startServer();
    const cookie = await server.colleague();
    const { code } = await server.open();
    await expect(server.connect("screen", { key: "" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(server.connect("screen", { key: "x".repeat(24) }, { cookie })).rejects.toMatchObject({
      code: "forbidden",
    });
    // The key of one session opens no other.
    await expect(server.connect("screen", { code })).rejects.toMatchObject({ code: "forbidden" });
    const screen = await server.connect("screen", { code, key: "" }, { cookie: server.cookie });
    expect((await screen.sync()).session.phase).toBe("lobby");
  });
});

test("[W3] over HTTP a host's routes answer a colleague with 403 and a stranger with 401", async () => {
  await using server = await startServer();
  const cookie = await server.colleague();
  for (const [method, suffix] of [
    ["DELETE", ""],
    ["GET", "/export?table=ballots"],
  ] as const) {
    expect((await server.asStranger(suffix, { method, headers: { cookie } })).status).toBe(403);
    expect((await server.asStranger(suffix, { method })).status).toBe(401);
  }
  const results = await server.asStranger("/results", { headers: { cookie } });
  expect([results.status, (await results.json()).error.code]).toEqual([403, "wrong-phase"]);
  expect((await server.request("/api/sessions", { json: { debateId: "japan-russia-card" } })).status).toBe(
    401,
  );
  expect((await server.asHost("")).status).toBe(200);
});
