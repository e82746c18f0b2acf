import type { BySide } from "#debate/counting/movement.ts";
import type { FromTo, SaidFacts } from "#debate/counting/verdict-facts.ts";
import type { Side } from "#debate/rules/choices.ts";

type Words = { headline: string; detail: string | null; sentence: string };

type Won = Extract<SaidFacts, { kind: "won" }>;
type Moved = Won | Extract<SaidFacts, { kind: "dead-heat" }>;

const NAME = { for: "For", against: "Against" } as const satisfies BySide<string>;
const OTHER = { for: "against", against: "for" } as const satisfies BySide<Side>;
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
          : `All ${facts.n} who voted twice kept their answer.`,
      );
    case "dead-heat":
      return facts.standing === "few" ? fewWords(facts) : closeWords(facts);
    case "won":
      if (facts.standing === "few") return fewWords(facts);
      return facts.standing === "close" ? closeWords(facts) : aheadWords(facts);
    case "in-short":
      return words(
        facts.winner ? `${NAME[facts.winner]} came out ahead.` : "A dead heat.",
        "By how much is rounded or left out, so that nobody can be singled out.",
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
  const [lost, otherLost] = [loss(people[winner]), loss(people[OTHER[winner]])];
  const headline =
    lost > 0
      ? `${name} is ahead only because it lost fewer: ${name} lost ${lost}, ${NAME[OTHER[winner]]} ${otherLost}.`
      : !isClear
        ? `${name} is ahead, a hint and not proof.`
        : provisional
          ? `${name} is ahead.`
          : `${name} won the room.`;
  const hint = lost > 0 && !isClear ? " A hint and not proof." : "";
  const end = isClear ? `; ${peopleNeeded(facts)} would have to answer differently to change that.` : ".";
  return words(soFar(headline, provisional), `${fromTo(facts)}${hint} ${movedWords(facts)}${end}`);
}

function closeWords(facts: Moved): Words {
  const { fragility, provisional } = facts;
  const lead =
    fragility === null
      ? "Exactly level."
      : `${capital(peopleNeeded(facts))} answering differently would end the lead.`;
  return words(soFar("Too close to call.", provisional), `${lead} ${movedWords(facts)}.`);
}

function fewWords({ movers, n, provisional }: Moved): Words {
  // Where half of so small a class moved, that is not hardly anyone.
  const headline = 2 * movers >= n ? "Too few to tell." : "Hardly anyone moved.";
  const everyone = n === 1 ? "The one person" : n === 2 ? "Both people" : `All ${spelled(n)} people`;
  const of = movers === n ? `${everyone} who voted twice` : `${capital(spelled(movers))} of ${n}`;
  const answer = n === 1 ? "changed their answer, which is" : "changed their answer:";
  return words(soFar(headline, provisional), `${of} ${answer} too few to say anything about.`);
}

/** "From 9 to 16 of the 30 who voted twice; Against from 13 to 10." */
function fromTo({ winner, people, n, standing }: Won): string {
  const [own, other] = [people[winner], people[OTHER[winner]]];
  const way = own.before === own.after ? `Still ${own.after}` : `From ${own.before} to ${own.after}`;
  // Where the leader gained nothing, only the other side's way shows the lead.
  const both = standing === "leaning" || own.after <= own.before;
  const others =
    other.before === other.after ? `still ${other.after}` : `from ${other.before} to ${other.after}`;
  return `${way} of the ${n} who voted twice${both ? `; ${NAME[OTHER[winner]]} ${others}` : ""}.`;
}

/** "Ten moved toward For, 3 toward Against": beginning a sentence, numbers up to ten are words. */
function movedWords({ toward, leader }: Moved): string {
  const split =
    `${capital(toward.for > 10 ? `${toward.for}` : spelled(toward.for))} moved toward For, ${toward.against === 0 ? "no one" : toward.against} toward Against`.replace(
      /^No moved/u,
      "No one moved",
    );
  const isContrary = leader !== null && toward[leader] <= toward[OTHER[leader]];
  return isContrary ? `${split}, but those toward ${NAME[leader]} moved further` : split;
}

function peopleNeeded({ fragility }: Moved): string {
  return fragility === 1 ? "one person" : `${spelled(fragility ?? 0)} people`;
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
