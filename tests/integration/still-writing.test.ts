import { expect, test } from "vitest";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";
import { connectAssistant } from "#tests/support/steelman.ts";

const counts = (heard: { name: string; payload: unknown }[]) =>
  heard.flatMap(({ name, payload }) => (name === "writing" ? [payload] : []));

test("[B10] the host of an anonymous class is told how many write, until they stop, and no one else is", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, screen] = await server.seats("host", "screen");
  const assistant = await connectAssistant(server, server.session.code);
  const seats = await Promise.all(["Ada", "Bob", "Cem"].map((name) => server.join(name)));
  const [ada, bob, cem] = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  await moveTo(host, "before");
  const vote = { round: "before", choice: "for" } as const;
  expect(await cem?.send("ballot:cast", { ...vote, seq: 1 })).toMatchObject(OK);
  expect(await ada?.send("ballot:cast", { ...vote, seq: 1, reason: "Trade" })).toMatchObject(OK);
  expect(await bob?.send("ballot:cast", { ...vote, seq: 1, reason: "Peace" })).toMatchObject(OK);
  const hears = async (count: number) => expect.poll(() => counts(host.heard).at(-1)).toEqual({ count });
  await hears(2);
  await hears(0);
  for (const other of [assistant, screen, ada, bob, cem]) expect(counts(other?.heard ?? [])).toEqual([]);
});
