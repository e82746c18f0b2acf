import { useTranslations } from "next-intl";
import { Line, Sum } from "#app/instructor/compare/ForestPlot.tsx";
import { SectionOrElsewhere } from "#app/instructor/compare/SectionLabel.tsx";
import { axisFor, Ticks } from "#app/results/verdict/Range.tsx";
import { PowerLink } from "#app/shared/links/PowerLink.tsx";
import { Z95 } from "#debate/counting/margin.ts";
import type { WideComparison } from "#debate/counting/sections.ts";

/** [S30] What the experiments of one kind found, class by class, and from five on together. */
export function ExperimentForest({ comparison: { sections, experiment } }: { comparison: WideComparison }) {
  const t = useTranslations("compare.experiment");
  const questions = useTranslations("results.experiment");
  const told = sections.flatMap((section) =>
    section.experiment ? [{ section, ...section.experiment }] : [],
  );
  const kind = experiment?.kind ?? told[0]?.kind;
  if (!kind) return null;
  const lines = told.flatMap((each) => {
    const half = Z95 * each.se;
    const interval: [number, number] = [each.difference - half, each.difference + half];
    return each.kind === kind ? [{ ...each, interval }] : [];
  });
  const axis = axisFor([
    ...lines.map(({ interval }) => interval),
    ...(experiment ? [experiment.interval] : []),
  ]);
  return (
    <figure className="grid grid-cols-1 gap-4">
      <figcaption className="grid gap-1">
        <h2 className="font-serif text-2xl">{questions(`questions.${kind}`)}</h2>
        <p className="max-w-prose text-ink-soft text-pretty">{t(`lead.${kind}`)}</p>
      </figcaption>
      <div>
        <ul>
          {lines.map(({ section, difference, interval }) => (
            <Line
              key={"code" in section ? section.code : section.id}
              axis={axis}
              mark="everyone"
              points={difference}
              interval={interval}
              isSigned
            >
              <SectionOrElsewhere section={section} />
            </Line>
          ))}
          {experiment && (
            <Line axis={axis} mark="mean" points={experiment.mean} interval={experiment.interval} isSigned>
              <Sum title={t("mean")} note={t("meanNote", { count: experiment.k })} />
            </Line>
          )}
        </ul>
        <div className="border-t border-line px-3 pt-1 md:ml-[17.75rem] md:mr-[11.75rem]">
          <Ticks axis={axis} />
        </div>
      </div>
      <p className="text-sm text-ink-soft text-pretty">
        {t(experiment ? "lot" : "later", { count: lines.length })} <PowerLink>{t("power")}</PowerLink>
      </p>
    </figure>
  );
}
