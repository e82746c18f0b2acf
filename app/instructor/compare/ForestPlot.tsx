import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ForestTrack } from "#app/instructor/compare/ForestTrack.tsx";
import { forestAxis } from "#app/instructor/compare/forest-axis.ts";
import { SectionLabel } from "#app/instructor/compare/SectionLabel.tsx";
import { endsOf, signedPoints } from "#app/results/figures.ts";
import { type Axis, Ticks } from "#app/results/Range.tsx";
import { ChoiceMark } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Interval } from "#debate/counting/movement.ts";
import type { Comparison } from "#debate/counting/sections.ts";

/** Label, picture and figures; on a phone the picture has the width, and the other two stand above it. */
const COLUMNS =
  "grid grid-cols-[1fr_auto] items-center gap-x-3 md:grid-cols-[minmax(0,17rem)_1fr_8.5rem] print:grid-cols-[13rem_1fr_7.5rem]";
const TRACK =
  "col-span-2 h-10 md:col-span-1 md:col-start-2 md:row-start-1 print:col-span-1 print:col-start-2 print:row-start-1";

/** [V22] Each section's lead with its line, everyone together, and from five sections on their average. */
export function ForestPlot({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare.forest");
  const { sections, n, points, pooled } = comparison;
  const axis = forestAxis(comparison);
  return (
    <figure aria-labelledby="forest" className="grid gap-4 print:gap-1">
      <figcaption className="grid gap-1">
        <h2 id="forest" className="font-serif text-2xl print:text-lg">
          {t("title")}
        </h2>
        <p className="max-w-prose text-ink-soft text-pretty print:max-w-none print:text-xs">{t("lead")}</p>
      </figcaption>
      <div>
        <Directions />
        <ul>
          {sections.map((section) => (
            <li
              key={section.code}
              className={classNames(
                COLUMNS,
                "border-t border-line py-1.5 break-inside-avoid",
                sections.length > 8 ? "print:py-0" : "print:py-1",
              )}
            >
              <SectionLabel section={section} />
              <Figures points={section.margin?.points ?? null} interval={section.margin?.interval} />
              <ForestTrack
                axis={axis}
                points={section.margin?.points ?? null}
                {...(section.margin && { interval: section.margin.interval })}
                mark="section"
                className={classNames(TRACK, sections.length > 8 ? "print:h-7" : "print:h-9")}
              />
            </li>
          ))}
          <Summary
            title={t("all")}
            note={t("allNote", { count: n })}
            axis={axis}
            points={points}
            mark="everyone"
          />
          {pooled && (
            <Summary
              title={t("mean")}
              note={t("meanNote")}
              axis={axis}
              points={pooled.mean}
              interval={pooled.interval}
              mark="mean"
            />
          )}
        </ul>
        <div className={classNames(COLUMNS, "border-t border-line pt-1")}>
          <div className="col-span-2 px-3 md:col-span-1 md:col-start-2 print:col-span-1 print:col-start-2">
            <Ticks axis={axis} />
          </div>
        </div>
      </div>
      {!pooled && <p className="text-sm text-ink-soft print:hidden">{t("meanLater")}</p>}
    </figure>
  );
}

/** What left and right of 0 mean. */
function Directions() {
  const t = useTranslations("compare.forest");
  return (
    <div className={classNames(COLUMNS, "pb-1 text-sm font-semibold print:text-xs")}>
      <p className="col-span-2 px-3 md:col-span-1 md:col-start-2 print:col-span-1 print:col-start-2">
        <span className="flex justify-between gap-4">
          <span className="text-against">
            <span aria-hidden="true">← </span>
            <ChoiceMark choice="against" /> {t("towardAgainst")}
          </span>
          <span className="text-for">
            {t("towardFor")} <ChoiceMark choice="for" />
            <span aria-hidden="true"> →</span>
          </span>
        </span>
      </p>
    </div>
  );
}

type FiguresProps = { points: number | null; interval?: Interval | undefined };

function Figures({ points, interval }: FiguresProps) {
  const t = useTranslations("compare.forest");
  const format = useFormatter();
  if (points === null) return <p className="text-right text-ink-soft md:col-start-3 print:col-start-3">–</p>;
  return (
    <p className="text-right tabular-nums md:col-start-3 print:col-start-3">
      <span className="block text-lg leading-tight font-semibold print:text-sm">
        {signedPoints(format, points)}
      </span>
      {interval && (
        <span className="block text-xs text-ink-soft">{t("interval", endsOf(format, interval))}</span>
      )}
    </p>
  );
}

type SummaryProps = FiguresProps & { title: string; note: ReactNode; axis: Axis; mark: "everyone" | "mean" };

/** A line that sums the sections up. */
function Summary({ title, note, axis, points, interval, mark }: SummaryProps) {
  return (
    <li
      className={classNames(
        COLUMNS,
        "py-1.5 break-inside-avoid print:py-0.5",
        mark === "everyone" ? "border-t-2 border-line-strong" : "border-t border-line",
      )}
    >
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-ink-soft print:text-xs">{note}</p>
      </div>
      <Figures points={points} interval={interval} />
      <ForestTrack
        axis={axis}
        points={points}
        {...(interval && { interval })}
        mark={mark}
        className={classNames(TRACK, "print:h-8")}
      />
    </li>
  );
}
