import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import type { Counted } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** The planned case of tests/fixtures/movement.json: rows before, columns after, for, against, undecided. */
const MATRIX = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];
const VOTERS = MATRIX.flatMap((row, before) =>
  row.flatMap((count, after) =>
    Array.from({ length: count }, () => ({
      before: CHOICES[before] ?? "for",
      after: CHOICES[after] ?? "for",
    })),
  ),
);
const WHY = "Geography does not bargain, and that settled it for me in the end.";

test("[M2][M3][S4] thirty phones vote the planned matrix, and the results match those worked out by hand", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(VOTERS.map(() => server.connect("student")));
  const [removed, writer, mover] = [await server.connect("student"), students[0], students[22]];
  if (!writer || !mover) throw new Error("thirty students are needed");
  const all = [...students, removed];
  const votes = [...VOTERS, { before: "against", after: "against" } as const];
  const exact = BUILT_IN_DEBATE.positions[0].paragraphs[1]?.text.slice(0, 40) ?? "";
  const [quoting, hidden, theirs] = [
    rebuttal({ quote: { side: "for", n: 2, exact } }),
    rebuttal({ body: "Hidden." }),
    rebuttal({ side: "against", body: "Theirs." }),
  ];

  await moveTo(host, "before");
  await Promise.all(all.map((student, i) => student.send("ballot:cast", ballot(votes[i]?.before ?? "for"))));
  await moveTo(host, "rebuttal");
  for (const each of [quoting, hidden]) await writer.send("rebuttal:post", each);
  await removed.send("rebuttal:post", theirs);
  // Of each camp before: two of nine For (the writer not counted), one of thirteen Against, three of eight undecided.
  for (const index of [1, 2, 9, 22, 23, 24])
    await students[index]?.send("rebuttal:endorse", { rebuttalId: quoting.id, on: true });
  await removed.send("rebuttal:endorse", { rebuttalId: quoting.id, on: true });
  await host.send("host:moderate", { rebuttalIds: [hidden.id], action: "hide" });
  await moveTo(host, "after");
  await Promise.all(
    all.map((student, i) => student.send("ballot:cast", ballot(votes[i]?.after ?? "for", "after"))),
  );
  // The 23rd came from undecided to For.
  const credited = { rebuttalId: quoting.id, without: "undecided" as const, why: WHY };
  await mover.send("ballot:cast", { ...ballot("for", "after", 2), credit: credited });
  await host.send("host:remove", { participantIds: [removed.participantId] });
  expect((await server.asStranger("/results")).status).toBe(403);
  const soFar: Counted = await (await server.asHost("/results")).json();
  expect(soFar.verdict.sentence).toMatch(/^So far For is ahead/u);
  await moveTo(host, "results");

  const results: Counted = await (await server.asStranger("/results")).json();
  expect(results).toMatchObject({
    code: server.session.code,
    resolution: BUILT_IN_DEBATE.resolution,
    phase: "results",
    rounds: [
      { round: "before", for: 9, against: 13, undecided: 8, n: 30 },
      { round: "after", for: 16, against: 10, undecided: 4, n: 30 },
    ],
    paired: { from: "before", to: "after", n: 30, matrix: MATRIX },
    stories: { stayed: 17, formedView: 6, switched: 5, unsettled: 2 },
    verdict: { winner: "for", deadHeat: false, decisive: false, standing: "leaning" },
    attrition: { both: 30, firstOnly: 0, lastOnly: 0, couldChange: false },
    fragility: 5,
    margin: { standing: "leaning" },
    tests: {
      direction: { up: 10, down: 3, midP: 0.057373046875 },
      coin: 0.08740234375,
      mixExact: expect.closeTo(0.14501953125, 9),
    },
  });
  expect(results.swing?.for).toBeCloseTo(23.333333, 5);
  expect(results.swing?.against).toBeCloseTo(-10, 9);
  expect(results.swing?.undecided).toBeCloseTo(-13.333333, 5);
  expect(results.interval?.for[0]).toBeCloseTo(1.13273608775, 6);
  expect(results.interval?.for[1]).toBeCloseTo(42.61726391225, 6);
  expect(results.conversion.for).toBeCloseTo(9 / 21, 9);
  expect(results.conversion.against).toBeCloseTo(2 / 17, 9);
  expect(results.retention.for).toBeCloseTo(7 / 9, 9);
  expect(results.retention.against).toBeCloseTo(8 / 13, 9);
  expect(results.tests?.stuartMaxwell).toMatchObject({ df: 2 });
  expect(results.tests?.stuartMaxwell?.chi2).toBeCloseTo(4.461538461538462, 9);
  expect(results.tests?.stuartMaxwell?.p).toBeCloseTo(0.10744574776, 9);
  expect(results.attrition.bestWorst).toEqual({
    for: [results.swing?.for, results.swing?.for],
    against: [-10, -10],
  });
  expect(results.verdict.sentence).toBe(
    "For is ahead, a hint and not proof. From 9 to 16 of the 30 who voted twice; Against from 13 to 10. Ten moved toward For, 3 toward Against.",
  );

  // Hidden rebuttals and those of removed students are not shown; no one is named.
  expect(results.rebuttals).toHaveLength(1);
  expect(results.rebuttals[0]).toMatchObject({
    id: quoting.id,
    body: quoting.body,
    quote: { side: "for", n: 2, exact: exact.trim() },
    ...{ endorsed: 6, endorsements: null, credits: 1 },
  });
  // [K9] By camp for the host alone.
  const forHost: Counted = await (await server.asHost("/results")).json();
  expect(forHost.rebuttals[0]).toMatchObject({ endorsements: { for: 2, against: 1, undecided: 3 } });
  for (const field of ["by", "author", "participantId"])
    expect(results.rebuttals[0]).not.toHaveProperty(field);
  expect(results.paragraphs).toHaveLength(14);
  expect(results.paragraphs.filter(({ quotes }) => quotes > 0)).toMatchObject([
    { side: "for", n: 2, quotes: 1 },
  ]);
});

test("[M3][S7] without paired voters there is no swing, and the sentence says why", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "after");
  await bob.send("ballot:cast", ballot("against", "after"));
  await moveTo(host, "closed");
  const results: Counted = await (await server.asStranger("/results")).json();
  expect(results).toMatchObject({ swing: null, interval: null, tests: null, verdict: { winner: null } });
  expect(results.verdict.sentence).toMatch(/Nobody voted both before and after/u);
});
