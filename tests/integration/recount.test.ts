import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import { SEED } from "#tests/support/chance.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { pick } from "#tests/support/picks.ts";
import { lesson, storeLesson } from "#tests/support/random-lessons.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { ask, recount } from "#tests/support/recount.ts";
import { hasPython, recountAll } from "#tests/support/recounted.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const WHY = "It named a cost that neither of the two experts had thought about.";

/**
 * Sixteen, four of each way to vote twice, give reasons, guess and merge two rebuttals, of whose voters' words the host
 * lets the class see two. Where a group is small, one of them was undecided first.
 */
async function guessed(server: TestServer, identity: Identity, isSmall = false) {
  const settings = { identity, reveal: "staged", activities: { guess: {} } } as const;
  const { code } = await server.open(settings);
  const host = await server.connect("host", { code });
  const students = await Promise.all(
    Array.from({ length: 16 }, async (_, n) =>
      server.connect("student", { code, ticket: (await server.join(`Student ${n + 1}`, code)).ticket }),
    ),
  );
  const posts = [rebuttal(), rebuttal({ body: "The same, said again." })] as const;
  await host.send("host:lock", { locked: true });
  await moveTo(host, "before", settings);
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", {
      ...ballot(isSmall && n === 0 ? "undecided" : n % 2 ? "for" : "against"),
      reason: `Reason ${n}.`,
    });
  await moveTo(host, "rebuttal", settings);
  for (const [n, post] of posts.entries())
    expect(await students[n]?.send("rebuttal:post", post)).toMatchObject(OK);
  const [head, merged] = posts;
  const readBy = (n: number) => (n % 2 ? head.id : merged.id);
  await Promise.all(students.map((student, n) => student.send("rebuttal:seen", { ids: [readBy(n)] })));
  await Promise.all(students.map((student, n) => n > 6 && endorse(student, readBy(n))));
  expect(await host.send("host:merge", { rebuttalId: merged.id, into: head.id })).toMatchObject(OK);
  await moveTo(host, "after", settings);
  for (const [n, student] of students.entries()) {
    const moved = n % 4 === 0 ? { paragraph: { side: "for" as const, n: 2 } } : { rebuttalId: merged.id };
    const credit = { ...moved, without: "undecided" as const, why: WHY };
    await student.send("ballot:cast", {
      ...ballot(n % 8 < 4 ? "for" : "against", "after"),
      ...(n !== 1 && { credit }),
    });
  }
  await moveTo(host, "results", settings);
  const { words } = (await ask(server, code, "/words")) as WordsRead;
  for (const { id } of words.slice(0, 2)) expect(await pick(server, id, true, code)).toMatchObject(OK);
  await showStep(host, "guess");
  for (const [n, student] of students.entries())
    if (n > 1) expect(await student.send("guess:cast", { share: 100 - 6 * n })).toMatchObject(OK);
  return { code, host };
}

describe.skipIf(!hasPython)("docs/recount.py", () => {
  test("[V8] [K4] [B4] [C3] counts lessons drawn at random as the server does", async () => {
    await using server = await startServer();
    const drawn = new Map<string, unknown>();
    for (const each of fc.sample(lesson, { seed: SEED, numRuns: 60 }))
      drawn.set(await storeLesson(server, each), each);
    const said = await recountAll(server.database);
    expect(Object.keys(said)).toHaveLength(60);
    for (const [code, disagreement] of Object.entries(said))
      expect(disagreement, `SEED=${SEED}: ${JSON.stringify(drawn.get(code))}`).toBe("");
    // Else they would be counted once more when the server closes.
    await server.database.write((to) => to.session.deleteMany());
  });

  test("[V41] [M12] [V18] [C1] [C5] [R32] says which part of the results is not what the files say, and exits with 1", async () => {
    await using server = await startServer();
    const { code, host } = await guessed(server, "named");
    await showStep(host, "open");
    const results = (await ask(server, code, "/results")) as Results;
    expect([results.guess?.n, results.rebuttals[0]?.credits]).toEqual([14, 11]);
    const { verdict, margin, paired, rebuttals, guess } = results;
    const [[forFor, ...row], ...rows] = paired.matrix ?? [[0, 0, 0]];
    const wrong: Record<string, object> = {
      verdict: { ...verdict, winner: "against" },
      margin: { ...margin, points: (margin?.points ?? 0) + 1e-6 },
      paired: { ...paired, matrix: [[forFor + 1, ...row], ...rows] },
      rebuttals: rebuttals.map((each) => ({ ...each, endorsed: each.endorsed + 1 })),
      guess: { ...guess, mean: 1 },
      paragraphs: [],
      picked: [],
    };
    expect(await recount(server, code, results)).toMatchObject({ status: 0, said: "" });
    for (const [part, change] of Object.entries(wrong)) {
      const { status, said } = await recount(server, code, { ...results, [part]: change });
      expect([status, said.trim()]).toEqual([1, `Not as in the results: ['${part}']`]);
    }
  });

  test("[Z19] says what an anonymous session does not tell, and less is told with a small group", async () => {
    await using server = await startServer();
    const untold = async (isSmall: boolean) => {
      const { code, host } = await guessed(server, "anonymous", isSmall);
      await showStep(host, "open");
      return recount(server, code, (await ask(server, code, "/results")) as Results);
    };
    const begins = "Anonymous session, not told and not recounted: ['outlook', 'later'";
    expect(await untold(false)).toMatchObject({ status: 0, said: `${begins}]\n` });
    expect(await untold(true)).toMatchObject({
      status: 0,
      said: `${begins}, 'verdict', 'paired', 'margin']\n`,
    });
  });
});
