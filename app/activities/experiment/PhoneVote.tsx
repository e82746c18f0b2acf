"use client";
import { useTranslations } from "next-intl";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import type { Round } from "#debate/rules/choices.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** [M29] Whether this half votes after arguing, and not yet. */
export function votesLater(round: Round, you: Mine, { activities }: Pick<Settings, "activities">): boolean {
  return round === "reading" && activities.experiment?.kind === "arguing" && you.experiment?.arm === "a";
}

/** [M29] In place of the vote that the other half has now. */
export function VotesLater() {
  const t = useTranslations("student.experiment.later");
  const { resolution } = useSeat();
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-3">
      <ViewHeading of="vote.reading" />
      <Resolution as="h2">{resolution}</Resolution>
      <p className="mt-4 font-serif text-xl text-pretty">{t("title")}</p>
      <p className="text-lg text-pretty">{t("body")}</p>
    </div>
  );
}

/** [M29] The half that has voted twice by the last vote may vote again. */
export function VotedTwice({ round }: { round: Round }) {
  const t = useTranslations("student.experiment");
  const { you, settings } = useSeat();
  const isSecondHalf = settings.activities.experiment?.kind === "arguing" && you.experiment?.arm === "b";
  if (round !== "after" || !isSecondHalf || !you.ballots.reading) return null;
  return <p className="text-ink-soft text-pretty">{t("again")}</p>;
}
