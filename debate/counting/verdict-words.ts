import type { Claim } from "#debate/counting/margin.ts";
import type { BySide } from "#debate/counting/movement.ts";
import type { FromTo, SaidFacts } from "#debate/counting/verdict-facts.ts";
import { OPPOSITE } from "#debate/rules/choices.ts";

type Words = { headline: string; detail: string | null; sentence: string };

type Won = Extract<SaidFacts, { kind: "won" }>;
type Moved = Won | Extract<SaidFacts, { kind: "dead-heat" }>;

const NAME = { for: "For", against: "Against" } as const satisfies BySide<string>;
/** [S14] What fewer answers than end the lead would make of it. */
const MAKES = {
  clear: "make it a clear win",
  small: "make it a small lead",
  leaning: "make it a hint",
  close: "make it too close to call",
  few: "make it too few to tell",
} as const satisfies Record<Claim, string>;
const SPELLED = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/**
 * [S7] The verdict in English, for the API: a headline and the line under it. Whole people, no decimals and no minus signs;
 * nothing of causes, since there is no control group. [E3] Screens say the same by the messages of `verdict`.
 */
export function verdictWords(facts: SaidFacts): Words {
  switch (facts.kind) {
    case "after-not-held":
      return words(
        "No verdict yet.",
        `The vote after the debate has not been held (${facts.firstOnly} voted before it).`,
      );
    case "nobody-voted-twice":
      if (facts.firstOnly + facts.lastOnly === 0)
        return words("No verdict.", "Nobody voted before the debate or after it.");
      return words(
        "No verdict.",
        `Nobody voted both before and after (${facts.firstOnly} voted only before, ${facts.lastOnly} only after).`,
      );
    case "nobody-moved":
      return words(
        facts.provisional ? "So far nobody has moved." : "Nobody moved.",
        facts.n === 1
          ? "The one person who voted twice kept their answer."
          : `${facts.n === 2 ? "Both" : `All ${facts.n}`} who voted twice kept their answer.`,
      );
    case "dead-heat":
      if (facts.standing === "few") return fewWords(facts);
      return facts.isSmallLead ? smallWords(facts) : closeWords(facts);
    case "won":
      if (facts.standing === "few") return fewWords(facts);
      return facts.standing === "close" ? closeWords(facts) : aheadWords(facts);
    case "in-short":
      return words(
        facts.winner ? `More movement toward ${NAME[facts.winner]}.` : "A dead heat.",
        facts.winner
          ? "How sure that is is left out here; even in a debate that moves no one, one side can come out ahead like this."
          : "The exact counts are rounded or left out, so that no one can be singled out.",
      );
    case "too-few":
      return words(
        "No verdict is shown.",
        "So few people voted both times that it would tell how they voted.",
      );
    default:
      return facts satisfies never;
  }
}

/** A clear lead, or one that is a hint. */
function aheadWords(facts: Won): Words {
  const { winner, standing, provisional, people } = facts;
  const [name, isClear] = [NAME[winner], standing === "clear"];
  const [lost, otherLost] = [loss(people[winner]), loss(people[OPPOSITE[winner]])];
  const hint = isClear ? "" : ", a hint and not proof";
  const headline =
    lost > 0
      ? `${name} is ahead${hint}${hint && ", and"} only because it lost fewer: ${name} lost ${lost}, ${NAME[OPPOSITE[winner]]} ${otherLost}.`
      : isClear && !provisional
        ? `${name} won the room.`
        : `${name} is ahead${hint}.`;
  const end = isClear ? ` ${leadWords(facts)}` : "";
  return words(
    soFar(headline, provisional),
    `${onceWords(facts)}${fromTo(facts)} ${movedWords(facts)}.${end}`,
  );
}

/** [S14] "Nine answers would end the lead; one would make it a hint." */
function leadWords({ fragility, otherStanding: other }: Won): string {
  const ends = `${capital(spelled(fragility ?? 0))} ${fragility === 1 ? "answer" : "answers"} would end the lead`;
  if (!other || other.people === fragility) return `${ends}.`;
  return `${ends}; ${spelled(other.people)} would ${MAKES[other.claim]}.`;
}

/** [S15] */
function smallWords(facts: Moved): Words {
  return words(
    soFar("A small lead.", facts.provisional),
    `${onceWords(facts)}Under 5 points counts as a dead heat; the line does not include 0. ${movedWords(facts)}.`,
  );
}

function closeWords(facts: Moved): Words {
  const { fragility, provisional } = facts;
  const lead =
    fragility === null
      ? "Exactly level."
      : `${capital(spelled(fragility))} ${fragility === 1 ? "person" : "people"} answering differently would end the lead.`;
  return words(soFar("Too close to call.", provisional), `${onceWords(facts)}${lead} ${movedWords(facts)}.`);
}

function fewWords(facts: Moved): Words {
  const { movers, n, provisional } = facts;
  const isHardlyAnyone = 5 * movers < n;
  const everyone = n === 1 ? "The one person" : n === 2 ? "Both people" : `All ${spelled(n)} people`;
  const of = movers === n ? `${everyone} who voted twice` : `${capital(spelled(movers))} of ${n}`;
  return words(
    soFar(isHardlyAnyone ? "Hardly anyone moved." : "Too few to tell.", provisional),
    `${onceWords(facts)}${of} changed their answer${isHardlyAnyone ? ": too few to say anything about" : ""}.`,
  );
}

/** [S16] Stands first, directly under the headline. */
function onceWords({ votedOnce }: Moved): string {
  if (!votedOnce) return "";
  if (votedOnce === 1)
    return "One person missed the first or the last vote: the missing answer could change which side is ahead. ";
  return `${capital(spelled(votedOnce))} people missed the first or the last vote: their missing answers could change which side is ahead. `;
}

/** "From 9 to 16 of the 30 who voted twice; Against from 13 to 10." */
function fromTo({ winner, people, n, standing }: Won): string {
  const [own, other] = [people[winner], people[OPPOSITE[winner]]];
  const way = own.before === own.after ? `Still ${own.after}` : `From ${own.before} to ${own.after}`;
  // Where the leader gained nothing, only the other side's way shows the lead.
  const both = standing === "leaning" || own.after <= own.before;
  const others =
    other.before === other.after ? `still ${other.after}` : `from ${other.before} to ${other.after}`;
  return `${way} of the ${n} who voted twice${both ? `; ${NAME[OPPOSITE[winner]]} ${others}` : ""}.`;
}

/** "Ten moved toward For, 3 toward Against": beginning a sentence, numbers up to ten are words. */
function movedWords({ toward, leader, standing, isSmallLead }: Moved): string {
  const split =
    `${capital(spelled(toward.for))} moved toward For, ${toward.against === 0 ? "no one" : toward.against} toward Against`.replace(
      /^No moved/u,
      "No one moved",
    );
  if (leader === null || toward[leader] > toward[OPPOSITE[leader]]) return split;
  // [S17] The same sentence says where that is no sure direction.
  const unsure = standing === "clear" || isSmallLead ? "" : "; the line includes 0";
  return `${split}, but those toward ${NAME[leader]} moved further${unsure}`;
}

function loss({ before, after }: FromTo): number {
  return before - after;
}

function soFar(headline: string, provisional: boolean): string {
  if (!provisional) return headline;
  const isName = /^(For|Against) /u.test(headline);
  return `So far ${isName ? headline : headline.charAt(0).toLowerCase() + headline.slice(1)}`;
}

function spelled(people: number): string {
  return SPELLED[people] ?? `${people}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function words(headline: string, detail: string): Words {
  return { headline, detail, sentence: `${headline} ${detail}` };
}
