import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { cookieOf, mine } from "#tests/support/marked-lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { tablesWith } from "#tests/support/tables.ts";

/** A class that argues: Ada, Bob and Cy, with names. */
async function arguing(given: GivenSettings = {}) {
  const settings = { identity: "named", activities: { showOfHands: {} }, ...given } as const;
  const server = await startServer({ settings });
  const [host, screen] = await server.seats("host", "screen");
  const seats = [await server.join("Ada"), await server.join("Bob"), await server.join("Cy")] as const;
  const [ada, bob, cy] = (await Promise.all(
    seats.map(({ ticket }) => server.connect("student", { ticket })),
  )) as [Client, Client, Client];
  await moveTo(host, "rebuttal", settings);
  const close = () => server[Symbol.asyncDispose]();
  return { settings, server, host, screen, seats, ada, bob, cy, [Symbol.asyncDispose]: close };
}

const raise = (client: Client, up = true) => client.send("hands:raise", { up });
const hands = async (client: Client) => (await client.sync()).session.hands;

async function counted(server: TestServer) {
  const results = (await (await server.asStranger("/results")).json()) as Results;
  return results.hands;
}

test("two students raise their hands, which host and projector count and a classmate does not see", async () => {
  await using class_ = await arguing();
  const { server, host, screen, seats, ada, bob, cy } = class_;
  const before = cy.heard.length;
  expect(await raise(ada)).toEqual(OK);
  expect(await raise(bob)).toEqual(OK);
  expect(await raise(cy)).toEqual(OK);
  expect(await raise(cy, false)).toEqual(OK);
  await host.sees((seen) => seen.hands === 2);
  await screen.sees((seen) => seen.hands === 2);
  expect((await ada.sync()).you?.hand).toBe(true);
  expect((await cy.sync()).you).not.toHaveProperty("hand");
  expect(JSON.stringify(await cy.sync())).not.toContain("hands");
  for (const told of [cy.heard.slice(before), screen.heard, await screen.sync()])
    for (const { participantId } of seats.slice(0, 2))
      expect(JSON.stringify(told)).not.toContain(participantId);
  await server.restart();
  expect(await hands(await server.connect("host"))).toBe(2);
});

test("the hands that are up at the end are counted in the results", async () => {
  await using class_ = await arguing();
  const { settings, server, host, ada, bob } = class_;
  for (const student of [ada, bob]) await raise(student);
  await moveTo(host, "results", settings);
  expect(await raise(ada, false)).toEqual(refused("wrong-phase"));
  expect(await counted(server)).toEqual({ up: 2 });
});

test("a hand is in the download of its student, and goes with the seat", async () => {
  await using class_ = await arguing();
  const { server, host, seats, ada, bob } = class_;
  for (const student of [ada, bob]) await raise(student);
  const own = await server.asStranger("/mine", { headers: cookieOf(server, seats[0]) });
  expect(await own.json()).toMatchObject({ hand: true });
  await mine(server, seats[0], "seat");
  await host.sees((seen) => seen.hands === 1);
  expect(await tablesWith(server.database, seats[0].participantId)).toEqual([]);
});

test("a session without the activity refuses them, and tells of no hands", async () => {
  await using class_ = await arguing({ activities: {} });
  const { settings, server, host, ada } = class_;
  expect(await raise(ada)).toEqual(refused("wrong-phase"));
  expect(await hands(host)).toBeUndefined();
  await moveTo(host, "results", settings);
  expect(await counted(server)).toBeNull();
});
