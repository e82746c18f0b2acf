import { describe, expect, test } from "vitest";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[P7] when two tabs press at once, one changes the phase, the other is stale, and both stay in sync", async () => {
  await using server = await startServer();
  const [first, second, ada] = await server.seats("host", "host", "student");
  const press = { to: "before" as const, version: 1 };
  const answers = await Promise.all([first.send("host:phase", press), second.send("host:phase", press)]);
  expect(answers).toContainEqual({ ok: true, version: expect.any(Number) });
  expect(answers).toContainEqual(refused("stale"));
  for (const client of [first, second, ada]) await client.sees(({ phase }) => phase === "before");
  expect((await second.sync()).session).toEqual((await first.sync()).session);
});

test("[P7] votes and joins in between do not make a press stale; a version from the future does", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  const { version } = (await host.sync()).session;
  await ada.send("ballot:cast", ballot("for"));
  await server.join();
  const now = (await host.sync()).session.version;
  expect(now).toBeGreaterThan(version);
  expect(await host.send("host:phase", { to: "reading", version: now + 1 })).toEqual(refused("stale"));
  expect(await host.send("host:phase", { to: "reading", version })).toMatchObject(OK);
  expect(await host.send("host:phase", { to: "rebuttal", version })).toEqual(refused("stale"));
});

test("[P1] a reading vote is held only if the session chose it", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "reading");
  const { version } = (await host.sync()).session;
  expect(await host.send("host:phase", { to: "reading-vote", version })).toEqual(refused("wrong-phase"));
  const { code } = await server.open({ questions: { readingVote: true } });
  const [other, ada] = [await server.connect("host", { code }), await server.connect("student", { code })];
  await moveTo(other, "reading-vote", { questions: { readingVote: true } });
  expect(await ada.send("ballot:cast", ballot("against", "reading"))).toMatchObject(OK);
});

test("[P3][P8] the host goes from rebuttals to reading and straight back, and the projector shows the same rebuttal again", async () => {
  await using server = await startServer({ settings: { questions: { readingVote: true } } });
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  await moveTo(host, "reading-vote", { questions: { readingVote: true } });
  await moveTo(host, "rebuttal", { questions: { readingVote: true } });
  const said = rebuttal();
  await ada.send("rebuttal:post", said);
  await host.send("host:wall", { show: { rebuttalId: said.id } });
  const press = async (to: "reading" | "rebuttal" | "after") =>
    host.send("host:phase", { to, version: (await host.sync()).session.version });

  expect(await press("reading")).toMatchObject(OK);
  expect((await screen.sync()).session.wall).toBeUndefined();
  expect((await screen.sync()).rebuttals).toEqual([]);
  expect(await press("rebuttal")).toMatchObject(OK);
  expect((await screen.sync()).session.wall).toEqual({ rebuttalId: said.id });
  expect((await screen.sync()).rebuttals.map(({ id }) => id)).toEqual([said.id]);

  expect(await press("after")).toMatchObject(OK);
  expect((await screen.sync()).session.wall).toBeUndefined();
});

describe("[P8] a timer", () => {
  test("that closes ends the phase automatically, once, and the next phase has none", async () => {
    await using server = await startServer();
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "before");
    await host.send("host:timer", { seconds: 1, closes: true });
    const after = await ada.sees(({ phase }) => phase === "reading");
    expect(after.phaseEndsAt).toBeUndefined();
    expect(await ada.send("ballot:cast", ballot("for"))).toEqual(refused("wrong-phase"));
    const events = await server.database.reader.event.findMany({ where: { actor: "timer" } });
    expect(events).toMatchObject([{ kind: "phase", detail: "reading" }]);
  });

  test("goes by the server's clock, which may be slower than its timers", async () => {
    const started = Date.now();
    await using server = await startServer({ clock: () => started + Math.floor((Date.now() - started) / 2) });
    const [host] = await server.seats("host");
    await host.send("host:timer", { seconds: 1, closes: true });
    await host.sees(({ phase }) => phase === "before");
  });

  test("that is set for a phase comes too late once the class has moved on", async () => {
    await using server = await startServer();
    const [host, other] = await server.seats("host", "host");
    await moveTo(host, "after");
    expect(await host.send("host:timer", { seconds: 60, closes: true, phase: "after" })).toMatchObject(OK);
    await moveTo(other, "results");
    for (const seconds of [60, null])
      expect(await host.send("host:timer", { seconds, closes: true, phase: "after" })).toEqual(
        refused("stale"),
      );
    expect((await host.sync()).session).not.toHaveProperty("phaseEndsAt");
    expect(await host.send("host:timer", { seconds: 60, phase: "results" })).toMatchObject(OK);
  });
});

test("[V3][V4] the host shows screen and host the open tally, hides it again, and no student sees it", async () => {
  await using server = await startServer();
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("against"));
  expect(await host.send("host:reveal", { on: true })).toEqual(OK);
  const tally = { before: { for: 0, against: 1, undecided: 0 } };
  for (const client of [host, screen])
    expect((await client.sees(({ revealed }) => revealed === true)).tally).toEqual(tally);
  expect((await ada.sync()).session).not.toHaveProperty("tally");
  await host.send("host:reveal", { on: false });
  const { version } = (await host.sync()).session;
  const covered = await screen.sees((snapshot) => snapshot.version === version);
  expect(covered.revealed).toBe(false);
  expect(covered).not.toHaveProperty("tally");
});

test("[R6] a rebuttal that is hidden while it is being put on the projector does not stay there", async () => {
  await using server = await startServer();
  const [host, other, screen, ada] = await server.seats("host", "host", "screen", "student");
  await moveTo(host, "rebuttal");
  for (let time = 0; time < 10; time += 1) {
    const posted = rebuttal();
    expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
    await Promise.all([
      host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" }),
      other.send("host:wall", { show: { rebuttalId: posted.id } }),
    ]);
    expect((await screen.sync()).session).not.toHaveProperty("wall");
  }
});
