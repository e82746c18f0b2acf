import { expect, test } from "vitest";
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

test("[P3] skipping and staying are refused, stepping back is not", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const press = async (to: "lobby" | "before" | "reading" | "after" | "results") =>
    host.send("host:phase", { to, version: (await host.sync()).session.version });
  for (const to of ["reading", "results", "lobby"] as const)
    expect(await press(to)).toEqual(refused("wrong-phase"));
  await moveTo(host, "after");
  for (const to of ["reading", "before", "lobby"] as const) expect(await press(to)).toMatchObject(OK);
});

test("[P1] a reading vote is held only if the session chose it", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "reading");
  const { version } = (await host.sync()).session;
  expect(await host.send("host:phase", { to: "reading-vote", version })).toEqual(refused("wrong-phase"));
  expect(await host.send("host:phase", { to: "rebuttal", version })).toMatchObject(OK);

  const { code } = await server.open({ questions: { readingVote: true } });
  const [other, ada] = [await server.connect("host", { code }), await server.connect("student", { code })];
  await moveTo(other, "reading");
  const chosen = (await other.sync()).session.version;
  expect(await other.send("host:phase", { to: "reading-vote", version: chosen })).toMatchObject(OK);
  expect(await ada.send("ballot:cast", ballot("against", "reading"))).toMatchObject(OK);
  await other.sees(({ turnout }) => turnout.round === "reading" && turnout.voted === 1);
});

test("[P3][P8] from the rebuttals to reading and straight back, skipping the vote, and the wall shows the same again", async () => {
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

test("[P7] of many moves in both directions by two tabs, every client ends with the same newest version", async () => {
  await using server = await startServer();
  const [first, second, screen, ada] = await server.seats("host", "host", "screen", "student");
  for (let lap = 0; lap < 5; lap += 1) {
    await moveTo(first, "rebuttal");
    await moveTo(second, "lobby");
  }
  const { version } = (await first.sync()).session;
  for (const client of [first, second, screen, ada]) {
    const last = await client.sees((snapshot) => snapshot.version === version);
    expect(last.phase).toBe("lobby");
    const versions = client.heard.flatMap(({ name, payload }) =>
      name === "session" ? [(payload as { version: number }).version] : [],
    );
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  }
});
