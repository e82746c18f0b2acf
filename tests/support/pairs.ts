import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Addressees, OwnTable } from "#debate/activities/pairs/rules.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A class that has voted and stands at its pairs, which are not made yet. */
export async function atPairs(
  server: TestServer,
  choices: readonly (Choice | null)[],
  settings: GivenSettings = {},
) {
  const course = { activities: { pairs: { when: "instead", by: "voice" } }, ...settings } as const;
  const { code, urls } = await server.open(course);
  const host = await server.connect("host", { code });
  const enter = async (name: string) =>
    server.connect("student", { code, ticket: (await server.join(name, code)).ticket });
  const students = await Promise.all(choices.map((_, n) => enter(`Student ${n + 1}`)));
  await moveTo(host, "before", course);
  for (const [n, student] of students.entries()) {
    const choice = choices[n];
    if (choice) await student.send("ballot:cast", ballot(choice));
  }
  await moveTo(host, "pairs", course);
  await host.hearsRoster(({ connected }) => connected === choices.length);
  return { code, urls, host, course, enter, students: students as [Client, Client, Client, Client, Client] };
}

/** A class that sits in pairs, every other student For. */
export async function paired(server: TestServer, size: number, settings: GivenSettings = {}) {
  const choices = Array.from({ length: size }, (_, place) => (place % 2 ? "for" : "against"));
  const room = await atPairs(server, choices, settings);
  expect(await steer(room.host, "make")).toEqual(OK);
  return room;
}

export const steer = (host: Client, act: "make" | "start" | "stop") => host.send("host:pairs", { act });
export const pairOf = async (client: Client) => (await client.sync()).you?.pair;
export async function tableOf(client: Client): Promise<OwnTable> {
  const pair = await pairOf(client);
  if (!pair || pair === "away") throw new Error(`no table: ${pair}`);
  return pair;
}
/** The one at a student's table whom they look for, and at which place. */
export async function partnerOf(client: Client, all: readonly Client[]) {
  const { table, partners } = await tableOf(client);
  const tables = await tablesOf(all);
  const partner = all.find((each, n) => each !== client && tables[n] === table);
  if (!partner) throw new Error(`no partner at table ${table}`);
  return { partner, place: partners[0]?.place ?? 0, table };
}
export const tablesOf = async (clients: readonly Client[]) =>
  Promise.all(clients.map(async (each) => (await tableOf(each)).table));
export const say = (client: Client, body: string, id = randomUUID(), to?: Addressees) =>
  client.send("pairs:say", { id, body, to });
/** Whom a student's lines are to. */
export async function companyOf(client: Client): Promise<Addressees> {
  const { group, since } = await tableOf(client);
  return { group, since };
}
export const linesOf = async (client: Client) =>
  ((await tableOf(client)).lines ?? []).map(({ by, body }) => `${by}: ${body}`);
export const as = (code: string, client: Client) => ({
  headers: { cookie: `seat-${code}=${(client.socket.auth as { ticket: string }).ticket}` },
});
