import { expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { as, atPairs, paired, pairOf, steer, tableOf } from "#tests/support/pairs.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

/** Who a phone is told of beside itself, with their votes. */
async function partnersOf(client: Client) {
  const pair = await pairOf(client);
  return typeof pair === "object" ? pair.partners : [];
}

test("[P37] ten taps on “Can’t find” show one student no one else, and move no one", async () => {
  await using server = await startServer();
  const { host, students } = await paired(server, 12, {
    identity: "named",
    activities: { pairs: { when: "instead", by: "text" } },
  });
  const [eve] = students;
  for (const each of students.slice(6)) each.close();
  await host.hearsRoster(({ connected }) => connected === 6);
  const seen = new Set<string>();
  const look = async () => {
    for (const partner of await partnersOf(eve)) seen.add(JSON.stringify(partner));
  };
  for (let tap = 0; tap < 10; tap += 1) {
    await look();
    for (const { place } of await partnersOf(eve)) await eve.send("pairs:missing", { place });
  }
  await look();
  expect(seen.size).toBe(1);
  expect(await Promise.all(students.slice(0, 6).map(pairOf))).not.toContain("away");
  await host.sees((session) => session.pairs?.tables === 6);
});

test("[P40] a student who sits beside a partner in a pseudonymous class finds none of the partner's texts", async () => {
  await using server = await startServer();
  const settings = { identity: "pseudonym", activities: { pairs: { when: "after", by: "voice" } } } as const;
  const { code, urls, host, course, students } = await atPairs(server, ["for", "against"], settings);
  await moveTo(host, "rebuttal", course);
  const [eve, bob] = students;
  expect(await bob.send("rebuttal:post", rebuttal({ body: "What Bob wrote." }))).toMatchObject(OK);
  await moveTo(host, "pairs", course);
  const screen = await server.connect("screen", { code, key: keyIn(urls.screen) });
  await steer(host, "make");
  const { rebuttals, you } = await eve.sync();
  const { by = "" } = rebuttals.find(({ body }) => body === "What Bob wrote.") ?? {};
  expect([by, (await bob.sync()).you?.name]).toEqual([expect.stringMatching(/./u), by]);
  expect(you?.pair).toMatchObject({ table: 1, partners: [{ choice: "against" }] });
  const page = await server.request(`/api/sessions/${code}/phone`, as(code, eve));
  const download = await server.request(`/api/sessions/${code}/mine`, as(code, eve));
  const { seat } = (await page.json()) as { seat: { you: { pair: object } } };
  for (const told of [you?.pair, await pairOf(eve), seat.you.pair, await download.json()])
    expect(JSON.stringify(told)).not.toContain(by);
  await screen.sees(({ pairs }) => pairs?.tables === 1);
  for (const { payload } of screen.heard.filter(({ name }) => name === "session"))
    expect(JSON.stringify(payload)).not.toContain(by);
  const pushed = eve.heard.filter(({ name }) => name === "mine");
  expect(JSON.stringify(pushed)).not.toContain(by);
});

test("[P41] twelve spare seats that join pairs late, or vote late, learn no one’s vote", async () => {
  await using server = await startServer();
  const { enter, host, course, students } = await paired(server, 12, { identity: "named" });
  const spare = await Promise.all(Array.from({ length: 12 }, (_, n) => enter(`Spare ${n + 1}`)));
  for (const each of spare.slice(0, 6)) expect(await each.send("pairs:join", {})).toEqual(OK);
  await moveTo(host, "before", course);
  for (const each of spare.slice(3)) expect(await each.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  await moveTo(host, "pairs", course);
  for (const each of spare) expect(await each.send("pairs:join", {})).toEqual(OK);
  const learned = async (clients: readonly Client[]) => {
    const partners = await Promise.all(clients.map(partnersOf));
    return partners.flat().filter(({ choice }) => choice !== undefined).length;
  };
  expect(await learned(spare)).toBe(0);
  const heard = spare.flatMap((each) => each.heard.filter(({ name }) => name === "mine"));
  expect(JSON.stringify(heard)).not.toMatch(/"partners":\[[^\]]*"choice"/u);
  // They see the table, and who voted in time sees sides as before.
  for (const each of spare) expect((await tableOf(each)).partners.length).toBeGreaterThan(0);
  expect(await learned(students)).toBeGreaterThanOrEqual(12);
});
