"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { DatesDialog } from "#app/host/dates/DatesDialog.tsx";
import { useReminder } from "#app/host/dates/use-reminder.ts";
import { SessionPart } from "#app/host/session/SessionPart.tsx";
import { useCopy } from "#app/host/use-copy.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Copy } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useSetDate } from "#app/shared/dates/use-set-date.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [P29] The phases with set dates, and a reminder that the host can copy. */
export function DatesPanel({ page, snapshot }: { page: HostPage; snapshot: Snapshot }) {
  const t = useTranslations("host.dates");
  const { may } = useCommands();
  const { opens } = useSetDate();
  const { sentences } = useJoined();
  const copy = useCopy();
  const reminder = useReminder(page, snapshot);
  const { schedule, phase } = snapshot;
  const phases = phasesOf(page.settings);
  const isOver = phases.indexOf(phase) === phases.length - 1;
  if (isOver) return null;
  return (
    <SessionPart title={t("title")}>
      {schedule ? (
        <ol className="grid gap-2">
          {schedule.dates.map((date, index) => (
            <li
              key={date.phase}
              suppressHydrationWarning
              className="border-l-3 border-line-strong pl-3 text-pretty"
            >
              {opens(schedule, index)}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-sm text-ink-soft text-pretty">{sentences(t("lead"), t("none"))}</p>
      )}
      {may("host:dates") && (
        <>
          <div className="flex flex-wrap gap-2">
            <DatesDialog page={page} snapshot={snapshot} />
            {reminder && (
              <Button size="small" onClick={() => copy(reminder, t("copied"))}>
                <Copy aria-hidden="true" className="size-4" />
                {t("copy")}
              </Button>
            )}
          </div>
          {reminder && (
            <>
              <p
                suppressHydrationWarning
                className="rounded-control bg-sunken px-3 py-2 text-sm wrap-anywhere"
              >
                {reminder}
              </p>
              <p className="text-sm text-ink-soft text-pretty">{t("reminderHint")}</p>
            </>
          )}
        </>
      )}
    </SessionPart>
  );
}
