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
import { ballot, ballotsOf, type Counts, matrix, session } from "#tests/unit/debate/counting/classroom.ts";

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

/** Very different classes, each sentence written by hand from its counts. */
const CLASSES: Record<string, Class> = {
  // 9 of 200 are 4.5 points, and all nine went one way: the line is 0.9 to 8.0.
  "a small lead whose line does not include 0": {
    counts: matrix("95 0 0 / 0 95 0 / 9 0 1"),
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
  // Ten steps ahead, and the six who left with For could each have taken back two.
  "a clear one that voters of the first vote only could turn": {
    counts: matrix("12 0 0 / 0 8 0 / 10 0 0"),
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
  // Groups of one to three, and the open code: the class is told neither counts nor how sure it is.
  "one that is told it in short": {
    counts: matrix("3 1 0 / 3 3 0 / 3 1 1"),
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
});
