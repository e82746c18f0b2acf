import { describe, expect, test } from "vitest";
import type { Choice } from "#debate/rules/choices.ts";
import { anonymousClass, anotherSection, everythingTold } from "#tests/support/anonymous-class.ts";
import { mine } from "#tests/support/marked-lesson.ts";

/** Two groups of four, whose flow a closed class is told, and a class of which everyone is singled out. */
const VOTES: Record<string, [Choice, Choice][]> = {
  "two groups of four": [
    ["for", "for"],
    ["for", "for"],
    ["for", "for"],
    ["for", "for"],
    ["against", "for"],
    ["against", "for"],
    ["against", "for"],
    ["against", "for"],
  ],
  "everyone else": [
    ["for", "against"],
    ["for", "for"],
    ["against", "undecided"],
    ["undecided", "for"],
    ["undecided", "undecided"],
  ],
};

describe.each([
  ["hide", "open", "everyone else"],
  ["hide", "personal", "two groups of four"],
  ["tell", "open", "everyone else"],
  ["tell", "personal", "two groups of four"],
] as const)("in an anonymous class (%s, %s, %s)", (smallGroups, entry, votes) => {
  test("[Z17] a host who compares everything before and after a seat is deleted finds no difference", async () => {
    const settings = { smallGroups, entry };
    await using its = await anonymousClass({ settings, votes: VOTES[votes] ?? [] });
    const { server, host, seats, students } = its;
    const [leaving, , , stays] = students;
    const section = await anotherSection(server);
    if (!seats[0] || !stays || !leaving) throw new Error("no seat");
    const clients = [host, stays, await server.connect("screen")];
    const before = await everythingTold(server, clients, section);
    for (const client of clients) client.heard.length = 0;
    expect((await mine(server, seats[0], "seat")).status).toBe(204);
    const after = await everythingTold(server, clients, section);
    expect(Object.keys(after).filter((name) => isSame(after[name], before[name]))).toEqual(
      Object.keys(before),
    );
    // [J10] With personal codes the number of the seat stays, and nothing else of it.
    const left = await (await mine(server, seats[0])).json();
    expect(left).toMatchObject(entry === "open" ? { error: { code: "unauthorized" } } : { ballots: [] });
    // No room is told which rebuttals the seat had endorsed or been shown.
    expect(clients.flatMap(({ heard }) => heard.filter(({ name }) => name === "rebuttals"))).toEqual([]);
  });
});

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
