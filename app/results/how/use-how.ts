import { useFormatter, useTranslations } from "next-intl";
import { distanceOf, sideOf, wayOf } from "#app/results/directions.ts";
import { percentage } from "#app/results/figures.ts";
import {
  OTHER,
  workedCoin,
  workedFragility,
  workedMargin,
  workedMarginLine,
  workedMissing,
  workedShare,
  workedStanding,
  workedStory,
  workedSwing,
  workedSwingLine,
  workedWave,
} from "#app/results/how/worked.ts";
import { usePoints } from "#app/results/use-points.ts";
import { coinClasses } from "#debate/counting/coin-classes.ts";
import type { Steps } from "#debate/counting/margin.ts";
import type { Matrix, Stories } from "#debate/counting/movement.ts";
import type { Confidence, StepCounts } from "#debate/counting/opinions.ts";
import type { RebuttalResult, Results } from "#debate/counting/results.ts";
import type { Side } from "#debate/rules/choices.ts";

/** The calculations of the results in words, step by step, with the class's own numbers. */
export function useHow() {
  const t = useTranslations("results.how");
  const names = useTranslations("choices");
  const format = useFormatter();
  const nameOf = (side: Side) => names(`${side}.name`);
  const points = usePoints();
  const decimal = (value: number, digits = 1) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

  const swing = (matrix: Matrix, side: Side) => {
    const { gain, ...swung } = workedSwing(matrix, side);
    return t("swing", {
      ...swung,
      ...{ side: nameOf(side), people: Math.abs(gain), way: wayOf(gain) },
      points: decimal(Math.abs(swung.points)),
    });
  };

  return {
    moved: ({ stayed }: { stayed: number }, n: number, { up, down }: { up: number; down: number }) => [
      t("moved", { stayed, n, moved: n - stayed }),
      t("directions", { up, down, moved: n - stayed }),
    ],
    swing: (matrix: Matrix, side: Side) => {
      const { came, left, people, middle, spread, isCut, ...line } = workedSwingLine(matrix, side);
      return [
        swing(matrix, side),
        t("swingLine", {
          ...{ came, left, cameMore: came + 1, leftMore: left + 1, people, side: nameOf(side) },
          ...{ middle: points.changed(middle), spread: decimal(spread) },
          range: points.changedRange([line.low, line.high]),
        }),
        ...(isCut ? [t("cut")] : []),
      ];
    },
    margin: (matrix: Matrix) => {
      const { n, sum, ...worked } = workedMargin(matrix);
      return [
        t("margin", {
          ...{ for: points.people(worked.for), against: points.people(worked.against) },
          ...{ size: Math.abs(sum), n, points: points.toward(worked.points) },
        }),
      ];
    },
    marginLine: (matrix: Matrix, standing: "clear" | "leaning" | "close" | "few") => {
      const { steps, mean, sd, times, movers, low, high } = workedMarginLine(matrix);
      const spread = { mean: points.toward(mean), sd: decimal(sd) };
      return [
        t("steps", inWords(steps)),
        t("marginLine", { ...spread, range: points.towardRange([low, high]) }),
        standing === "few" ? t("few", { count: movers }) : t("standing", { times: decimal(times, 2) }),
      ];
    },
    wave: (counts: StepCounts) => {
      const { steps, sum, n, mean, sd, low, high, ...worked } = workedWave(counts);
      return [
        t("steps", inWords(steps)),
        t("wave", { steps: points.steps(sum), n, points: points.toward(worked.points) }),
        t("marginLine", {
          ...{ mean: points.toward(mean), sd: decimal(sd), range: points.towardRange([low, high]) },
        }),
      ];
    },
    story: (matrix: Matrix, story: keyof Stories) => {
      const { of, people, n, share } = workedStory(matrix, story);
      const [one = 0, other = 0, third = 0] = of;
      return [
        t(`stories.${story}`, { one, other, third, sum: unbroken(`${of.join(" + ")} = ${people}`) }),
        t("stories.share", { n, share: unbroken(`${people} ÷ ${n} = ${decimal(100 * share)}%`) }),
      ];
    },
    fragility: (matrix: Matrix) => {
      const worked = workedFragility(matrix);
      if (!worked) return [t("level")];
      const { leader, size, twos, ones } = worked;
      const sides = { side: nameOf(leader), other: nameOf(OTHER[leader]) };
      return [
        t("lead", { size, ...sides }),
        t("takeBack", { ...sides, twos, ones, back: 2 * twos + ones, count: twos + ones }),
      ];
    },
    coin: (matrix: Matrix, coin: number) => {
      const { sum, ...coins } = workedCoin(matrix);
      const size = Math.abs(sum);
      return [
        t("coinYours", { ...coins, size, side: nameOf(sum < 0 ? "against" : "for") }),
        t("coinOf", {
          movers: coins.movers,
          size,
          share: coin < 0.0005 ? `<${decimal(0.1)}` : decimal(100 * coin),
        }),
        t("coinDrawn", { count: coinClasses(matrix)?.asUneven ?? 0 }),
      ];
    },
    share: (matrix: Matrix, side: Side, kind: "conversion" | "retention") => {
      const { from, people, of, share } = workedShare(matrix, side, kind);
      const [one, other] = from.map((each) => ({ ...each, name: names(`${each.choice}.name`) }));
      if (share === null || !one || !other) return [];
      const values = { people, of, side: nameOf(side), share: decimal(100 * share) };
      return kind === "retention"
        ? [t("retention", values)]
        : [
            t("conversion", {
              ...values,
              ...{ one: one.people, oneName: one.name, other: other.people, otherName: other.name },
            }),
          ];
    },
    missing: (results: Results) => {
      const worked = workedMissing(results);
      if (!worked) return null;
      const { firstOnly, lastOnly, everyone, known, down, up } = worked;
      const ofSide = (side: Side) => {
        const { before, after, low, high } = worked[side];
        const all = { before, after, everyone, firstOnly, lastOnly, side: nameOf(side) };
        return [
          t("least", { ...all, low: points.changed(low) }),
          t("most", { ...all, high: points.changed(high) }),
        ];
      };
      return {
        for: ofSide("for"),
        against: ofSide("against"),
        margin: [
          t("known", { known: points.steps(known), count: firstOnly + lastOnly, down, up }),
          t("knownEnds", { everyone, range: points.towardRange([worked.low, worked.high]) }),
        ],
      };
    },
    opponentsChoice: (rebuttal: RebuttalResult) => {
      const worked = workedStanding(rebuttal);
      if (!worked) return [];
      const { standing, fewer, more, ...endorsed } = worked;
      return [
        t("seen", { ...endorsed, fewer, more }),
        t("approval", {
          ...{ for: endorsed.for + 1, against: endorsed.against + 1, fewer: fewer + 2, more: more + 2 },
          standing: percentage(format, standing),
        }),
      ];
    },
    confidence: ({ n, change }: Confidence) => [
      t("sure"),
      t("confidence", {
        ...{ n, size: distanceOf(change * n, 0), side: sideOf(change * n, 0) },
        change: decimal(Math.abs(change), 2),
      }),
    ],
  };
}

/** The step counts under the names that the sentence has for them. */
function inWords(steps: Steps) {
  return { up2: steps[2], up1: steps[1], none: steps[0], down1: steps[-1], down2: steps[-2] };
}

/** A calculation that stays on one line. */
function unbroken(calculation: string): string {
  return calculation.replaceAll(" ", "\u00a0");
}
