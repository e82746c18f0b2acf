import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wayValues } from "#app/results/flow/flow-totals.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { Stat } from "#app/shared/layout/Stat.tsx";
import { claimOf, stepsOf, sumsOf } from "#debate/counting/margin.ts";
import { movesIn } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";

/** The three numbers under the headline. If the class may not see movement, three others that it may see. */
export function KeyFigures({ results }: { results: Results }) {
  const t = useTranslations("results.key");
  const names = useTranslations("choices");
  const how = useHow();
  const format = useFormatter();
  const { margin, fragility, tests, stories, paired, rebuttals, rebuttalsInAll, paragraphs } = results;
  const written = rebuttalsInAll ?? rebuttals.length;
  const answered = paragraphs.filter(({ unanswered }) => !unanswered).length;
  if (!margin || !tests || !stories || !paired.matrix)
    return (
      <Three>
        <Figure value={paired.n} label={t("both", { count: paired.n })} />
        <Figure value={written} label={t("rebuttals", { count: written })} />
        <Figure value={answered} label={t("answered", { of: paragraphs.length })} />
      </Three>
    );
  const points = Math.abs(margin.points);
  const claim = claimOf(sumsOf(stepsOf(movesIn(paired.matrix))));
  const isFew = margin.standing === "few";
  const moved = paired.n - stories.stayed;
  const ways = t("ways", wayValues(paired.matrix));
  return (
    <Three>
      {isFew ? (
        // [S9] With so few movers the headline claims no lead, so don't show points or what would end it.
        <Figure value={paired.n} label={t("both", { count: paired.n })} note={ways} />
      ) : (
        <Figure
          value={points > 0 && points < 1 ? t("under1") : format.number(points, { maximumFractionDigits: 0 })}
          label={
            points === 0
              ? t("level")
              : t("lead", {
                  count: Math.round(points),
                  // [S17] A lead whose line includes 0 says so beside its side.
                  standing: claim,
                  side: names(margin.points < 0 ? "against.name" : "for.name"),
                })
          }
          note={ways}
        >
          <How of={t("ofLead")} steps={how.margin(paired.matrix)} />
        </Figure>
      )}
      <Figure
        value={moved}
        label={t("moved", { of: paired.n })}
        note={moved > 0 && t("directions", { for: tests.direction.up, against: tests.direction.down })}
      >
        <How of={t("ofMoved")} steps={how.moved(stories, paired.n, tests.direction)} />
      </Figure>
      {isFew ? (
        <Figure value={written} label={t("rebuttals", { count: written })} />
      ) : (
        <Figure value={fragility ?? 0} label={fragility ? t("fragility", { count: fragility }) : t("noLead")}>
          <How of={t("ofFragility")} steps={how.fragility(paired.matrix)} />
        </Figure>
      )}
    </Three>
  );
}

function Three({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-10 gap-y-6 sm:grid-cols-3">{children}</div>;
}

type FigureProps = { value: ReactNode; label: ReactNode; note?: ReactNode; children?: ReactNode };

function Figure({ value, label, note, children }: FigureProps) {
  return (
    <div className="grid content-start gap-2 border-t-2 border-ink pt-2">
      <dl>
        <Stat
          value={value}
          label={<span className="text-base font-semibold text-ink">{label}</span>}
          note={note}
        />
      </dl>
      {children}
    </div>
  );
}
