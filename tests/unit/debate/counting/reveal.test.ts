import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countResults, type Results, type WholeInput } from "#debate/counting/results.ts";
import { resultMessage, stepsWithSomething } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { ballotsOf, matrix, rebuttal, session, someMatrix } from "./classroom.ts";

const STAGED = { reveal: "staged", activities: { guess: {} } } as const;
const GROUPS = matrix("12 4 4 / 5 9 4 / 6 4 8");

const WHY = "It says what I had not thought of before I had read it.";

/** A class after its vote, in which everyone credits one of four rebuttals and two paragraphs, in turn. */
function classroom(counts: readonly (readonly number[])[], guesses: readonly number[] = []): WholeInput {
  const ids = Array.from({ length: 4 }, (_, n) => `0190f3c2-5a53-7c3d-9f1e-00000000000${n}`);
  const ballots = ballotsOf(counts).map((ballot, n) => {
    if (ballot.round !== "after") return ballot;
    const person = (n - 1) / 2;
    const paragraph = { side: "against", n: 1 + (person % 2) } as const;
    const counts = { without: ballot.choice === "for" ? "against" : "for", why: WHY } as const;
    const credit = person % 3 === 0 ? { paragraph, ...counts } : { rebuttalId: ids[person % 4], ...counts };
    return { ...ballot, credit };
  });
  const quote = { side: "for", n: 3, exact: "Words." } as const;
  const encounters = ballots.map(({ participantId }, n) => ({
    participantIds: [participantId],
    rebuttalId: `${ids[n % 4]}`,
  }));
  return session({
    ballots,
    positions: [{ side: "against", paragraphs: [{ n: 1 }, { n: 2 }] }],
    rebuttals: ids.map((id, n) => rebuttal(id, n % 2 ? { quote } : { side: "against" })),
    guesses: guesses.map((share, n) => ({ participantId: ballots[2 * n]?.participantId ?? `${n}`, share })),
    endorsements: encounters,
    exposures: encounters,
  });
}

function told(input: WholeInput, { hides = false, isClosed = true, draw = () => 0.4 } = {}): Results {
  const counted = countResults(input);
  return hides ? forClass(counted, input, { isClosed, chance: draw }) : counted;
}

describe("[V14] what a step shows", () => {
  test("each step adds its part and keeps those of the steps before", () => {
    const results = told(classroom(GROUPS, [50, 60]));
    const parts = STEPS.map((step) => Object.keys(resultMessage(results, step)));
    const added = parts.map((keys, n) => keys.filter((key) => !parts[n - 1]?.includes(key)));
    expect(added).toEqual([
      ["step"],
      [],
      ["before"],
      ["paired", "guess"],
      ["headline", "verdict", "margin", "fragility", "fragilityOfStanding", "winner", "detail"],
      ["coin"],
      ["moved"],
      [],
    ]);
    const open = resultMessage(results, "open");
    for (const step of STEPS) expect(open).toMatchObject({ ...resultMessage(results, step), step: "open" });
  });

  test("names the three most credited, their credits, and which paragraph they answer, without words", () => {
    const results = told(classroom(GROUPS));
    const { moved } = resultMessage(results, "moved");
    expect(moved?.rebuttals).toHaveLength(3);
    expect(moved?.paragraphs).toHaveLength(2);
    expect(moved?.answers).toEqual(
      moved?.rebuttals.map((id) => (Number(id.at(-1)) % 2 ? { side: "for", n: 3 } : null)),
    );
    expect(JSON.stringify(moved)).not.toContain("Words");
    expect(JSON.stringify(moved)).not.toContain("Body");
  });

  test("of six rebuttals it names three, counts all, says which are replies, and keeps the marks of common ground on those", () => {
    const counted = told(classroom(GROUPS));
    const credits = [1, 1, 2, 3, 1, 1];
    const results: Results = {
      ...counted,
      rebuttals: counted.rebuttals
        .slice(0, 1)
        .flatMap((one) => credits.map((each, n) => ({ ...one, id: `r${n}`, credits: each })))
        .map((each) => ({ ...each, ...(each.id === "r2" && { replyTo: "r3" }) })),
      paragraphs: [],
      commonGround: ["r5", "r4", "r1", "r0"],
    };
    expect(resultMessage(results, "moved").moved).toMatchObject({
      rebuttals: ["r3", "r2", "r0"],
      replies: ["r2"],
      commonGround: ["r0", "r5", "r4"],
      credits: { rebuttals: [3, 2, 1] },
      inAll: { rebuttals: 6, paragraphs: 0, commonGround: 4, credits: { rebuttals: 9, paragraphs: 0 } },
    });
    const three = { ...results, rebuttals: results.rebuttals.slice(0, 3), commonGround: ["r0"] };
    expect(resultMessage(three, "moved").moved).not.toHaveProperty("inAll");
  });

  test("whether the flow is hidden, from the step on that would show it, and only where people voted twice", () => {
    const [input, nobody] = [classroom([[5], [0, 5]]), session({ ballots: ballotsOf([]) })];
    const hidden = told(input, { hides: true, isClosed: false });
    expect(hidden.withheld).toContain("shares");
    expect(STEPS.map((step) => resultMessage(hidden, step).flowHidden)).toEqual([
      ...[undefined, undefined],
      ...Array(STEPS.length - 2).fill(true),
    ]);
    for (const results of [told(input), told(nobody), told(nobody, { hides: true })])
      expect(resultMessage(results, "open")).not.toHaveProperty("flowHidden");
  });

  test("[Z8] the bar of first votes in fives where the flow is told in fives", () => {
    const input = session({ ballots: ballotsOf(matrix("10 0 0 / 0 10 0 / 5 0 5")) });
    const { before } = resultMessage(told(input, { hides: true, isClosed: false }), "before");
    expect(before).toEqual({ for: 10, against: 10, undecided: 10, n: 30, unit: "fives" });
  });

  test.each([
    ["nobody", [], ["covered", "verdict", "open"]],
    ["one who stayed", [[1]], ["covered", "guess", "before", "flow", "verdict", "open"]],
    ["four who swapped [S9]", matrix("0 2 / 2 0"), ["covered", "guess", "before", "flow", "verdict", "open"]],
    [
      "five who moved",
      matrix("0 3 / 2 0"),
      ["covered", "guess", "before", "flow", "verdict", "chance", "open"],
    ],
    ["five undecided", [[], [], [0, 0, 5]], ["covered", "guess", "before", "flow", "verdict", "open"]],
    ["all alike", [[7]], ["covered", "guess", "before", "flow", "verdict", "open"]],
  ])("%s: steps with nothing to show are left out", (_, counts, steps) => {
    const results = told(session({ ballots: ballotsOf(counts) }));
    expect(stepsWithSomething(results, STAGED)).toEqual(steps);
    for (const step of STEPS) expect(resultMessage(results, step).step).toBe(step);
    expect(resultMessage(results, "open").headline).toBeTruthy();
  });
});

describe("[V14] at most 2 KB", () => {
  const people = 12_345;
  const guesses = Array.from({ length: 200 }, (_, n) => (n * 37) % 101);
  const bytesOf = (results: Results) => {
    const sent = { ...resultMessage(results, "open"), steps: STEPS };
    return Buffer.byteLength(JSON.stringify(sent));
  };

  test("a hall of 100,000 with every part, and the longest sentences", () => {
    const results = told(
      classroom(
        GROUPS.map((row) => row.map((each) => 3 * each)),
        guesses,
      ),
    );
    const row: [number, number, number] = [people, people, people];
    const largest: Results = {
      ...results,
      paired: { ...results.paired, n: 9 * people, matrix: [row, row, row] },
      guess: results.guess && { ...results.guess, n: 9 * people, counts: Array(21).fill(people) },
      commonGround: results.rebuttals.slice(0, 3).map(({ id }) => id),
      paragraphs: [...results.paragraphs, ...results.paragraphs],
      verdict: { ...results.verdict, headline: "x".repeat(120), detail: "x".repeat(240) },
    };
    expect(results.guess?.byCamp).toBeDefined();
    expect(bytesOf(largest)).toBeLessThanOrEqual(2_048);
  });

  test("no verdict has longer sentences than that", () => {
    fc.assert(
      fc.property(someMatrix(400), (counts) => {
        const { verdict } = told(session({ ballots: ballotsOf(counts) }));
        expect(verdict.headline.length).toBeLessThanOrEqual(120);
        expect((verdict.detail ?? "").length).toBeLessThanOrEqual(240);
      }),
      { numRuns: 60 },
    );
  });
});

describe("[V14] [Z2] what a class sees over all steps", () => {
  const setting = fc.record({ hides: fc.boolean(), isClosed: fc.boolean() });

  test("follows from the results it may read once opened, and has no number that these don't hold", () => {
    fc.assert(
      fc.property(someMatrix(9), setting, fc.array(fc.nat({ max: 100 })), (counts, how, guesses) => {
        const results = told(classroom(counts, guesses), how);
        // What else a counted class holds can't slip through: only what is in the answer to GET results.
        const read = JSON.parse(JSON.stringify(results)) as Results;
        const { matrix: exact, rounded } = read.paired;
        const sums = (exact ?? rounded ?? []).map((row) => row.reduce((sum, people) => sum + people, 0));
        const credited = [read.rebuttals, read.paragraphs].flatMap((all) => {
          const credits = all.map((each) => each.credits ?? 0).filter((each) => each > 0);
          return [credits.length, credits.reduce((sum, each) => sum + each, 0)];
        });
        const totals = [...credited, read.commonGround?.length ?? 0];
        const known = new Set([...numbersIn(read), ...sums, ...totals]);
        const { inAll, credits } = resultMessage(results, "open").moved ?? {};
        if (how.hides && inAll && credits) {
          const named = credits.rebuttals.reduce((sum, each) => sum + each, 0);
          const unnamed = inAll.rebuttals - credits.rebuttals.length;
          expect(inAll.credits.rebuttals - named).toBeGreaterThanOrEqual(4 * unnamed);
        }
        for (const step of STEPS) {
          const message = resultMessage(results, step);
          expect(message).toEqual(resultMessage(read, step));
          for (const number of numbersIn(message)) expect(known).toContain(number);
          for (const text of [message.headline, message.detail])
            expect([undefined, read.verdict.headline, read.verdict.detail]).toContain(text);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("is nothing counted from the flow where that is withheld, at no step", () => {
    fc.assert(
      fc.property(someMatrix(9), fc.array(fc.nat({ max: 100 })), (counts, guesses) => {
        const results = told(classroom(counts, guesses), { hides: true });
        fc.pre(results.withheld.includes("flow"));
        const message = resultMessage(results, "open");
        for (const part of ["guess", "margin", "fragility", "coin"]) expect(message).not.toHaveProperty(part);
        expect(message.detail).toBeNull();
        expect(message.paired?.matrix ?? null).toBeNull();
        const steps = stepsWithSomething(results, STAGED);
        expect(steps).not.toContain("guess");
        expect(steps).not.toContain("chance");
      }),
      { numRuns: 150 },
    );
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}
