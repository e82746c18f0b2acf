import { type BySide, isDeadHeat, leader, type Moves, paired, swing } from "#debate/counting/movement.ts";
import { direction } from "#debate/counting/statistics.ts";
import type { Side } from "#debate/rules/choices.ts";

/**
 * Whether chance alone could explain the movers' split. `contrary`: hardly, but most of them moved away from the
 * winner, whose movers went further.
 */
export type Chance = "likely" | "unlikely" | "contrary";

type Moved = {
  provisional: boolean;
  n: number;
  swing: BySide<number>;
  toward: BySide<number>;
  midP: number;
};

/** The short verdict for the class, [Z2] if more would reveal a small group, or that too few people voted. */
type InShort = { kind: "in-short"; winner: Side | null; n: number } | { kind: "too-few" };

/** The facts of the sentence, for other languages. `provisional`: the vote is not over. */
export type VerdictFacts =
  | { kind: "after-not-held"; firstOnly: number }
  | { kind: "nobody-voted-twice"; firstOnly: number; lastOnly: number }
  | { kind: "nobody-moved"; provisional: boolean; n: number }
  | ({ kind: "dead-heat"; chance: Exclude<Chance, "contrary"> } & Moved)
  | ({ kind: "won"; winner: Side; chance: Chance } & Moved)
  | InShort;

/** Who won, whether by enough to tell, one sentence that says so, and the facts in it. */
export type Verdict = {
  winner: Side | null;
  deadHeat: boolean;
  /** Null if withheld. */
  decisive: boolean | null;
  sentence: string;
  facts: VerdictFacts;
};

/** The phases in which the after vote is over, and those in which it has begun. */
const DECIDED: readonly string[] = ["results", "closed"];
const AFTER_HELD: readonly string[] = ["after", ...DECIDED];

const SIGNIFICANT = 0.05;
const NAME = { for: "For", against: "Against" } as const satisfies BySide<string>;
const OTHER = { for: "against", against: "for" } as const satisfies BySide<Side>;

const points = new Intl.NumberFormat("en", {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});

/** [S6] The winner, dead heat and decisiveness of the paired voters' moves, with the sentence. */
export function verdict(moves: Moves, once: { firstOnly: number; lastOnly: number }, phase: string): Verdict {
  const facts = verdictFacts(moves, once, phase);
  return {
    winner: facts.kind === "won" ? facts.winner : null,
    deadHeat: isDeadHeat(moves),
    // [S6] Not a dead heat, mid-p <= 0.05, and the movers' majority went the winner's way.
    decisive: facts.kind === "won" && facts.chance === "unlikely",
    sentence: verdictSentence(facts),
    facts,
  };
}

/** [Z2] A verdict without numbers; none if fewer than three people voted twice. */
export function verdictInShort(whole: Verdict, n: number, isTold: boolean): Verdict {
  if (n === 0) return whole;
  const winner = isTold ? whole.winner : null;
  const facts: InShort = isTold ? { kind: "in-short", winner, n } : { kind: "too-few" };
  const deadHeat = isTold && whole.deadHeat;
  return { winner, deadHeat, decisive: null, sentence: verdictSentence(facts), facts };
}

function verdictFacts(
  moves: Moves,
  { firstOnly, lastOnly }: { firstOnly: number; lastOnly: number },
  phase: string,
): VerdictFacts {
  const swings = swing(moves);
  if (!swings) {
    return lastOnly === 0 && !AFTER_HELD.includes(phase)
      ? { kind: "after-not-held", firstOnly }
      : { kind: "nobody-voted-twice", firstOnly, lastOnly };
  }
  const n = paired(moves);
  const provisional = !DECIDED.includes(phase);
  const { up, down, midP } = direction(moves);
  if (up + down === 0) return { kind: "nobody-moved", provisional, n };
  const toward = { for: up, against: down };
  const moved = {
    provisional,
    n,
    swing: { for: swings.for, against: swings.against },
    toward,
    midP,
  };
  const chance = midP <= SIGNIFICANT ? "unlikely" : "likely";
  const winner = leader(moves);
  // [M5] A dead heat has no winner.
  if (winner === null || isDeadHeat(moves)) return { kind: "dead-heat", chance, ...moved };
  const contrary = chance === "unlikely" && toward[winner] < toward[OTHER[winner]];
  return { kind: "won", winner, chance: contrary ? "contrary" : chance, ...moved };
}

/**
 * [S7] One honest English sentence: who won by how much, out of how many who voted twice, how many
 * moved each way, and whether that could be chance. It claims no cause: there is no control group.
 */
function verdictSentence(facts: VerdictFacts): string {
  switch (facts.kind) {
    case "after-not-held":
      return `No verdict yet: the vote after the debate has not been held (${facts.firstOnly} voted before it).`;
    case "nobody-voted-twice":
      return `No verdict: nobody voted both before and after (${facts.firstOnly} voted only before, ${facts.lastOnly} only after).`;
    case "nobody-moved":
      return `${facts.provisional ? "So far nobody has moved" : "Nobody moved"}: ${facts.n === 1 ? "" : "all "}${voters(facts.n)} kept their answer, so neither side won.`;
    case "dead-heat":
      return `${facts.provisional ? "So far a dead heat" : "A dead heat"}: For ${points.format(facts.swing.for)} points, Against ${points.format(facts.swing.against)}, less than 5 apart, among ${voters(facts.n)}; ${movers(facts.toward)}, which ${chanceOf(facts)}.`;
    case "won": {
      const { winner, swing, toward } = facts;
      const loser = OTHER[winner];
      const won = facts.provisional ? `So far ${NAME[winner]} leads` : `${NAME[winner]} won`;
      const claim =
        facts.chance === "contrary"
          ? "so it was how far they moved and not how many moved that decided"
          : `which ${chanceOf(facts)}`;
      return `${won}, ${points.format(swing[winner])} points to ${NAME[loser]}'s ${points.format(swing[loser])}, among ${voters(facts.n)}; ${movers(toward)}, ${claim}.`;
    }
    case "in-short":
      return `${facts.winner ? `${NAME[facts.winner]} won` : "A dead heat"} among ${voters(facts.n)}; by how much is rounded or left out, so that nobody can be singled out.`;
    case "too-few":
      return "No verdict is shown: fewer than three people voted both times, and it would tell how they voted.";
    default:
      return facts satisfies never;
  }
}

function voters(n: number): string {
  return n === 1 ? "the one person who voted both times" : `${n} people who voted both times`;
}

function movers(toward: BySide<number>): string {
  return `${toward.for} moved toward For and ${toward.against} toward Against`;
}

function chanceOf({ chance, midP }: { chance: Chance; midP: number }): string {
  const p = midP < 0.001 ? "p < 0.001" : `p = ${midP.toFixed(midP < 0.1 ? 3 : 2)}`;
  return `${chance === "likely" ? "could well be chance" : "is unlikely to be chance"} (${p})`;
}
