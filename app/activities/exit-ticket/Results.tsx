"use client";
import { useLocale, useTranslations } from "next-intl";
import { use, useEffect, useState } from "react";
import { FileText, RotateCcw } from "#app/icons/icons.ts";
import { LiveSnapshot } from "#app/results/live-snapshot.ts";
import type { HostsPart } from "#app/results/sections/hosts-part.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { EXIT_LINES, type ExitLine } from "#debate/activities/exit-ticket/rules.ts";
import { LEAST_GROUP } from "#debate/counting/tally.ts";

/** As the export has it: `participant` is the name that the class sees, `name` the typed one. */
type Row = { participant?: string | null; name?: string | null } & {
  [line in ExitLine]: string | null;
};

/** [Y16] What students took along, a question after the other: what a class still doubts stands together. `isAnonymous`: [Y19] they are read four or more at a time. */
export function TicketList({ code, isAnonymous }: HostsPart) {
  const t = useTranslations("results.exitTickets");
  const lines = useTranslations("shared.exitLines");
  const { rows, hasFailed, isPending, again } = useTickets(code);
  const { compare } = new Intl.Collator(useLocale(), { numeric: true });
  const count = use(LiveSnapshot)?.exitTickets;
  // [Y19] Of an anonymous session more than are waiting may be changed, or too few.
  const newer = rows && count !== undefined && !isAnonymous ? count - rows.length : 0;
  return (
    <div className="grid grid-cols-1 gap-6">
      {hasFailed && <Notice kind={rows ? "warning" : "error"} title={t("failed")} />}
      {!rows && !hasFailed && <EmptyState title={t("loading")} />}
      {rows?.length === 0 && (
        <EmptyState icon={FileText} title={t(isAnonymous ? "emptyAnonymousTitle" : "emptyTitle")}>
          {t(isAnonymous ? "emptyAnonymous" : "emptyBody", { least: LEAST_GROUP })}
        </EmptyState>
      )}
      {(rows || hasFailed) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="small" pending={isPending} onClick={again}>
            <RotateCcw aria-hidden="true" className="size-4.5" />
            {newer > 0 ? t("newer", { count: newer }) : t("again")}
          </Button>
          {rows && <p className="text-sm text-ink-soft">{t("count", { count: rows.length })}</p>}
        </div>
      )}
      {isAnonymous && rows && rows.length > 0 && (
        <p className="text-sm text-ink-soft">{t("together", { least: LEAST_GROUP })}</p>
      )}
      {rows &&
        EXIT_LINES.map((line) => {
          const said = rows.flatMap(({ participant, name, ...row }, ticket) => {
            const text = row[line];
            return text === null ? [] : [{ ticket, text, by: name ?? participant ?? "" }];
          });
          // [Y16] Without names the order of the file, which tells nothing, stays.
          said.sort((one, other) => compare(one.by, other.by));
          return (
            said.length > 0 && (
              <section key={line} aria-labelledby={`exit-${line}`} className="grid gap-3">
                <h3 id={`exit-${line}`} className="font-serif text-xl">
                  {lines(line)}
                </h3>
                <ul className="gap-x-8 lg:columns-2">
                  {said.map(({ ticket, text, by }) => (
                    <li key={ticket} className="mb-3 break-inside-avoid border-t border-line pt-2">
                      <Written as="p" className="whitespace-pre-line wrap-anywhere">
                        {text}
                      </Written>
                      {by && (
                        <Written as="p" className="text-sm text-ink-soft wrap-anywhere">
                          {by}
                        </Written>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
    </div>
  );
}

/** The tickets. They are read again only when the host presses the button, so that the list doesn’t move under a reader. */
function useTickets(code: string) {
  const [rows, setRows] = useState<Row[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isPending, setPending] = useState(true);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is the reason to read again.
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const path = `/api/sessions/${code}/export?table=exit&format=json`;
      const reply = await ask<{ rows: Row[] }>("GET", path, undefined, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setFailed(!reply.ok);
      setPending(false);
      if (reply.ok) setRows(reply.value.rows);
    };
    void read();
    return () => stop.abort();
  }, [code, attempt]);
  const again = () => {
    setPending(true);
    setAttempt((count) => count + 1);
  };
  return { rows, hasFailed, isPending, again };
}
