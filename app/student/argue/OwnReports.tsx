"use client";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Flag } from "#app/icons/icons.ts";
import { useSummary } from "#app/shared/notices/announce.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Outcome } from "#debate/rules/moderation.ts";

const OUTCOMES = ["waiting", "taken-down", "kept"] as const satisfies readonly Outcome[];

/** What became of what I reported; nothing before I have reported anything. */
export function OwnReports() {
  const t = useTranslations("student.reports");
  const { sentences } = useJoined();
  const { reported } = useSeat().you;
  const countOf = (outcome: Outcome) => reported.filter((report) => report.outcome === outcome).length;
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: countOf(outcome) })).filter(
    ({ count }) => count > 0,
  );
  const words = sentences(...counts.map(({ outcome, count }) => t(outcome, { count })));
  useSummary("taken down", countOf("taken-down"), (count) => t("taken-down", { count }));
  useSummary("kept", countOf("kept"), (count) => t("kept", { count }));
  if (words === "") return null;
  return (
    <p className="flex items-start gap-2 text-sm text-ink-soft">
      <Flag aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{words}</span>
    </p>
  );
}
