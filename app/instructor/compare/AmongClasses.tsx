"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Maximize, X } from "#app/icons/icons.ts";
import { AxisLines } from "#app/instructor/compare/ForestTrack.tsx";
import { forestAxis, lineOn } from "#app/instructor/compare/forest-axis.ts";
import { type Axis, Ticks } from "#app/results/verdict/Range.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import type { ComparedSection, SectionElsewhere, WideComparison } from "#debate/counting/sections.ts";

type Told = (ComparedSection | SectionElsewhere) & { margin: NonNullable<ComparedSection["margin"]> };

const keyOf = (section: ComparedSection | SectionElsewhere) =>
  "code" in section ? section.code : section.id;

/** [S31] One class among the others in a window of its own, for the class to see: no names, codes or servers of the others. */
export function AmongClasses({ comparison }: { comparison: WideComparison }) {
  const t = useTranslations("compare.among");
  const dialog = useRef<HTMLDialogElement>(null);
  const told = comparison.sections
    .filter((section): section is Told => section.margin !== null)
    .toSorted((one, other) => other.margin.points - one.margin.points);
  const own = told.flatMap((section) => ("code" in section ? section : []));
  const [picked, setPicked] = useState("");
  const ours = own.find(({ code }) => code === picked) ?? own[0];
  if (!ours || told.length < 2) return null;
  const points = ours.margin.points;
  const more = told.filter(({ margin }) => margin.points > points).length;
  const less = told.filter(({ margin }) => margin.points < points).length;
  return (
    <>
      <Button className="mt-1 justify-self-start print:hidden" onClick={() => dialog.current?.showModal()}>
        <Maximize aria-hidden="true" className="size-4.5" />
        {t("open")}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`among-${ours.code}`}
        className="m-0 size-full max-h-none max-w-none overflow-y-auto bg-paper p-gutter text-ink backdrop:bg-paper sm:p-10"
      >
        <div className="grid min-h-full grid-cols-1 grid-rows-[auto_minmax(16rem,1fr)_auto] gap-6">
          <header className="grid grid-cols-1 gap-3">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <h2 id={`among-${ours.code}`} className="font-serif text-[max(1.5rem,2.8vw)] leading-tight">
                {t("title")}
              </h2>
              <div className="flex flex-wrap items-end gap-3">
                {own.length > 1 && (
                  <SelectField label={t("own")} value={ours.code} onChange={setPicked}>
                    {own.map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name ?? code}
                      </option>
                    ))}
                  </SelectField>
                )}
                <Button onClick={() => dialog.current?.close()}>
                  <X aria-hidden="true" className="size-4.5" />
                  {t("close")}
                </Button>
              </div>
            </div>
            <Resolution as="p" size="small" className="text-ink-soft">
              {comparison.resolution}
            </Resolution>
            <p className="font-serif text-[max(1.25rem,2.2vw)] leading-snug text-pretty">
              {t("place", { others: told.length - 1, more, less })}
            </p>
          </header>
          <Lines told={told} ours={ours.code} axis={forestAxis(comparison)} />
          <p className="text-[max(1rem,1.3vw)] text-ink-soft text-pretty">{t("lead")}</p>
        </div>
      </dialog>
    </>
  );
}

/** From the class that moved furthest toward For to the one that moved least. */
function Lines({ told, ours, axis }: { told: readonly Told[]; ours: string; axis: Axis }) {
  const t = useTranslations("compare");
  const lines = told.map((section, place) => ({ section, y: (100 * (place + 0.5)) / told.length }));
  const own = lines.filter(({ section }) => keyOf(section) === ours);
  const others = lines.filter(({ section }) => keyOf(section) !== ours);
  return (
    <div className="grid grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto]">
      <p className="flex justify-between gap-4 pb-2 text-[max(1rem,1.6vw)] font-semibold">
        <span className="text-against">← {t("forest.towardAgainst")}</span>
        <span className="text-for">{t("forest.towardFor")} →</span>
      </p>
      <svg aria-hidden="true" className="block size-full overflow-visible border-y border-line">
        <AxisLines axis={axis} zero={3} />
        {/* The class itself comes last, above the lines around it. */}
        {[...others, ...own].map(({ section, y }) => (
          <ClassLine
            key={keyOf(section)}
            section={section}
            axis={axis}
            y={y}
            label={keyOf(section) === ours ? t("among.this") : null}
          />
        ))}
      </svg>
      <Ticks axis={axis} isUnsigned className="text-[max(0.875rem,1.2vw)]" />
    </div>
  );
}

type ClassLineProps = {
  section: Told;
  axis: Axis;
  /** In percent of the height. */
  y: number;
  /** Of the class that is watching. */
  label: string | null;
};

function ClassLine({ section: { margin }, axis, y, label }: ClassLineProps) {
  const { from, to } = lineOn(axis, margin.interval);
  const x = axis.place(margin.points);
  const isOurs = label !== null;
  return (
    <>
      <line
        x1={`${from}%`}
        x2={`${to}%`}
        y1={`${y}%`}
        y2={`${y}%`}
        strokeWidth={isOurs ? 6 : 2}
        className={isOurs ? "stroke-ink" : "stroke-line-strong"}
      />
      <circle
        cx={`${x}%`}
        cy={`${y}%`}
        r={isOurs ? 11 : 5}
        strokeWidth="2"
        className={classNames(isOurs ? "fill-ink stroke-paper" : "fill-paper stroke-ink-soft")}
      />
      {isOurs && (
        <text
          x={`${x}%`}
          y={`${y}%`}
          dy={y < 50 ? "1.5em" : "-0.8em"}
          textAnchor={x < 15 ? "start" : x > 85 ? "end" : "middle"}
          className="fill-ink stroke-paper stroke-[8px] text-[max(1.1rem,1.6vw)] font-semibold [paint-order:stroke]"
        >
          {label}
        </text>
      )}
    </>
  );
}
