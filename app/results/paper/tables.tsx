import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { percentage } from "#app/results/figures.ts";
import { flowTotals, peopleIn } from "#app/results/flow/flow-totals.ts";
import { PlainTable } from "#app/results/paper/PlainTable.tsx";
import { usePoints } from "#app/results/use-points.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { MovementResult, Results } from "#debate/counting/results.ts";
import { CHOICES, SIDES } from "#debate/rules/choices.ts";

type TableProps = { results: Results };

/** The nine counts of the flow; [Z8] rounded where the class may not see exact ones. */
export function FlowCounts({ movement }: { movement: MovementResult }) {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const { from, to } = movement;
  const matrix = movement.matrix ?? movement.rounded;
  if (!matrix) return null;
  const totals = flowTotals(matrix);
  const all = peopleIn(matrix);
  return (
    <PlainTable
      caption={t("tableCaption", { from, to })}
      columns={[
        t("corner", { from, to }),
        ...CHOICES.map((choice) => names(`${choice}.name`)),
        t("total", { round: from }),
      ]}
      rows={[
        ...CHOICES.map((choice, row) => ({
          key: choice,
          name: <ChoiceBadge choice={choice} />,
          cells: [...(matrix[row] ?? []), totals[choice].before],
        })),
        {
          key: "all",
          name: t("total", { round: to }),
          cells: [
            ...CHOICES.map((choice) => totals[choice].after),
            movement.matrix ? all : t("rounded.about", { share: all }),
          ],
          isTotal: true,
        },
      ]}
    />
  );
}

/** Each answer before and after, its change, and the interval of that. */
export function SwingCounts({ results: { swing, interval, margin, paired } }: TableProps) {
  const t = useTranslations("report.swing");
  const { changed, changedRange, toward, towardRange } = usePoints();
  if (!swing || !interval || !margin || !paired.matrix) return null;
  const totals = flowTotals(paired.matrix);
  return (
    <PlainTable
      caption={t("tableCaption", { count: paired.n })}
      columns={[t("answer"), t("before"), t("after"), t("change"), t("interval")]}
      rows={[
        ...CHOICES.map((choice) => ({
          key: choice,
          name: <ChoiceBadge choice={choice} />,
          cells: [
            totals[choice].before,
            totals[choice].after,
            changed(swing[choice]),
            choice === "undecided" ? "" : changedRange(interval[choice]),
          ],
        })),
        {
          key: "lead",
          name: t("leadExplained"),
          cells: ["", "", toward(margin.points), towardRange(margin.interval)],
          isTotal: true,
        },
      ]}
    />
  );
}

const STORIES = ["stayed", "formedView", "switched", "unsettled"] as const;

export function StoryCounts({ results: { stories, paired } }: TableProps) {
  const t = useTranslations("results.stories");
  const words = useTranslations("report.stories");
  const format = useFormatter();
  if (!stories) return null;
  return (
    <PlainTable
      caption={words("caption", { count: paired.n })}
      columns={[words("story"), words("people"), words("share")]}
      rows={STORIES.map((story) => ({
        key: story,
        name: words("named", { name: t(`${story}.name`), meaning: words(story) }),
        cells: [stories[story], percentage(format, paired.n === 0 ? 0 : stories[story] / paired.n)],
      }))}
    />
  );
}

/** [M6] */
export function PersistenceShares({ results: { conversion, retention } }: TableProps) {
  const t = useTranslations("results.persistence");
  const words = useTranslations("report.persistence");
  const format = useFormatter();
  if (!conversion || !retention) return null;
  const share = (of: number | null) => (of === null ? "–" : percentage(format, of));
  return (
    <PlainTable
      caption={words("caption")}
      columns={[words("side"), t("conversion"), t("retention")]}
      rows={SIDES.map((side) => ({
        key: side,
        name: <ChoiceBadge choice={side} />,
        cells: [share(conversion[side]), share(retention[side])],
      }))}
    />
  );
}

/** Every round's tally, of everyone who voted in it; counts that are withheld have a dash. */
export function RoundCounts({ results: { rounds, withheld } }: TableProps) {
  const t = useTranslations("report.rounds");
  const names = useTranslations("choices");
  const phases = useTranslations("phases.rounds");
  const isWithheld = withheld.includes("flow") && rounds.some((round) => round.for === null);
  return (
    <PlainTable
      caption={t("caption")}
      columns={[t("round"), ...CHOICES.map((choice) => names(`${choice}.name`)), t("voted")]}
      rows={rounds.map((round) => ({
        key: round.round,
        name: phases(round.round),
        cells: [...CHOICES.map((choice) => round[choice] ?? "–"), round.n],
      }))}
      {...(isWithheld && { note: t("withheld") })}
    />
  );
}

/** [M8] Who voted once only, and what that could change. */
export function MissingVotes({ results: { attrition, paired } }: TableProps) {
  const t = useTranslations("results.attrition");
  const words = useTranslations("report.missing");
  const { sentences } = useJoined();
  const { towardRange } = usePoints();
  if (!attrition) return <p>{words("withheld")}</p>;
  const { both, firstOnly, lastOnly, margin, couldChange } = attrition;
  return (
    <>
      <p>
        {firstOnly + lastOnly === 0
          ? t(both === 0 ? "nobody" : "complete")
          : paired.n > 0 && margin
            ? sentences(
                t(couldChange ? "couldChange" : "couldNot"),
                t("margin", { range: towardRange(margin) }),
              )
            : words("noPairs")}
      </p>
      <PlainTable
        caption={words("caption")}
        columns={[words("who"), words("people")]}
        rows={[
          { key: "both", name: words("both"), cells: [both] },
          { key: "firstOnly", name: words("firstOnly"), cells: [firstOnly] },
          { key: "lastOnly", name: words("lastOnly"), cells: [lastOnly] },
        ]}
      />
    </>
  );
}
