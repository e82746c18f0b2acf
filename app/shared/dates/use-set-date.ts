"use client";
import { useLocale, useTranslations } from "next-intl";
import { shownZone } from "#app/shared/dates/shown-zone.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Schedule } from "#debate/rules/schedule.ts";

export type OpeningPhase = Exclude<Phase, "lobby">;

/** [P32] Set dates in words, in the time zone of the host, which they name. */
export function useSetDate() {
  const t = useTranslations("shared.setDates");
  const locale = useLocale();
  // Not by the formatter of the messages, which the projector would load for this alone. Put together here: what stands between
  // date and time differs from one version of a browser to the next.
  const when = (at: number, zone: string): string => {
    const timeZone = shownZone(zone);
    const inWords = (how: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone, ...how }).format(at);
    return t("when", {
      date: inOnePiece(inWords({ weekday: "long", year: "numeric", month: "long", day: "numeric" })),
      // "AM" stays beside its hour.
      time: inWords({ hour: "numeric", minute: "2-digit" }).replace(/\s/gu, "\u00a0"),
      zone: zoneName(at, timeZone, locale),
    });
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

/** Month, day and year stay on one line: "December 5, 2026", "2026年12月5日". */
function inOnePiece(date: string): string {
  return date.replace(/\s(?=\d)/gu, "\u00a0").replace(/\d(?=[年月日])|[年月](?=\d)/gu, "$&\u2060");
}

function zoneName(at: number, timeZone: string, locale: string): string {
  if (timeZone === "UTC") return timeZone;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
