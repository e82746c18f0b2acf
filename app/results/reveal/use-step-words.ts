"use client";
import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { flowTotals } from "#app/results/flow-totals.ts";
import { moversIn, type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { type CoinClasses, coinClasses } from "#debate/counting/coin-classes.ts";
import type { Guesses } from "#debate/counting/opinions.ts";
import type { FirstVote, MovedPeople, ResultMessage } from "#debate/counting/reveal.ts";
import { unreachable } from "#debate/rules/result.ts";

/** What the pictures of the reveal say, in words: on the wall, on phones, and spoken. */
export function useStepWords() {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();

  const before = ({ unit, n, for: pro, against, undecided }: FirstVote): string => {
    const count = (value: number) => (unit === "shares" ? percentage(format, value) : value);
    if (unit === "people" && n === 1)
      return t("first.one", { choice: names(`${pro ? "for" : against ? "against" : "undecided"}.name`) });
    const counts = { for: count(pro), against: count(against), undecided: count(undecided) };
    return t(unit === "people" ? "first.exact" : "first.about", counts);
  };

  const changed = (shown: ShownFlow): string | null => {
    if (shown.kind !== "flow") return null;
    const { movement, isRounded } = shown;
    // [Z8] Rounded streams can add up to more people than there are.
    const count = Math.min(moversIn(movement), movement.n);
    const of = movement.n;
    if (isRounded) return t("changed.about", { count, of });
    return count === of ? t("changed.all", { of }) : t("changed.exact", { count, of });
  };

  const flow = (shown: ShownFlow | null): string => {
    if (shown?.kind !== "flow") return t("rounded.nothing");
    const { for: pro, against, undecided } = flowTotals(shown.movement.matrix);
    const way = t("way", {
      for: `${pro.before}`,
      forAfter: pro.after,
      against: against.before,
      againstAfter: against.after,
      undecided: undecided.before,
      undecidedAfter: undecided.after,
    });
    return `${changed(shown)} ${way}${shown.isRounded ? ` ${t("rounded.noisy")}` : ""}`;
  };

  /** The sentence that says why the class does not see the exact flow; null if it does. */
  const why = (result: ResultMessage): string | null => {
    const shown = shownFlow(result);
    if (shown?.kind === "flow") return shown.isRounded ? t("rounded.noisy") : null;
    return shown ? t("rounded.why") : t("rounded.nothing");
  };

  const guess = ({ n, mean, truth }: Guesses): string =>
    t("guess.against", {
      count: n,
      mean: percentage(format, mean / 100),
      truth: percentage(format, truth / 100),
    });

  const ofAHundred = ({ asUneven }: CoinClasses): string => t("chance.ofAHundred", { count: asUneven });
  const chance = ({ coin, paired }: ResultMessage): string => {
    const classes = coin !== undefined && paired?.matrix && coinClasses(paired.matrix);
    return classes ? `${t("chance.suppose")} ${ofAHundred(classes)}` : t("nothingLeft");
  };

  const moved = ({ rebuttals, paragraphs, credits, commonGround }: MovedPeople): string => {
    const all = (each: number[]) => each.reduce((sum, people) => sum + people, 0);
    return [
      paragraphs.length > 0 &&
        t("moved.paragraphs", { count: paragraphs.length, votes: all(credits.paragraphs) }),
      rebuttals.length > 0 &&
        t("moved.rebuttals", { count: rebuttals.length, votes: all(credits.rebuttals) }),
      commonGround.length > 0 && t("moved.commonGround", { count: commonGround.length }),
    ]
      .filter(Boolean)
      .join(" ");
  };

  /** What a step shows, as a sentence for those who do not see it. */
  const spoken = (result: ResultMessage): string => {
    const verdict = [result.headline, result.detail ?? why(result)].filter(Boolean).join(" ");
    const { step } = result;
    switch (step) {
      case "covered":
        return t("covered.title");
      case "guess":
        return t("guess.question");
      case "before":
        return result.before ? before(result.before) : t("rounded.nothing");
      case "flow":
        return [flow(shownFlow(result)), result.guess && guess(result.guess)].filter(Boolean).join(" ");
      case "verdict":
      case "open":
        return verdict;
      case "chance":
        return chance(result);
      case "moved":
        return result.moved ? moved(result.moved) : t("nothingLeft");
      default:
        return unreachable(step);
    }
  };

  return { before, changed, flow, why, guess, ofAHundred, moved, spoken };
}
