"use client";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Flag } from "#app/icons/icons.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { useSeat } from "#app/student/join/seat.ts";

const OUTCOMES = ["waiting", "taken-down", "kept"] as const;

/** What became of what I reported; nothing before I have reported anything. */
export function OwnReports() {
  const t = useTranslations("student.reports");
  const { sentences } = useJoined();
  const { reported } = useSeat().you;
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: reported.filter((report) => report.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  const words = sentences(...counts.map(({ outcome, count }) => t(outcome, { count })));
  useNews("reports", words);
  if (words === "") return null;
  return (
    <p className="flex items-start gap-2 text-sm text-ink-soft">
      <Flag aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{words}</span>
    </p>
  );
}
