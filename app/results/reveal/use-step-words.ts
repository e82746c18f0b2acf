"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useActivityWords } from "#app/activities/reveal-words.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { percentage } from "#app/results/figures.ts";
import { wayValues } from "#app/results/flow/flow-totals.ts";
import { movedInAll } from "#app/results/reveal/moved-items.ts";
import { moversIn, type ShownFlow, shownFlow } from "#app/results/reveal/shown-flow.ts";
import { useVerdictWords } from "#app/results/verdict/use-verdict-words.ts";
import { type CoinClasses, coinClasses } from "#debate/counting/coin-classes.ts";
import type { FirstVote, MovedPeople, ResultMessage } from "#debate/counting/reveal.ts";
import { unreachable } from "#debate/rules/result.ts";
import { isActivityStep } from "#debate/rules/steps.ts";

/** What the pictures of the reveal say, in words: on the wall, on phones, and spoken. */
export function useStepWords() {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const verdictWords = useVerdictWords();
  const activities = useActivityWords();
  const { sentences } = useJoined();

  const before = ({ unit, n, for: pro, against, undecided }: FirstVote): string => {
    const count = (value: number) =>
      unit === "shares"
        ? percentage(format, value)
        : unit === "fives"
          ? t("first.people", { count: value })
          : value;
    if (unit === "people" && n === 1)
      return t("first.one", { choice: names(`${pro ? "for" : against ? "against" : "undecided"}.name`) });
    const counts = { for: count(pro), against: count(against), undecided: count(undecided) };
    return unit === "people" ? t("first.exact", { ...counts, n }) : t("first.about", counts);
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

  const way = (shown: Extract<ShownFlow, { kind: "flow" }>): string =>
    sentences(changed(shown), t("way", wayValues(shown.movement.matrix)));
  /** Nothing is said to be hidden where there is nothing. */
  const noFlow = ({ flowHidden }: ResultMessage): string =>
    t(flowHidden ? "rounded.nothing" : "nothingToShow");
  const flow = (result: ResultMessage): string => {
    const shown = shownFlow(result);
    if (!shown) return noFlow(result);
    if (shown.kind === "shares") return t("rounded.nothing");
    return sentences(way(shown), shown.isRounded && t("rounded.noisy"));
  };

  /** The sentence that says why the class does not see the exact flow; null if it does. */
  const why = (result: ResultMessage): string | null => {
    const shown = shownFlow(result);
    if (shown?.kind === "flow") return shown.isRounded ? t("rounded.noisy") : null;
    return shown ? t("rounded.why") : t("rounded.nothing");
  };

  /** The verdict, and the line under it. In short, `saysWhy` adds why the class does not see the flow. */
  const verdict = (
    result: ResultMessage,
    { saysWhy = true } = {},
  ): { headline: string; detail: string | null } => {
    if (!result.verdict) return { headline: "", detail: null };
    const { headline, detail } = verdictWords(result.verdict);
    if (result.detail !== null) return { headline, detail };
    // [Z2] A dead heat claims nothing that needs to be sure.
    const inShort = sentences(result.winner && detail, saysWhy && why(result));
    return { headline, detail: inShort || null };
  };

  const ofAHundred = ({ asUneven }: CoinClasses): string => t("chance.ofAHundred", { count: asUneven });
  const chance = ({ coin, paired }: ResultMessage): string => {
    const classes = coin !== undefined && paired?.matrix && coinClasses(paired.matrix);
    return classes ? sentences(t("chance.suppose"), ofAHundred(classes)) : t("nothingToShow");
  };

  const moved = (people: MovedPeople): string => {
    const { rebuttals, paragraphs, credits, commonGround } = movedInAll(people);
    return sentences(
      paragraphs > 0 && t("moved.paragraphs", { count: paragraphs, votes: credits.paragraphs }),
      rebuttals > 0 && t("moved.rebuttals", { count: rebuttals, votes: credits.rebuttals }),
      commonGround > 0 && t("moved.commonGround", { count: commonGround }),
    );
  };

  /** What a step shows, as a sentence for those who do not see it. */
  const spoken = (result: ResultMessage): string => {
    const { step } = result;
    if (isActivityStep(step)) return activities.at[step];
    switch (step) {
      case "covered":
        return t("covered.title");
      case "before":
        return result.before ? before(result.before) : noFlow(result);
      case "flow":
        return sentences(flow(result), ...activities.afterFlow(result));
      case "verdict":
      case "open":
        return sentences(verdict(result).headline, verdict(result).detail);
      case "chance":
        return chance(result);
      case "moved":
        return result.moved ? moved(result.moved) : t("nothingToShow");
      default:
        return unreachable(step);
    }
  };

  return { before, changed, way, noFlow, verdict, ofAHundred, moved, spoken };
}
