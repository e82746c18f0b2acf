import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marks, stepArea, stepLine } from "#app/results/timeline/paths.ts";
import { binsOf, pausesOf, readingAt, sumTo, totalsOf } from "#app/results/timeline/reading.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { Timeline } from "#debate/counting/timeline.ts";
import type { Round } from "#debate/rules/choices.ts";
import { openRound, PHASE_OF_ROUND } from "#debate/rules/phases.ts";

const VOTES = 100;
const MARKS = 24;
const TOTAL = 60;
/** Room above and below a line, so that it is drawn whole. */
const EDGE = 3;

const DASHES: { readonly [round in Round]?: string } = { reading: "6 4" };

type PictureProps = { timeline: Timeline; place: number };

/** Phases as bands, and in lanes above each other votes, rebuttals and endorsements. The slider over it says the same. */
export function TimelinePicture({ timeline, place }: PictureProps) {
  const t = useTranslations("timeline");
  const { turnout, rebuttals, endorsements, people } = timeline;
  const bins = binsOf(timeline);
  const end = readingAt(timeline, bins);
  const now = readingAt(timeline, place);
  const left = `${(100 * place) / bins}%`;
  const votes = (reading: typeof now) =>
    reading.vote ? t("ofPeople", { voted: reading.vote.voted, people: people ?? 0 }) : "";
  return (
    <div
      aria-hidden="true"
      className="relative isolate rounded-control border border-line outline-offset-4 outline-focus select-none peer-focus-visible:outline-3"
    >
      <Bands timeline={timeline} />
      <div className="grid gap-3 pt-18 pb-6">
        {turnout && (
          <Lane name={t("votes")} value={votes(now)} whole={votes(end)}>
            <Votes timeline={timeline} bins={bins} />
          </Lane>
        )}
        <Lane name={t("rebuttals")} value={now.rebuttals} whole={end.rebuttals}>
          <Chart bins={bins} height={MARKS} className="h-6">
            <path
              d={marks(rebuttals, MARKS)}
              vectorEffect="non-scaling-stroke"
              className="stroke-ink stroke-2"
            />
          </Chart>
        </Lane>
        {endorsements && (
          <Lane name={t("endorsements")} value={now.endorsements} whole={end.endorsements}>
            <Chart bins={bins} height={TOTAL} className="h-15">
              <Total counts={endorsements} bins={bins} />
            </Chart>
          </Lane>
        )}
      </div>
      <div className="absolute inset-y-0 right-0 bg-paper/70 print:hidden" style={{ left }} />
      <div className="absolute inset-y-0 w-0 print:hidden" style={{ left }}>
        <span className="absolute inset-y-0 -left-px border-l-2 border-ink" />
        <span className="absolute -bottom-2 -left-2 size-4 rounded-full border-2 border-paper bg-ink" />
      </div>
    </div>
  );
}

/** The phases behind everything else, and the pauses that are left out. */
function Bands({ timeline }: { timeline: Timeline }) {
  const phases = useTranslations("phases");
  const bins = binsOf(timeline);
  return (
    <div className="absolute inset-0 -z-10 overflow-hidden rounded-control bg-surface">
      {timeline.phases.map(({ phase, at, from, to }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: phases come again, also within a second.
          key={`${at} ${index}`}
          className={classNames(
            "@container absolute inset-y-0 border-l border-line",
            openRound(phase) && "bg-sunken",
            to === from && "hidden",
          )}
          style={{ left: `${(100 * from) / bins}%`, width: `${(100 * (to - from)) / bins}%` }}
        >
          <span className="block px-1.5 pt-1.5 text-xs font-semibold whitespace-nowrap text-ink-soft @max-[4.25rem]:px-0.5 @max-[4.25rem]:[writing-mode:vertical-rl] @max-[1.25rem]:hidden">
            {phases(`${phase}.short`)}
          </span>
        </span>
      ))}
      {pausesOf(timeline).map(({ place, at }) => (
        <span
          key={at}
          className="absolute inset-y-0 -ml-[3px] w-1.5 border-x border-line-strong bg-surface"
          style={{ left: `${100 * place}%` }}
        />
      ))}
    </div>
  );
}

type LaneProps = { name: string; value: ReactNode; whole: ReactNode; children: ReactNode };

/** `value`: at the moment; on paper the whole. */
function Lane({ name, value, whole, children }: LaneProps) {
  return (
    <div>
      <p className="px-1.5 text-xs tabular-nums">
        {name} <strong className="print:hidden">{value}</strong>
        <strong className="hidden print:inline">{whole}</strong>
      </p>
      {children}
    </div>
  );
}

type ChartProps = { bins: number; height: number; className: string; children: ReactNode };

/** As wide as there is room, one unit a bin. */
function Chart({ bins, height, className, children }: ChartProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bins} ${height}`}
      preserveAspectRatio="none"
      className={classNames("block w-full", className)}
    >
      {children}
    </svg>
  );
}

/** How many had voted, of each round while it was open. */
function Votes({ timeline, bins }: { timeline: Timeline; bins: number }) {
  const turnout = timeline.turnout ?? [];
  const most = Math.max(1, timeline.people ?? 0, ...turnout.map(({ cast }) => sumTo(cast, bins)));
  const y = (total: number) => VOTES - EDGE - (total / most) * (VOTES - 2 * EDGE);
  return (
    <Chart bins={bins} height={VOTES} className="h-25">
      {turnout.map(({ round, cast }) => {
        const open = timeline.phases.filter(({ phase }) => phase === PHASE_OF_ROUND[round]);
        const voted = cast.flatMap((count, bin) => (count > 0 ? [bin] : []));
        const from = Math.min(...open.map((each) => each.from), ...voted);
        const to = Math.max(...open.map((each) => each.to), ...voted.map((bin) => bin + 1));
        const drawn = [totalsOf(cast), { from, to, y }] as const;
        return (
          <g key={round}>
            <path d={stepArea(...drawn)} className="fill-ink/10" />
            <path
              d={stepLine(...drawn)}
              vectorEffect="non-scaling-stroke"
              strokeDasharray={DASHES[round]}
              className="fill-none stroke-ink stroke-2"
            />
          </g>
        );
      })}
    </Chart>
  );
}

/** A running total as an area, from the first one on. */
function Total({ counts, bins }: { counts: readonly number[]; bins: number }) {
  const totals = totalsOf(counts);
  const most = Math.max(1, totals.at(-1) ?? 0);
  const y = (total: number) => TOTAL - EDGE - (total / most) * (TOTAL - 2 * EDGE);
  const from = counts.findIndex((count) => count > 0);
  if (from < 0) return null;
  const drawn = [totals, { from, to: bins, y }] as const;
  return (
    <>
      <path d={stepArea(...drawn)} className="fill-ink/10" />
      <path
        d={stepLine(...drawn)}
        vectorEffect="non-scaling-stroke"
        className="fill-none stroke-ink-soft stroke-[1.5]"
      />
    </>
  );
}
