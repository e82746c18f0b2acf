"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Phase } from "#debate/rules/phases.ts";
import type { Schedule } from "#debate/rules/schedule.ts";

export type OpeningPhase = Exclude<Phase, "lobby">;

/** [P32] Set dates in words, in the time zone of the host, which they name. */
export function useSetDate() {
  const t = useTranslations("shared.setDates");
  const format = useFormatter();
  const locale = useLocale();
  const when = (at: number, zone: string): string => {
    // Put together here: what stands between date and time differs from one version of a browser to the next.
    const date = format.dateTime(at, {
      timeZone: zone,
      ...{ weekday: "long", year: "numeric", month: "long", day: "numeric" },
    });
    const time = format.dateTime(at, { timeZone: zone, hour: "numeric", minute: "2-digit" });
    return t("when", { date, time, zone: zoneName(at, zone, locale) });
  };
  return {
    when,
    /** That a phase opens then, as a sentence. */
    opens: ({ zone, dates }: Schedule, index = 0): string | null => {
      const next = dates[index];
      if (!next || next.phase === "lobby") return null;
      return t(`opens.${next.phase satisfies OpeningPhase}`, { date: when(next.at, zone) });
    },
  };
}

function zoneName(at: number, timeZone: string, locale: string): string {
  if (timeZone === "UTC") return timeZone;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
