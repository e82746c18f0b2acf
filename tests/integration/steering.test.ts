import { describe, expect, test } from "vitest";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

describe("[P8] a timer", () => {
  test("is shown to everyone, and can be stopped", async () => {
    await using server = await startServer();
    const [host, screen, ada] = await server.seats("host", "screen", "student");
    const before = Date.now();
    const answer = await host.send("host:timer", { seconds: 120 });
    const endsAt = answer.ok ? answer.endsAt : null;
    expect(endsAt).toBeGreaterThanOrEqual(before + 120_000);
    expect(endsAt).toBeLessThanOrEqual(Date.now() + 120_000);
    for (const client of [screen, ada])
      expect(await client.sees(({ phaseEndsAt }) => phaseEndsAt === endsAt)).toMatchObject({
        timerCloses: false,
      });
    expect(await host.send("host:timer", { seconds: null })).toEqual({ ok: true, endsAt: null });
    await ada.sees(({ version, phaseEndsAt }) => version > 2 && phaseEndsAt === undefined);
  });

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

  test("that only warns leaves the vote open when it is over", async () => {
    let now = Date.now();
    await using server = await startServer({ clock: () => now });
    const [host, ada] = await server.seats("host", "student");
    await moveTo(host, "before");
    await host.send("host:timer", { seconds: 1 });
    // A closing timer in a second session, set later and due later, shows that the first one's time has come.
    const { code } = await server.open();
    const other = await server.connect("host", { code });
    await other.send("host:timer", { seconds: 1, closes: true });
    now += 2_000;
    await other.sees(({ phase }) => phase === "before");
    expect((await host.sync()).session.phase).toBe("before");
    expect(await ada.send("ballot:cast", ballot("for"))).toMatchObject(OK);
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

  test("ends with its phase: a phase change removes it", async () => {
    await using server = await startServer();
    const [host] = await server.seats("host");
    await host.send("host:timer", { seconds: 1, closes: true });
    await moveTo(host, "before");
    const { code } = await server.open();
    const other = await server.connect("host", { code });
    await other.send("host:timer", { seconds: 1, closes: true });
    await other.sees(({ phase }) => phase === "before");
    expect((await host.sync()).session).toMatchObject({ phase: "before" });
    expect((await host.sync()).session).not.toHaveProperty("phaseEndsAt");
  });
});

describe("reveal", () => {
  test("[V3][V4] shows screen and host the open tally, hides it again, and no student sees it", async () => {
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

  test("[P3] a phase change covers the tally, clears the projector and ends the timer", async () => {
    await using server = await startServer();
    const [host, screen, ada] = await server.seats("host", "screen", "student");
    const posted = rebuttal();
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", posted);
    await host.send("host:reveal", { on: true });
    await host.send("host:timer", { seconds: 60 });
    expect(await host.send("host:wall", { show: { rebuttalId: posted.id } })).toEqual(OK);
    await screen.sees(({ wall, revealed }) => wall !== undefined && revealed === true);
    await moveTo(host, "after");
    const moved = await screen.sees(({ phase }) => phase === "after");
    expect(moved).toMatchObject({ revealed: false });
    for (const field of ["wall", "phaseEndsAt", "tally"]) expect(moved).not.toHaveProperty(field);
  });
});

test("[V5] only a published rebuttal can be put on the projector, and hiding it takes it off", async () => {
  await using server = await startServer({ settings: { moderation: "before" } });
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  const put = (rebuttalId: string) => host.send("host:wall", { show: { rebuttalId } });
  for (const id of [posted.id, rebuttal().id]) expect(await put(id)).toEqual(refused("not-found"));
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "approve" });
  expect(await put(posted.id)).toEqual(OK);
  await screen.sees(({ wall }) => wall !== undefined);
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
  await screen.hearsRebuttals(({ removed }) => removed.includes(posted.id));
  expect((await screen.sync()).session).not.toHaveProperty("wall");
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "show" });
  expect((await screen.sync()).session).not.toHaveProperty("wall");
  expect(await host.send("host:wall", { show: null })).toEqual(OK);
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
