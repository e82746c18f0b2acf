"use client";
import { useTranslations } from "next-intl";
import { ChevronDown } from "#app/icons/icons.ts";
import { DateFields } from "#app/shared/dates/DateFields.tsx";
import { phasesOf } from "#debate/rules/phases.ts";
import type { TypedSchedule, WrongDate } from "#debate/rules/schedule.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OpeningDatesProps = {
  settings: Settings;
  value: TypedSchedule;
  wrong: WrongDate | null;
  onChange: (value: TypedSchedule) => void;
};

/** [P29] Homework: what opens at a set date, folded under how many dates there are. */
export function OpeningDates({ settings, value, wrong, onChange }: OpeningDatesProps) {
  const t = useTranslations("instructor.opening.dates");
  const count = value.dates.length;
  return (
    <details {...(wrong && { open: true })} className="group/dates rounded-control border border-line">
      <summary className="grid min-h-touch cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{t("title")}</span>
        <ChevronDown
          aria-hidden="true"
          className="row-span-2 size-5 text-ink-soft transition-transform group-open/dates:rotate-180"
        />
        <span className="text-sm text-ink-soft text-pretty">
          {count === 0 ? t("none") : t("some", { count })}
        </span>
      </summary>
      <div className="grid grid-cols-1 gap-4 border-t border-line p-4">
        <p className="text-sm text-ink-soft text-pretty">{t("hint")}</p>
        <DateFields phases={phasesOf(settings).slice(1)} value={value} wrong={wrong} onChange={onChange} />
      </div>
    </details>
  );
}
