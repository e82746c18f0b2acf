import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Student = { before: Choice | null; after: Choice | null; endorses: boolean[]; writes: boolean };
const CLASS = 18;
/** What differs between the databases, as an order or a kind of number, is in nearly every history. */
const RUNS = 2;
const NOW = Date.parse("2026-03-02T09:00:00Z");
const SENTENCE = "It moved me because it answered what I had thought before I read it.";
const rebuttalId = (author: number) => `00000000-0000-4000-8000-${String(author).padStart(12, "0")}`;

/** Plays a lesson, and returns everything that can be seen of its results. */
async function play(server: TestServer, students: Student[]) {
  const host = await server.connect("host");
  const seats = [];
  for (const index of students.keys()) seats.push(await server.join(`Student ${index + 1}`));
  const clients = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  const each = (act: (student: Student, index: number) => Promise<unknown> | undefined) =>
    Promise.all(students.map(act));

  await moveTo(host, "before");
  await each(({ before }, index) =>
    before === null
      ? undefined
      : clients[index]?.send("ballot:cast", { round: "before", choice: before, seq: 1, confidence: 3 }),
  );
  await moveTo(host, "rebuttal");
  const authors = students.flatMap(({ writes }, index) => (writes ? [index] : []));
  for (const author of authors)
    expect(
      await clients[author]?.send("rebuttal:post", {
        id: rebuttalId(author),
        side: author % 2 ? "for" : "against",
        body: `Argument ${author}, with ä, 日本 and "quotes".`,
      }),
    ).toMatchObject(OK);
  await each(({ endorses }, index) => {
    const others = authors.filter((author, place) => endorses[place] && author !== index);
    return Promise.all(
      others.map((author) =>
        clients[index]?.send("rebuttal:endorse", { rebuttalId: rebuttalId(author), on: true }),
      ),
    );
  });
  await moveTo(host, "after");
  await each(({ after }, index) => {
    if (after === null) return undefined;
    const credited = authors.find((author) => author !== index);
    const credit =
      credited === undefined
        ? {}
        : { credit: { rebuttalId: rebuttalId(credited), without: "undecided" as const, why: SENTENCE } };
    return clients[index]?.send("ballot:cast", { round: "after", choice: after, seq: 1, ...credit });
  });
  await moveTo(host, "results");
  const asked = async (path: string) => (await (await server.asHost(path)).json()) as Record<string, unknown>;
  const { code: _, ...results } = await asked("/results");
  const { rows } = await asked("/export?table=rebuttals&format=json");
  const ballots = (await asked("/export?table=ballots&format=json")).rows as Record<string, unknown>[];
  const byName = (row: Record<string, unknown>) => `${row.participant} ${row.round}`;
  return {
    results,
    rebuttals: rows,
    ballots: ballots
      .map(({ participantId: _id, ...row }) => row)
      .sort((one, other) => byName(one).localeCompare(byName(other))),
  };
}

const student = fc.record({
  before: fc.option(fc.constantFrom(...CHOICES)),
  after: fc.option(fc.constantFrom(...CHOICES)),
  endorses: fc.array(fc.boolean(), { minLength: CLASS, maxLength: CLASS }),
  writes: fc.boolean(),
});

test("the same history has the same results and exports on both databases", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(student, { minLength: CLASS, maxLength: CLASS }), async (students) => {
      const options = { clock: () => NOW, settings: { identity: "named" as const } };
      await using sqlite = await startServer({ ...options, engine: "sqlite" });
      await using postgresql = await startServer({ ...options, engine: "postgresql" });
      expect([sqlite.database.engine, postgresql.database.engine]).toEqual(["sqlite", "postgresql"]);
      const [other, own] = await Promise.all([play(postgresql, students), play(sqlite, students)]);
      expect(other).toEqual(own);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 120_000);
