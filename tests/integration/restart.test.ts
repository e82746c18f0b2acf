import { expect, test } from "vitest";
import type { Synced } from "#debate/protocol/events.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

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
