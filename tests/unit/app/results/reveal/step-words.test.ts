import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import type { Matrix } from "#debate/counting/movement.ts";
import { countResults } from "#debate/counting/results.ts";
import { type ResultMessage, resultMessage } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import { STEPS, type Step } from "#debate/rules/steps.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, type Counts, session } from "#tests/unit/debate/counting/classroom.ts";

const PLANNED = [
  [7, 1, 1],
  [4, 8, 1],
  [5, 1, 2],
];

function Spoken({ result }: { result: ResultMessage }) {
  return createElement("p", null, useStepWords().spoken(result));
}

const inputOf = (counts: Counts, guesses: number[] = []) =>
  session({
    ballots: ballotsOf(counts),
    guesses: guesses.map((share, at) => ({ participantId: `${at}`, share })),
  });
const say = (result: ResultMessage) => wordsOf(createElement(Spoken, { result }));
const spoken = (step: Step, counts: Counts, guesses?: number[]) =>
  say(resultMessage(countResults(inputOf(counts, guesses)), step));

describe("[V14] each step of the reveal in a spoken sentence", () => {
  test("of the class that was planned", () => {
    const guesses = [40, 44];
    expect(STEPS.map((step) => spoken(step, PLANNED, guesses))).toEqual([
      "Voting is over",
      "What percentage of the last votes are For?",
      "Before the debate, 9 of the 30 who voted both times were For, 13 Against and 8 undecided.",
      "13 of the 30 who voted both times changed their answer. For went from 9 to 16, Against from 13 to 10, undecided from 8 to 4. 2 guesses, 42% on average. Of all the last votes, 53% were For.",
      expect.stringContaining("For is ahead, a hint and not proof. From 9 to 16"),
      "Suppose the debate pushed nobody and every mover tossed one coin. Of 100 such classes, about 9 would split as unevenly as yours or more.",
      "There’s nothing to show for this step.",
      expect.stringContaining("For is ahead, a hint and not proof."),
    ]);
  });

  test("[E3] [E5] in Japanese, without spaces between sentences", () => {
    const results = countResults(inputOf(PLANNED, [40, 44]));
    const said = STEPS.map((step) =>
      textsInJapanese(createElement(Spoken, { result: resultMessage(results, step) })).join("|"),
    );
    // Each side stays beside its number.
    expect(said[2]).toMatch(/、賛成\u20609\u2060人、反対\u206013\u2060人、未定\u20608\u2060人/u);
    expect(said[3]).toMatch(
      /^両方に投票した30人中13人[^。]*。賛成は9人から16人[^。]*。[^。]*42%[^。]*53%[^。]*。$/u,
    );
    expect(said[4]).toMatch(
      /^賛成がリードしていますが、確かな差とまでは言えません。両方に投票した30人のうち、/u,
    );
    for (const sentence of said) expect(sentence).toMatch(/^[^A-Za-z ]+$/u);
  });

  test("of what moved the class all is counted, also what is not named", () => {
    const moved = {
      ...{
        rebuttals: ["a", "b", "c"],
        answers: [null, null, null],
        paragraphs: [],
        commonGround: ["a", "b", "c"],
      },
      credits: { rebuttals: [2, 2, 1], paragraphs: [] },
    };
    expect(say({ step: "moved", moved })).toBe(
      "5 say they would have voted otherwise without one of 3 rebuttals by classmates. 3 rebuttals persuaded both camps.",
    );
    const inAll = { rebuttals: 6, paragraphs: 0, commonGround: 5, credits: { rebuttals: 8, paragraphs: 0 } };
    expect(say({ step: "moved", moved: { ...moved, inAll } })).toBe(
      "8 say they would have voted otherwise without one of 6 rebuttals by classmates. 5 rebuttals persuaded both camps.",
    );
  });

  test.each<[string, Counts, Step, string]>([
    [
      "one person",
      [
        [0, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
      "before",
      "Before the debate, the one person who voted both times was Undecided.",
    ],
    [
      "one person",
      [
        [0, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
      "flow",
      "The one person who voted twice changed their answer.",
    ],
    [
      "two people",
      [
        [1, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
      "flow",
      "One of the 2 who voted both times changed their answer.",
    ],
    [
      "two people who both moved",
      [
        [0, 1, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
      "flow",
      "Both people who voted twice changed their answer.",
    ],
    [
      "three people who all moved",
      [
        [0, 1, 0],
        [0, 0, 0],
        [2, 0, 0],
      ],
      "flow",
      "All 3 people who voted twice changed their answer.",
    ],
    [
      "everyone undecided",
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 20],
      ],
      "before",
      "none of the 20 who voted both times were For, none Against and 20 undecided.",
    ],
    [
      "nobody moved",
      [
        [3, 0, 0],
        [0, 4, 0],
        [0, 0, 5],
      ],
      "flow",
      "No one who voted both times changed their answer.",
    ],
  ])("of a class of %s", (_, counts, step, words) => {
    expect(spoken(step, counts)).toContain(words);
  });

  const KEPT = [
    [3, 0, 0],
    [0, 4, 0],
    [0, 0, 5],
  ];
  const PART = [
    [3, 0, 0],
    [0, 4, 0],
    [2, 0, 5],
  ];
  test.each<[Counts, string, string]>([
    [
      KEPT,
      "For stayed at 3, Against stayed at 4, undecided stayed at 5.",
      "賛成は3人のまま、反対は4人のまま、未定は5人のままでした。",
    ],
    [
      PART,
      "For went from 3 to 5, Against stayed at 4, undecided went from 7 to 5.",
      "賛成は3人から5人に、反対は4人のまま、未定は7人から5人になりました。",
    ],
    [
      [
        [3, 1, 0],
        [0, 4, 0],
        [0, 0, 5],
      ],
      "For went from 4 to 3, Against from 4 to 5, undecided stayed at 5.",
      "賛成は4人から3人になり、反対は4人から5人になり、未定は5人のままでした。",
    ],
  ])("[S7] no answer goes from a number to the same one", (counts, words, inJapanese) => {
    expect(spoken("flow", counts)).toContain(words);
    const result = resultMessage(countResults(inputOf(counts)), "flow");
    expect(textsInJapanese(createElement(Spoken, { result })).join("")).toContain(inJapanese);
  });

  test("[Z8] a rounded flow says that it is rounded", () => {
    const input = inputOf(PLANNED);
    const told = forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 });
    expect(say(resultMessage(told, "before"))).toMatch(
      /^Before the debate, about 5 of those who voted both times were For/u,
    );
    expect(say(resultMessage(told, "flow"))).toContain("This flow is rounded to fives");
    expect(say(resultMessage(told, "verdict"))).toContain(
      "one side can come out ahead like this. This flow is rounded to fives",
    );
  });

  test("[E3] [Z8] in Japanese people are counted as people, also where the flow is rounded", () => {
    const input = inputOf(PLANNED);
    const told = forClass(countResults(input), input, { isClosed: false, chance: () => 0.3 });
    const [said] = textsInJapanese(createElement(Spoken, { result: resultMessage(told, "before") }));
    expect(said?.replaceAll("\u2060", "")).toMatch(/賛成が約5人、反対が約\d+人、未定が約\d+人でした。$/u);
  });

  test("[M12] the share beside the guesses is that of all last votes, also of who did not vote before", () => {
    const counted = inputOf(PLANNED, [40]);
    const late = Array.from({ length: 10 }, (_, seat) => ballot(`late-${seat}`, "after", "for"));
    const results = countResults({ ...counted, ballots: [...counted.ballots, ...late] });
    const said = say(resultMessage(results, "flow"));
    // 16 of the 30 who voted twice, and 26 of all 40.
    expect(said).toContain("For went from 9 to 16,");
    expect(said).toContain("One guess: 40%. Of all the last votes, 65% were For.");
  });

  test("[Z8] a rounded flow never has more movers than voters", () => {
    const paired = {
      ...({ from: "before", to: "after", n: 38, matrix: null } as const),
      rounded: [
        [0, 20, 0],
        [20, 0, 0],
        [0, 0, 0],
      ] as Matrix,
    };
    expect(say({ step: "flow", paired })).toContain(
      "About 38 of the 38 who voted both times changed their answer.",
    );
  });

  test("[S10] the coin is as many classes as dots are filled, also at a tie", () => {
    const tie = [
      [5, 1, 0],
      [4, 5, 0],
      [0, 0, 2],
    ];
    expect(spoken("chance", tie)).toContain("about 37 would split");
  });

  test.each<Step>(["before", "flow"])("[Z2] %s says why nothing is told, if anything is hidden", (step) => {
    expect(say({ step, flowHidden: true })).toBe(
      "The exact counts are hidden so that no one can be singled out.",
    );
    expect(say({ step })).toBe("There’s nothing to show for this step.");
  });

  test("[Z2] where nothing is told of the flow, it says why", () => {
    const input = inputOf([
      [2, 1, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    const told = forClass(countResults(input), input, { isClosed: true, chance: () => 0.3 });
    expect(say(resultMessage(told, "open"))).toBe(
      "A dead heat. The exact counts are hidden so that no one can be singled out.",
    );
  });
});
