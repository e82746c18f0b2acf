import { expect, test } from "vitest";
import type { Choice } from "#debate/rules/choices.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const CLASSES = 40;
const PEOPLE = 16;
const SERVERS = 3;
const SETTINGS: GivenSettings = { activities: { experiment: { kind: "order" } } };
const FIRST: readonly Choice[] = ["for", "against", "undecided", "against"];

/** One class of which those who began with For moved to it, and every fourth of the others. */
async function holdClass(server: TestServer, number: number): Promise<string> {
  const { code } = await server.open(SETTINGS);
  const host = await server.connect("host", { code });
  const students = await Promise.all(
    Array.from({ length: PEOPLE }, () => server.connect("student", { code })),
  );
  const first = (place: number) => FIRST[(place + number) % FIRST.length] ?? "for";
  await moveTo(host, "before", SETTINGS);
  await Promise.all(students.map((each, place) => each.send("ballot:cast", ballot(first(place)))));
  await moveTo(host, "reading", SETTINGS);
  const arms = await Promise.all(students.map(async (each) => (await each.sync()).you?.experiment?.arm));
  await moveTo(host, "after", SETTINGS);
  await Promise.all(
    students.map((each, place) => {
      const isMoved = arms[place] === "a" ? place % 2 === 0 : place % 4 === 0;
      return each.send("ballot:cast", ballot(isMoved ? "for" : first(place), "after"));
    }),
  );
  await moveTo(host, "closed", SETTINGS);
  for (const client of [host, ...students]) client.socket.close();
  return code;
}

test("[S28] [S30] forty classes on three servers are compared by their files, with the experiment of all, on each server alike", async () => {
  await using here = await startServer();
  await using there = await startServer();
  await using elsewhere = await startServer();
  const servers = [here, there, elsewhere];
  const held = await Promise.all(
    servers.map(async (server, place) => {
      const codes: string[] = [];
      for (let number = place; number < CLASSES; number += SERVERS)
        codes.push(await holdClass(server, number));
      return codes;
    }),
  );
  const files = await Promise.all(
    servers.map((server, place) =>
      Promise.all(
        (held[place] ?? []).map(async (code) =>
          (await server.asInstructor(`/api/sessions/${code}/summary`)).json(),
        ),
      ),
    ),
  );
  const compared = await Promise.all(
    servers.map(async (server, place) => {
      const summaries = files.flatMap((all, other) => (other === place ? [] : all));
      const answered = await server.asInstructor("/api/compare", { json: { codes: held[place], summaries } });
      return [answered.status, await answered.json()];
    }),
  );
  for (const [status, comparison] of compared) {
    expect([status, comparison.sections?.length, comparison.n]).toEqual([200, CLASSES, CLASSES * PEOPLE]);
    // The lot draws the halves: a class without enough people in both, or without an estimate, is left out.
    expect(comparison.experiment.k).toBe(compared[0]?.[1].experiment.k);
    expect(comparison.experiment.k).toBeGreaterThan(CLASSES / 2);
    expect(comparison.points).toBeCloseTo(compared[0]?.[1].points, 9);
    expect(comparison.pooled.mean).toBeCloseTo(compared[0]?.[1].pooled.mean, 9);
    expect(comparison.experiment.mean).toBeCloseTo(compared[0]?.[1].experiment.mean, 9);
    expect(comparison.experiment.interval[0]).toBeGreaterThan(0);
  }
});
