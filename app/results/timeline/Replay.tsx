"use client";
import { useTranslations } from "next-intl";
import type { PointerEvent } from "react";
import { Pause, Play } from "#app/icons/icons.ts";
import { binsOf, readingAt, ticksOf } from "#app/results/timeline/reading.ts";
import { TimelinePicture } from "#app/results/timeline/TimelinePicture.tsx";
import { TimelineTable } from "#app/results/timeline/TimelineTable.tsx";
import { usePlayback } from "#app/results/timeline/use-playback.ts";
import { useSpoken } from "#app/results/timeline/use-spoken.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Timeline } from "#debate/counting/timeline.ts";

/** How far apart times below a narrow and a wide picture are at least, as a share of its width: without and with the day. */
const APART = {
  narrow: { time: 0.22, day: 0.38, className: "@2xl:hidden" },
  wide: { time: 0.13, day: 0.2, className: "hidden @2xl:block" },
};

/** A session's timeline, with a slider and a play button. */
export function Replay({ timeline }: { timeline: Timeline }) {
  const t = useTranslations("timeline");
  const bins = binsOf(timeline);
  const { place, isPlaying, toggle, goTo } = usePlayback(bins);
  const spoken = useSpoken(timeline);
  if (bins === 0) return <p className="text-ink-soft">{t("empty")}</p>;

  const reading = readingAt(timeline, place);
  // Not every browser moves a slider that is pressed beside its thumb.
  const scrub = ({ currentTarget, clientX, buttons }: PointerEvent) => {
    if (buttons !== 1) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    goTo(Math.round(((clientX - left) / width) * bins));
  };
  return (
    <figure className="@container grid gap-3">
      <Lead timeline={timeline} />
      {/* As high with two lines as with one, so that button and picture stay under the thumb. */}
      <div className="flex min-h-15 items-center justify-between gap-3 print:hidden">
        <p className="min-w-0 tabular-nums sm:text-lg" aria-hidden="true">
          {spoken.clock(reading.at)} <span className="text-ink-soft">{spoken.phase(reading)}</span>
        </p>
        <Button onClick={toggle}>
          {isPlaying ? (
            <Pause aria-hidden="true" className="size-5" />
          ) : (
            <Play aria-hidden="true" className="size-5" />
          )}
          {t(isPlaying ? "pause" : "play")}
        </Button>
      </div>
      <div className="relative touch-pan-y" onPointerDown={scrub} onPointerMove={scrub}>
        <input
          type="range"
          min={0}
          max={bins}
          value={place}
          onChange={({ target }) => goTo(target.valueAsNumber)}
          aria-label={t("slider")}
          aria-valuetext={spoken.reading(reading)}
          className="peer absolute inset-0 z-10 m-0 size-full cursor-ew-resize touch-pan-y opacity-0 print:hidden"
        />
        <TimelinePicture timeline={timeline} place={place} />
      </div>
      {Object.entries(APART).map(([width, { time, day, className }]) => (
        <p
          key={width}
          aria-hidden="true"
          className={classNames("relative h-5 text-xs text-ink-soft tabular-nums", className)}
        >
          {ticksOf(timeline, spoken.hasDays ? day : time).map(({ place: left, at }) => (
            <span
              key={left}
              className="absolute top-0 whitespace-nowrap"
              style={{
                left: `${100 * left}%`,
                transform: `translateX(-${left === 0 || left === 1 ? 100 * left : 50}%)`,
              }}
            >
              {spoken.time(at)}
            </span>
          ))}
        </p>
      ))}
      <Remarks timeline={timeline} />
      <TimelineTable timeline={timeline} />
    </figure>
  );
}

/** What can be followed over time. */
function Lead({ timeline: { turnout, rebuttals } }: { timeline: Timeline }) {
  const t = useTranslations("timeline");
  const hasVoted = turnout?.some(({ cast }) => cast.some((count) => count > 0)) ?? false;
  const hasArgued = rebuttals.some((count) => count > 0);
  const what = hasVoted ? (hasArgued ? "both" : "voted") : hasArgued ? "argued" : "neither";
  return <p className="max-w-prose text-ink-soft text-pretty">{t("lead", { what })}</p>;
}

/** Why something is not in the picture. */
function Remarks({ timeline: { stretches, withheld, endorsements } }: { timeline: Timeline }) {
  const t = useTranslations("timeline");
  const remarks = [
    ...(stretches.length > 1 ? [t("pauses")] : []),
    ...(withheld ? [t("withheld")] : endorsements === null ? [t("untimed")] : []),
  ];
  return remarks.length > 0 && <figcaption className="text-sm text-ink-soft">{remarks.join(" ")}</figcaption>;
}
