import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import type { CountedBallot } from "#debate/counting/input.ts";
import { countResults, type Results } from "#debate/counting/results.ts";
import { type ResultMessage, resultMessage } from "#debate/counting/reveal.ts";
import { forClass } from "#debate/counting/small-groups.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { Step } from "#debate/rules/steps.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";
import { ballot, ballotsOf, type Counts, session } from "#tests/unit/debate/counting/classroom.ts";

type Said = Record<"headline" | "next" | "flow" | "chance", string>;
type Class = {
  counts: Counts;
  /** Who voted once. */
  once?: CountedBallot[];
  isToldInShort?: true;
  en: Said;
  ja: Said;
};

const COIN = "Suppose the debate pushed nobody and every mover tossed one coin. Of 100 such classes,";
const COIN_JA =
  "ディベートの影響がまったくなく、意見が変わった人は、変わる向きを1人1回のコイン投げで決めたと考えてみます。そのような100クラスのうち、このクラスと同じかそれ以上に偏るのは";
const NOTHING = "There’s nothing to show for this step.";
const NOTHING_JA = "このステップで表示できるものはありません。";

/** Twelve very different classes, each sentence written by hand from its counts. */
const CLASSES: Record<string, Class> = {
  // For 16 + 16 = 32 before and 16 + 37 = 53 after; Against 13 and 7 + 9 = 16. Toward For 6 + 37, toward Against 16 + 9: 18 steps.
  "a clear one that one answer makes a hint": {
    counts: [
      [16, 0, 16],
      [0, 7, 6],
      [37, 9, 29],
    ],
    en: {
      headline: "For won the room.",
      next: "From 32 to 53 of the 120 who voted twice. 43 moved toward For, 25 toward Against. Nine answers would end the lead; one would make it a hint.",
      flow: "68 of the 120 who voted both times changed their answer. For went from 32 to 53, Against from 13 to 16, undecided from 75 to 51.",
      chance: `${COIN} about 4 would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "賛成の勝ちです。",
      next: "両方に投票した120人のうち、賛成は32人から53人になりました。賛成側へは43人、反対側へは25人が動きました。9人の答えが違っていれば、リードはなくなります。1人違うだけで、確かな差とまでは言えなくなります。",
      flow: "両方に投票した120人中68人の意見が変わりました。賛成は32人から53人に、反対は13人から16人に、未定は75人から51人になりました。",
      chance: `${COIN_JA}4クラスほどです。`,
    },
  },
  "a leaning one": {
    counts: [
      [7, 1, 1],
      [4, 8, 1],
      [5, 1, 2],
    ],
    en: {
      headline: "For is ahead, a hint and not proof.",
      next: "From 9 to 16 of the 30 who voted twice; Against from 13 to 10. Ten moved toward For, 3 toward Against.",
      flow: "13 of the 30 who voted both times changed their answer. For went from 9 to 16, Against from 13 to 10, undecided from 8 to 4.",
      chance: `${COIN} about 9 would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "賛成がリードしていますが、確かな差とまでは言えません。",
      next: "両方に投票した30人のうち、賛成は9人から16人に、反対は13人から10人になりました。賛成側へは10人、反対側へは3人が動きました。",
      flow: "両方に投票した30人中13人の意見が変わりました。賛成は9人から16人に、反対は13人から10人に、未定は8人から4人になりました。",
      chance: `${COIN_JA}9クラスほどです。`,
    },
  },
  // Three from Against to For are 6 steps, four from For to undecided 4.
  "one too close to call, in which fewer moved further": {
    counts: [
      [8, 0, 4],
      [3, 10, 0],
      [0, 0, 3],
    ],
    en: {
      headline: "Too close to call.",
      next: "One person answering differently would end the lead. Three moved toward For, 4 toward Against, but those toward For moved further; the line includes 0.",
      flow: "7 of the 28 who voted both times changed their answer. For went from 12 to 11, Against from 13 to 10, undecided from 3 to 7.",
      chance: `${COIN} about 81 would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "どちらが優勢とも言えません。",
      next: "1人の答えが違っていれば、リードはなくなります。賛成側へは3人、反対側へは4人が動きましたが、賛成側へ動いた人のほうが大きく動いています（線は0にかかっています）。",
      flow: "両方に投票した28人中7人の意見が変わりました。賛成は12人から11人に、反対は13人から10人に、未定は3人から7人になりました。",
      chance: `${COIN_JA}81クラスほどです。`,
    },
  },
  "one exactly level": {
    counts: [
      [0, 0, 0],
      [0, 1, 0],
      [4, 4, 21],
    ],
    en: {
      headline: "Too close to call.",
      next: "Exactly level. Four moved toward For, 4 toward Against.",
      flow: "8 of the 30 who voted both times changed their answer. For went from 0 to 4, Against from 1 to 5, undecided from 29 to 21.",
      chance: `${COIN} all would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "どちらが優勢とも言えません。",
      next: "ちょうど互角です。賛成側へは4人、反対側へは4人が動きました。",
      flow: "両方に投票した30人中8人の意見が変わりました。賛成は0人から4人に、反対は1人から5人に、未定は29人から21人になりました。",
      chance: `${COIN_JA}100クラスすべてです。`,
    },
  },
  // 3 of 20 are 15 %, under a fifth.
  "one in which under a fifth moved": {
    counts: [
      [9, 1, 1],
      [1, 8, 0],
    ],
    en: {
      headline: "Hardly anyone moved.",
      next: "Three of 20 changed their answer: too few to say anything about.",
      flow: "3 of the 20 who voted both times changed their answer. For went from 11 to 10, Against stayed at 9, undecided went from 0 to 1.",
      chance: NOTHING,
    },
    ja: {
      headline: "意見を変えた人はほとんどいません。",
      next: "20人中3人が答えを変えました。この人数では何とも言えません。",
      flow: "両方に投票した20人中3人の意見が変わりました。賛成は11人から10人に、反対は9人のまま、未定は0人から1人になりました。",
      chance: NOTHING_JA,
    },
  },
  // 4 of 9 are 44 %.
  "a small one in which few moved": {
    counts: [
      [2, 0, 1],
      [1, 2, 0],
      [1, 1, 1],
    ],
    en: {
      headline: "Too few to tell.",
      next: "Four of 9 changed their answer.",
      flow: "4 of the 9 who voted both times changed their answer. For went from 3 to 4, Against stayed at 3, undecided went from 3 to 2.",
      chance: NOTHING,
    },
    ja: {
      headline: "動いた人が少なく、判定できません。",
      next: "9人中4人が答えを変えました。",
      flow: "両方に投票した9人中4人の意見が変わりました。賛成は3人から4人に、反対は3人のまま、未定は3人から2人になりました。",
      chance: NOTHING_JA,
    },
  },
  // 9 of 200 are 4.5 points, and all nine went one way: the line is 0.9 to 8.0.
  "a small lead whose line does not include 0": {
    counts: [
      [95, 0, 0],
      [0, 95, 0],
      [9, 0, 1],
    ],
    en: {
      headline: "A small lead.",
      next: "Under 5 points counts as a dead heat; the line does not include 0. Nine moved toward For, no one toward Against.",
      flow: "9 of the 200 who voted both times changed their answer. For went from 95 to 104, Against stayed at 95, undecided went from 10 to 1.",
      chance: `${COIN} fewer than 1 would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "リードはわずかです。",
      next: "5ポイント未満の差は引き分けとして扱いますが、線は0にかかっていません。賛成側へは9人、反対側へは0人が動きました。",
      flow: "両方に投票した200人中9人の意見が変わりました。賛成は95人から104人に、反対は95人のまま、未定は10人から1人になりました。",
      chance: `${COIN_JA}1クラス未満です。`,
    },
  },
  "one in which both sides lost": {
    counts: [
      [19, 0, 1],
      [0, 4, 6],
    ],
    en: {
      headline: "For is ahead, a hint and not proof, and only because it lost fewer: For lost 1, Against 6.",
      next: "From 20 to 19 of the 30 who voted twice; Against from 10 to 4. Six moved toward For, 1 toward Against.",
      flow: "7 of the 30 who voted both times changed their answer. For went from 20 to 19, Against from 10 to 4, undecided from 0 to 7.",
      chance: `${COIN} about 13 would split as unevenly as yours or more.`,
    },
    ja: {
      headline:
        "賛成がリードしていますが、確かな差とまでは言えず、相手より減り方が少なかっただけです。賛成は1人、反対は6人減りました。",
      next: "両方に投票した30人のうち、賛成は20人から19人に、反対は10人から4人になりました。賛成側へは6人、反対側へは1人が動きました。",
      flow: "両方に投票した30人中7人の意見が変わりました。賛成は20人から19人に、反対は10人から4人に、未定は0人から7人になりました。",
      chance: `${COIN_JA}13クラスほどです。`,
    },
  },
  // Ten steps ahead, and the six who left with For could each have taken back two.
  "a clear one that voters of the first vote only could turn": {
    counts: [
      [12, 0, 0],
      [0, 8, 0],
      [10, 0, 0],
    ],
    once: Array.from({ length: 6 }, (_, i) => ballot(`left-${i}`, "before", "for")),
    en: {
      headline: "For won the room.",
      next: "Six people missed the first or the last vote: their missing answers could change which side is ahead. From 12 to 22 of the 30 who voted twice. Ten moved toward For, no one toward Against. Five answers would end the lead; two would make it a hint.",
      flow: "10 of the 30 who voted both times changed their answer. For went from 12 to 22, Against stayed at 8, undecided went from 10 to 0.",
      chance: `${COIN} fewer than 1 would split as unevenly as yours or more.`,
    },
    ja: {
      headline: "賛成の勝ちです。",
      next: "事前か事後の投票をしなかった6人の答えしだいでは、リードする側が変わる可能性があります。両方に投票した30人のうち、賛成は12人から22人になりました。賛成側へは10人、反対側へは0人が動きました。5人の答えが違っていれば、リードはなくなります。2人なら、確かな差とまでは言えなくなります。",
      flow: "両方に投票した30人中10人の意見が変わりました。賛成は12人から22人に、反対は8人のまま、未定は10人から0人になりました。",
      chance: `${COIN_JA}1クラス未満です。`,
    },
  },
  "one person": {
    counts: [[], [], [1]],
    en: {
      headline: "Too few to tell.",
      next: "The one person who voted twice changed their answer.",
      flow: "The one person who voted twice changed their answer. For went from 0 to 1, Against stayed at 0, undecided went from 1 to 0.",
      chance: NOTHING,
    },
    ja: {
      headline: "動いた人が少なく、判定できません。",
      next: "両方に投票したのは1人だけで、その人は答えを変えました。",
      flow: "両方に投票した1人の意見が変わりました。賛成は0人から1人に、反対は0人のまま、未定は1人から0人になりました。",
      chance: NOTHING_JA,
    },
  },
  "two people who kept their answers": {
    counts: [[1], [0, 1]],
    en: {
      headline: "Nobody moved.",
      next: "Both who voted twice kept their answer.",
      flow: "No one who voted both times changed their answer. For stayed at 1, Against stayed at 1, undecided stayed at 0.",
      chance: NOTHING,
    },
    ja: {
      headline: "意見を変えた人はいません。",
      next: "両方に投票した2人は、2人とも答えを変えませんでした。",
      flow: "両方に投票した人のうち、意見が変わった人はいませんでした。賛成は1人のまま、反対は1人のまま、未定は0人のままでした。",
      chance: NOTHING_JA,
    },
  },
  // Groups of one to three, and the open code: the class is told neither counts nor how sure it is.
  "one that is told it in short": {
    counts: [
      [3, 1, 0],
      [3, 3, 0],
      [3, 1, 1],
    ],
    isToldInShort: true,
    en: {
      headline: "More movement toward For.",
      next: "How sure that is is left out here; even in a debate that moves no one, one side can come out ahead like this. The exact counts are hidden so that no one can be singled out.",
      flow: "The exact counts are hidden so that no one can be singled out.",
      chance: NOTHING,
    },
    ja: {
      headline: "賛成側への動きが上回りました。",
      next: "どのくらい確かかは、ここでは示していません。誰の意見も動かないディベートでも、このようにどちらかの側が上回ることがあります。個人が特定されないように、正確な人数は伏せてあります。",
      flow: "個人が特定されないように、正確な人数は伏せてあります。",
      chance: NOTHING_JA,
    },
  },
};

function resultsOf({ counts, once = [], isToldInShort }: Class): Results {
  const input = session({ ballots: [...ballotsOf(counts), ...once] });
  const counted = countResults(input);
  return isToldInShort ? forClass(counted, input, { isClosed: false, chance: () => 0.3 }) : counted;
}

function Told({ result, of }: { result: ResultMessage; of: "headline" | "next" | "spoken" }) {
  const { verdict, spoken } = useStepWords();
  const { headline, detail } = verdict(result);
  return createElement("p", null, { headline, next: detail, spoken: spoken(result) }[of]);
}

function read(results: Results, step: Step, of: "headline" | "next" | "spoken", language: Language): string {
  const told = createElement(Told, { result: resultMessage(results, step), of });
  return language === "en" ? wordsOf(told) : textsInJapanese(told).join("");
}

describe.each(Object.entries(CLASSES))("[S7] [S9] [S14] [S15] [S16] [Z2] read aloud, %s", (_, each) => {
  const results = resultsOf(each);

  test.each(["en", "ja"] as const)("says its headline, the line under it and its steps in %s", (language) => {
    const said = each[language];
    expect(read(results, "verdict", "headline", language)).toBe(said.headline);
    expect(read(results, "verdict", "next", language)).toBe(said.next);
    expect(read(results, "flow", "spoken", language)).toBe(said.flow);
    expect(read(results, "chance", "spoken", language)).toBe(said.chance);
    const space = language === "en" ? " " : "";
    for (const step of ["verdict", "open"] as const)
      expect(read(results, step, "spoken", language)).toBe(`${said.headline}${space}${said.next}`);
  });

  test("says the same in the API, in English", () => {
    const { headline, detail } = results.verdict;
    expect(headline).toBe(each.en.headline);
    if (!each.isToldInShort) expect(detail).toBe(each.en.next);
  });
});
