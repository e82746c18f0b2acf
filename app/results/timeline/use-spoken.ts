import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import type { Reading } from "#app/results/timeline/reading.ts";
import type { Timeline } from "#debate/counting/timeline.ts";

/** How times and readings of a timeline are said. */
export function useSpoken({ stretches, seconds, people }: Timeline) {
  const t = useTranslations("timeline");
  const phases = useTranslations("phases");
  const format = useFormatter();
  const { list } = useJoined();
  const [first, last] = [stretches.at(0), stretches.at(-1)];
  const end = last ? last.at + last.bins * seconds * 1_000 : 0;
  const day = (at: number) => format.dateTime(at, { dateStyle: "short" });
  const hasDays = day(first?.at ?? 0) !== day(end);

  const options = {
    ...(hasDays ? ({ month: "short", day: "numeric" } as const) : {}),
    hour: "numeric",
    minute: "2-digit",
  } as const;
  /** With the day where there are several. */
  const time = (at: number) => format.dateTime(at, options);
  /** The same, exact enough to be another one after each bin. */
  const clock = (at: number) =>
    format.dateTime(at, seconds < 60 ? { ...options, second: "2-digit" } : options);
  const voted = ({ round, voted, isOpen }: NonNullable<Reading["vote"]>) =>
    isOpen ? t("voted", { voted, people: people ?? 0 }) : t("votedIn", { voted, people: people ?? 0, round });

  return {
    hasDays,
    time,
    clock,
    phase: (reading: Reading) => reading.phase && phases(`${reading.phase}.name`),
    /** "2:05 PM, Rebuttals: 12 of 30 had voted, 5 rebuttals". */
    reading(reading: Reading): string {
      const { at, phase, vote, rebuttals, endorsements } = reading;
      const facts = list(
        vote && voted(vote),
        t("rebuttalsCount", { count: rebuttals }),
        endorsements !== null && t("endorsementsCount", { count: endorsements }),
      );
      if (phase === null) return t("moment", { time: clock(at), facts });
      return t("momentIn", { time: clock(at), phase: phases(`${phase}.name`), facts });
    },
  };
}
