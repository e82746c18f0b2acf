import { expect, test } from "vitest";
import type { Synced } from "#debate/protocol/events.ts";
import type { RebuttalBatch } from "#debate/rules/snapshot.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { takeSeat } from "#tests/support/take-seat.ts";

/** A phone as the app has it, which is sent the first state as it connects. */
async function phone(server: TestServer) {
  const { seat, ticket } = await takeSeat(server);
  return server.connect("student", { ticket, version: seat.version });
}

/** What a restart must not change, unlike who is connected and what time it is. */
const lasting = ({ session, you, rebuttals, cursor }: Synced) => ({ session, you, rebuttals, cursor });

test("[B2] after a restart everything is there, and the same sockets reconnect automatically", async () => {
  await using server = await startServer({ settings: { identity: "named" } });
  const [host, screen] = await server.seats("host", "screen");
  const [seat, other] = [await server.join("Ada"), await server.join("Bob")];
  const [ada, bob] = [
    await server.connect("student", { ticket: seat.ticket }),
    await server.connect("student", { ticket: other.ticket }),
  ];
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), confidence: 4, reason: "Geography." });
  await moveTo(host, "rebuttal");
  const posted = rebuttal();
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await host.send("host:timer", { seconds: 600, closes: true });
  await host.send("host:lock", { locked: true });
  await host.send("host:wall", { show: { rebuttalId: posted.id } });
  const clients = [host, screen, ada, bob];
  const before = await Promise.all(clients.map((client) => client.sync()));

  const back = clients.map(
    (client) => new Promise((resolve) => client.socket.once("connect", () => resolve(true))),
  );
  await server.restart();
  expect(await Promise.all(back)).toEqual([true, true, true, true]);
  const after = await Promise.all(clients.map((client) => client.sync()));
  expect(after.map(lasting)).toEqual(before.map(lasting));
  expect(after[0]?.roster?.seats.map(({ name }) => name).sort()).toEqual(["Ada", "Bob"]);
  expect(after[2]?.you).toMatchObject({ name: "Ada", ballots: { before: { seq: 1, confidence: 4 } } });

  // And the lesson goes on: versions rise, votes count, the instructor is still signed in.
  await host.send("host:lock", { locked: false });
  await moveTo(host, "after");
  expect((await host.sync()).session.version).toBeGreaterThan(after[0]?.session.version ?? 0);
  expect(await bob.send("ballot:cast", ballot("against", "after"))).toMatchObject(OK);
  expect((await server.asHost("/export?table=ballots")).status).toBe(200);
});

test("[W10] after a restart phones are not sent again the words that they got as they came back", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const [ada, bob] = [await phone(server), await phone(server)];
  await moveTo(host, "rebuttal");
  const [old, fresh] = [rebuttal(), rebuttal()];
  expect(await ada.send("rebuttal:post", old)).toMatchObject(OK);
  const hasWords = (id: string) => (batch: RebuttalBatch) => batch.changed.some((each) => each.id === id);
  await ada.hearsRebuttals(hasWords(old.id));
  await bob.hearsRebuttals(hasWords(old.id));
  for (const client of [ada, bob]) client.heard.length = 0;
  await server.restart();
  for (const client of [ada, bob]) await client.hears("synced");
  expect(await bob.send("rebuttal:post", fresh)).toMatchObject(OK);
  await ada.hearsRebuttals(hasWords(fresh.id));
  expect(await bob.send("rebuttal:endorse", { rebuttalId: old.id, on: true })).toMatchObject(OK);
  await ada.hearsRebuttals(({ counts }) => counts !== undefined);
  const heard = ada.heard.flatMap(({ name, payload }) =>
    name === "rebuttals" ? [payload as RebuttalBatch] : [],
  );
  const words = heard.flatMap(({ changed }) => changed.map(({ id }) => id));
  expect(words).toEqual([fresh.id]);
});

test("[P8] a timer that became due while the server was down ends its phase when the server starts", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "before");
  const answer = await host.send("host:timer", { seconds: 600, closes: true });
  const { id } = await server.database.reader.session.findFirstOrThrow();
  expect(answer).toMatchObject(OK);
  await server.database.queued.session.update({
    where: { id },
    data: { phaseEndsAt: BigInt(Date.now() - 1_000) },
  });
  const back = new Promise((resolve) => host.socket.once("connect", () => resolve(true)));
  await server.restart();
  await back;
  await host.sync();
  await host.sees(({ phase }) => phase === "reading");
});

test("[B2] whatever was sent before a stop is either acknowledged and stored, or neither", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 20 }, () => server.connect("student")));
  await moveTo(host, "before");
  const taps = students.map((_, seq) => ballot("for", "before", seq));
  const answers = students.map((student, index) => {
    const sent = student.socket.emitWithAck("ballot:cast", taps[index] ?? ballot("for"));
    const lost = new Promise((resolve) => student.socket.once("disconnect", () => resolve("lost")));
    return Promise.race([sent, lost]);
  });
  await Promise.any(answers);
  const back = students.map(
    ({ socket }) => new Promise((resolve) => socket.once("connect", () => resolve(0))),
  );
  await server.restart();
  const settled = await Promise.all(answers);
  const stored = await server.database.reader.ballot.findMany();
  const storedIds = stored.map(({ participantId }) => participantId);
  for (const [index, answer] of settled.entries())
    if (answer !== "lost") expect(storedIds).toContain(students[index]?.participantId);
  expect(storedIds.length).toBeGreaterThan(0);

  // Unanswered votes are sent again, as phones do, and counted once.
  await Promise.all(back);
  for (const [index, student] of students.entries())
    expect(await student.send("ballot:cast", taps[index] ?? ballot("for"))).toEqual({ ...OK, seq: index });
  expect(await server.database.reader.ballot.count()).toBe(20);
});

test("a ticket and a cookie still open the seat after a restart", async () => {
  await using server = await startServer();
  const { participantId, ticket } = await server.join();
  await server.restart();
  const ada = await server.connect("student", { ticket });
  expect((await ada.sync()).you?.participantId).toBe(participantId);
  const again = await server.asStranger("/join", {
    json: {},
    headers: { cookie: `seat-${server.session.code}=${ticket}` },
  });
  expect([again.status, (await again.json()).participantId]).toEqual([200, participantId]);
});
