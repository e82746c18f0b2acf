import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { startServer } from "#tests/support/server.ts";

test("[P3][B1] a session goes from lobby to results, and a late ballot is refused", async () => {
  await using server = await startServer();
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");

  expect(await host.send("host:phase", { to: "before", version: 1 })).toMatchObject({ ok: true });
  await ada.sees(({ phase }) => phase === "before");
  expect(await ada.send("ballot:cast", { round: "before", choice: "against", seq: 1 })).toEqual({
    ok: true,
    seq: 1,
  });
  expect(
    await bob.send("ballot:cast", { round: "before", choice: "for", seq: 1, confidence: 4 }),
  ).toMatchObject({ ok: true });
  const turnout = await screen.sees(({ turnout: { voted } }) => voted === 2);
  expect(turnout.tally).toBeUndefined();

  const { version } = await host.sees(({ turnout: { voted } }) => voted === 2);
  expect(await host.send("host:phase", { to: "reading", version })).toMatchObject({ ok: true });
  await bob.sees(({ phase }) => phase === "reading");
  expect(await bob.send("ballot:cast", { round: "before", choice: "against", seq: 2 })).toMatchObject({
    code: "wrong-phase",
  });

  for (const to of ["rebuttal", "after"] as const) {
    const { session } = await host.sync();
    expect(await host.send("host:phase", { to, version: session.version })).toMatchObject({ ok: true });
  }
  await ada.send("ballot:cast", { round: "after", choice: "for", seq: 1 });
  await bob.send("ballot:cast", { round: "after", choice: "for", seq: 1 });
  const { session } = await host.sync();
  expect(session.tally).toEqual({ before: { for: 1, against: 1, undecided: 0 } });
  await host.send("host:phase", { to: "results", version: session.version });
  const shown = await ada.sees(({ phase }) => phase === "results");
  expect(shown.tally?.after).toEqual({ for: 2, against: 0, undecided: 0 });

  const results: Results = await (
    await server.request(`/api/sessions/${server.session.code}/results`)
  ).json();
  expect(results.paired.matrix).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]);
  expect(results.verdict.winner).toBe("for");
});

test("[R1][R4][R5] a rebuttal sent twice is stored once, reaches the class, and can be endorsed by others only", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const id = randomUUID();
  expect(await ada.send("rebuttal:post", { id, side: "for", body: "Too early." })).toMatchObject({
    code: "wrong-phase",
  });
  for (const to of ["before", "reading", "rebuttal"] as const)
    await host.send("host:phase", { to, version: (await host.sync()).session.version });
  await bob.sees(({ phase }) => phase === "rebuttal");
  const rebuttal = { id, side: "for" as const, body: "Geography does not bargain.\u{1f30f}" };
  expect(await ada.send("rebuttal:post", rebuttal)).toEqual({ ok: true, id });
  expect(await ada.send("rebuttal:post", rebuttal)).toEqual({ ok: true, id });
  expect(await bob.send("rebuttal:post", { ...rebuttal, body: "Mine now" })).toMatchObject({
    code: "duplicate",
  });
  const heard = await bob.hearsRebuttals(({ changed }) => changed.length > 0);
  expect(heard.changed).toMatchObject([{ id, by: expect.stringMatching(/^\w+ \w+$/u), endorsements: 0 }]);
  const own = await ada.hearsRebuttals(({ changed }) => changed.length > 0);
  expect(own.changed).toMatchObject([{ by: "you" }]);
  expect(await ada.send("rebuttal:endorse", { rebuttalId: id, on: true })).toMatchObject({
    code: "forbidden",
  });
  for (let time = 0; time < 2; time += 1)
    expect(await bob.send("rebuttal:endorse", { rebuttalId: id, on: true })).toEqual({ ok: true });
  // [R28] An id's beginning, its endorsements and its place.
  await ada.hearsRebuttals(({ counts }) => counts?.[0]?.[1] === 1);
  expect((await bob.sync()).you?.endorsed).toEqual([id]);
});
