import fc from "fast-check";
import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { SEED } from "#tests/support/chance.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { lesson, storeLesson } from "#tests/support/random-lessons.ts";
import { ask, recount } from "#tests/support/recount.ts";
import { hasPython, recountAll } from "#tests/support/recounted.ts";
import { runs } from "#tests/support/runs.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** What one student answers before and after; null: did not vote. */
type Way = readonly [before: Choice | null, after: Choice | null];
type Lesson = { settings: GivenSettings; ways: readonly Way[] };
const times = (count: number, before: Choice | null, after: Choice | null): Way[] =>
  Array.from({ length: count }, () => [before, after] as const);

const LATE = [...times(1, null, "for"), ...times(1, null, null)];
const LESSONS = {
  "pseudonyms, For ahead": {
    settings: { identity: "pseudonym" },
    ways: [
      ...times(6, "undecided", "for"),
      ...times(2, "against", "against"),
      ...times(1, "for", null),
      ...LATE,
    ],
  },
  "names and a vote after reading, dead heat": {
    settings: { identity: "named", questions: { readingVote: true } },
    ways: [
      ...times(4, "for", "against"),
      ...times(3, "against", "for"),
      ...times(2, "undecided", "undecided"),
      ...LATE,
    ],
  },
  "anonymous, Against ahead": {
    settings: { identity: "anonymous" },
    // [Z2] All of these may be told.
    ways: [...times(6, "for", "against"), ...times(4, "undecided", "against"), ...times(4, "for", "for")],
  },
  "two who voted twice": {
    settings: { identity: "pseudonym" },
    ways: [["undecided", "against"], ["for", "for"], ["against", null], ...LATE],
  },
  "nobody who voted twice": {
    settings: { identity: "named" },
    ways: [["for", null], [null, "for"], ...LATE],
  },
} as const satisfies Record<string, Lesson>;

/**
 * The class votes, the first three write eight rebuttals, one of which is hidden, everyone is shown some and endorses some, and where
 * the host may, one of them is removed.
 */
async function play(server: TestServer, { settings, ways }: Lesson): Promise<string> {
  const { code } = await server.open(settings);
  const host = await server.connect("host", { code });
  const seats = await Promise.all(
    ways.map(async (_, index) => {
      const { ticket } = await server.join(`Student ${index}`, code);
      return server.connect("student", { code, ticket });
    }),
  );
  const vote = (round: "before" | "after") =>
    Promise.all(
      seats.map(async (seat, index) => {
        const choice = ways[index]?.[round === "before" ? 0 : 1];
        if (choice) expect(await seat.send("ballot:cast", ballot(choice, round))).toMatchObject(OK);
      }),
    );
  if (settings.identity === "anonymous") await host.send("host:lock", { locked: true });
  await moveTo(host, "before", settings);
  await vote("before");
  if (settings.questions?.readingVote) {
    await moveTo(host, "reading-vote", settings);
    for (const seat of seats) await seat.send("ballot:cast", ballot("undecided", "reading"));
  }
  await moveTo(host, "rebuttal", settings);
  const written: { id: string; author: number }[] = [];
  for (const author of [0, 1, 2, 0, 1, 2, 0, 1]) {
    const post = rebuttal({ side: author === 1 ? "against" : "for" });
    expect(await seats[author]?.send("rebuttal:post", post)).toMatchObject(OK);
    written.push({ id: post.id, author });
  }
  await Promise.all(
    seats.map(async (seat, reader) => {
      // [K4] Their own, too.
      const shown = written.filter((_, index) => (reader + index) % 4 !== 0);
      await seat.send("rebuttal:seen", { ids: shown.map(({ id }) => id) });
      // Together, since one that follows the others' answers gathers again [R18].
      const chosen = written.filter((_, index) => index === 4 || (reader * (index + 1)) % 3 === 1);
      await Promise.all(
        chosen.map(async ({ id, author }) => {
          const endorsed = await seat.send("rebuttal:endorse", { rebuttalId: id, on: true });
          expect(endorsed).toEqual(author === reader ? refused("forbidden") : expect.objectContaining(OK));
        }),
      );
    }),
  );
  await host.send("host:moderate", { rebuttalIds: [written[4]?.id ?? ""], action: "hide" });
  await moveTo(host, "after", settings);
  await vote("after");
  if (settings.identity !== "anonymous")
    expect(await host.send("host:remove", { participantIds: [seats[2]?.participantId ?? ""] })).toMatchObject(
      OK,
    );
  await moveTo(host, "results", settings);
  return code;
}

test("[V8] [K4] [K5] [M2] [M5] [S9] docs/recount.py counts the exports as the server does", async ({
  skip,
}) => {
  if (!hasPython) skip("python3 is not installed");
  await using server = await startServer();
  const verdicts: Record<string, unknown[]> = {};
  for (const [name, lesson] of Object.entries(LESSONS)) {
    const code = await play(server, lesson);
    const results = (await ask(server, code, "/results")) as Results;
    const { status, printed, said } = await recount(server, code, results);
    const isAnonymous = lesson.settings.identity === "anonymous";
    // [Z19] It says what an anonymous session does not tell.
    const untold = isAnonymous ? "Anonymous session, not told and not recounted: ['outlook', 'later']\n" : "";
    expect({ name, status, said }).toEqual({ name, status: 0, said: untold });
    const { winner, deadHeat, standing } = results.verdict;
    const { n, matrix } = results.paired;
    const rebuttals = results.rebuttals.map(({ id, endorsed, seen, standing }) => ({
      id,
      endorsed,
      seen,
      standing,
    }));
    expect(JSON.parse(printed)).toMatchObject({
      verdict: { winner, deadHeat, standing },
      paired: { n, matrix },
      rebuttals: isAnonymous ? expect.any(Array) : rebuttals,
    });
    verdicts[name] = [winner, deadHeat, standing];
  }
  // So that the lessons stay worth counting.
  expect(verdicts).toEqual({
    "pseudonyms, For ahead": ["for", false, "leaning"],
    "names and a vote after reading, dead heat": [null, true, "close"],
    "anonymous, Against ahead": ["against", false, "clear"],
    "two who voted twice": ["against", false, "few"],
    "nobody who voted twice": [null, false, null],
  });
});

test("[Z19] docs/recount.py counts what an anonymous session with a small group tells, and says what it does not", async ({
  skip,
}) => {
  if (!hasPython) skip("python3 is not installed");
  await using server = await startServer();
  const { settings, ways } = LESSONS["anonymous, Against ahead"];
  const code = await play(server, { settings, ways: [...ways, ...LATE] });
  const results = (await ask(server, code, "/results")) as Results;
  expect(await recount(server, code, results)).toMatchObject({
    status: 0,
    said: "Anonymous session, not told and not recounted: ['outlook', 'later', 'verdict', 'paired', 'margin']\n",
  });
  const [first, ...others] = results.rebuttals;
  const changed = { ...results, rebuttals: [{ ...first, endorsed: 99 }, ...others] };
  expect(await recount(server, code, changed)).toMatchObject({ status: 1 });
});

test("[Z19] docs/recount.py takes a named session without votes and words for a named one", async ({
  skip,
}) => {
  if (!hasPython) skip("python3 is not installed");
  await using server = await startServer();
  const settings = { identity: "named" } as const;
  const { code } = await server.open(settings);
  await moveTo(await server.connect("host", { code }), "results", settings);
  const recounted = await recount(server, code, (await ask(server, code, "/results")) as Results);
  expect(recounted).toMatchObject({ status: 0, said: "" });
  expect(JSON.parse(recounted.printed)).toMatchObject({ verdict: { winner: null }, margin: null });
});

/** More of them in `npm run test:long`. */
const DRAWN = Number(process.env.RECOUNTED_LESSONS ?? runs(20));

test("[V8] [K4] [B4] [C3] docs/recount.py counts lessons drawn at random as the server does", {
  timeout: 600_000,
}, async ({ skip }) => {
  if (!hasPython) skip("python3 is not installed");
  await using server = await startServer();
  const drawn = new Map<string, unknown>();
  for (const each of fc.sample(lesson, { seed: SEED, numRuns: DRAWN }))
    drawn.set(await storeLesson(server, each), each);
  const said = await recountAll(server.database);
  expect(Object.keys(said)).toHaveLength(DRAWN);
  for (const [code, disagreement] of Object.entries(said))
    expect(disagreement, `SEED=${SEED}: ${JSON.stringify(drawn.get(code))}`).toBe("");
  // Else they would be counted once more when the server closes.
  await server.database.write((to) => to.session.deleteMany());
});

test("docs/recount.py says what is not as in the results, and exits with 1", async ({ skip }) => {
  if (!hasPython) skip("python3 is not installed");
  await using server = await startServer();
  const code = await play(server, LESSONS["pseudonyms, For ahead"]);
  const results = (await ask(server, code, "/results")) as Results;
  const { verdict, margin, paired, rebuttals } = results;
  const [[forFor, ...row], ...rows] = paired.matrix ?? [[0, 0, 0]];
  const wrong: Record<string, object> = {
    verdict: { verdict: { ...verdict, winner: "against" } },
    margin: { margin: { ...margin, points: (margin?.points ?? 0) + 1e-6 } },
    paired: { paired: { ...paired, matrix: [[forFor + 1, ...row], ...rows] } },
    rebuttals: { rebuttals: rebuttals.toReversed() },
    rebuttalsInAll: { rebuttalsInAll: 100 },
  };
  for (const [part, change] of Object.entries(wrong)) {
    const { status, said } = await recount(server, code, { ...results, ...change });
    expect([status, said.trim()]).toEqual([1, `Not as in the results: ['${part}']`]);
  }
  // [R15] A page of the best is less than all, and no error.
  const page = { rebuttals: rebuttals.slice(0, 2), rebuttalsInAll: rebuttals.length };
  expect((await recount(server, code, { ...results, ...page })).status).toBe(0);
});
