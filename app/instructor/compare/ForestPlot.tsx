import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AmongClasses } from "#app/instructor/compare/AmongClasses.tsx";
import { ForestTrack, type Mark } from "#app/instructor/compare/ForestTrack.tsx";
import { forestAxis } from "#app/instructor/compare/forest-axis.ts";
import { SectionOrElsewhere } from "#app/instructor/compare/SectionLabel.tsx";
import { useMargin } from "#app/instructor/compare/use-margin.ts";
import { signedPoints } from "#app/results/figures.ts";
import { type Axis, Ticks } from "#app/results/verdict/Range.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Interval } from "#debate/counting/movement.ts";
import type { WideComparison } from "#debate/counting/sections.ts";

/** Label, picture and figures; on a phone the picture has the whole width, under the other two. */
const COLUMNS =
  "grid grid-cols-[1fr_8rem] items-center gap-x-3 md:grid-cols-[minmax(0,17rem)_1fr_11rem] print:grid-cols-[15rem_1fr_14.5rem]";
const MIDDLE = "col-span-2 md:col-span-1 md:col-start-2 print:col-span-1 print:col-start-2";

/** [V22] Each section's lead with its line, everyone together, and from five sections on their average. */
export function ForestPlot({ comparison, id = "forest" }: { comparison: WideComparison; id?: string }) {
  const t = useTranslations("compare.forest");
  const { sections, n, points, pooled } = comparison;
  const axis = forestAxis(comparison);
  return (
    <figure aria-labelledby={id} className="grid grid-cols-1 gap-4 print:gap-1">
      <figcaption className="grid gap-1">
        <h2 id={id} className="font-serif text-2xl print:text-base">
          {t("title")}
        </h2>
        <p className="max-w-prose text-ink-soft text-pretty print:max-w-none print:text-[0.6875rem]">
          {t("lead")}
        </p>
        <AmongClasses comparison={comparison} />
      </figcaption>
      <div>
        <Directions />
        <ul>
          {sections.map((section) => (
            <Line
              key={"code" in section ? section.code : section.id}
              axis={axis}
              mark="section"
              points={section.margin?.points ?? null}
              interval={section.margin?.interval}
            >
              <SectionOrElsewhere section={section} />
            </Line>
          ))}
          <Line axis={axis} mark="everyone" points={points}>
            <Sum title={t("all")} note={t("allNote", { count: n })} />
          </Line>
          {pooled && (
            <Line axis={axis} mark="mean" points={pooled.mean} interval={pooled.interval}>
              <Sum title={t("mean")} note={t("meanNote")} />
            </Line>
          )}
        </ul>
        <div className={classNames(COLUMNS, "border-t border-line pt-1 print:pt-0")}>
          <div className={classNames(MIDDLE, "px-3")}>
            <Ticks axis={axis} isUnsigned className="print:text-[0.625rem]" />
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
    <div
      className={classNames(
        COLUMNS,
        "pb-1 text-xs font-semibold whitespace-nowrap sm:text-sm print:pb-0 print:text-xs!",
      )}
    >
      <p className={classNames(MIDDLE, "flex justify-between gap-2 px-3")}>
        <span className="text-against">
          <span aria-hidden="true">← </span>
          <ChoiceMark choice="against" /> {t("towardAgainst")}
        </span>
        <span className="text-for">
          {t("towardFor")} <ChoiceMark choice="for" />
          <span aria-hidden="true"> →</span>
        </span>
      </p>
    </div>
  );
}

type LineProps = {
  axis: Axis;
  mark: Mark;
  points: number | null;
  interval?: Interval | undefined;
  isSigned?: boolean;
  children: ReactNode;
};

/** `isSigned`: of a difference, which has no side. */
export function Line({ axis, mark, points, interval, isSigned = false, children }: LineProps) {
  return (
    <li
      className={classNames(
        COLUMNS,
        "break-inside-avoid",
        mark === "everyone" ? "border-t-2 border-line-strong" : "border-t border-line",
      )}
    >
      <div className="min-w-0 pt-1.5 md:pb-1.5 print:py-0">{children}</div>
      <Figures points={points} interval={interval} isSigned={isSigned} />
      {/* As tall as its row where it is beside the words, so that the lines of the axis go through. */}
      <ForestTrack
        axis={axis}
        points={points}
        interval={interval}
        mark={mark}
        className={classNames(
          MIDDLE,
          "h-10 md:row-start-1 md:h-full print:row-start-1 print:h-full print:min-h-5",
        )}
      />
    </li>
  );
}

function Figures({ points, interval, isSigned }: Pick<LineProps, "points" | "interval" | "isSigned">) {
  const margin = useMargin();
  const format = useFormatter();
  const signed = (value: number) => signedPoints(format, value, 0);
  const lead = isSigned ? signed : margin.lead;
  const line = isSigned ? ([low, high]: Interval) => `${signed(low)} – ${signed(high)}` : margin.line;
  return (
    <p className="text-right tabular-nums md:col-start-3 print:col-start-3 print:flex print:items-baseline print:justify-end print:gap-1.5">
      <span className="block text-lg leading-tight font-semibold print:text-xs print:whitespace-nowrap">
        {points === null ? "–" : lead(points)}
      </span>
      {interval && (
        <span className="block text-xs text-ink-soft md:whitespace-nowrap print:text-[0.6875rem] print:whitespace-nowrap">
          {line(interval)}
        </span>
      )}
    </p>
  );
}

/** What a line that sums the sections up is called. */
export function Sum({ title, note }: { title: string; note: string }) {
  return (
    <>
      <p className="font-semibold print:text-xs">{title}</p>
      <p className="text-sm text-ink-soft print:hidden">{note}</p>
    </>
  );
}
