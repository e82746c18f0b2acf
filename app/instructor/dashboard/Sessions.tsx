import { useFormatter, useTranslations } from "next-intl";
import { Presentation } from "#app/icons/icons.ts";
import { SessionCard } from "#app/instructor/dashboard/SessionCard.tsx";
import { groupedBy } from "#app/instructor/grouped.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import type { SessionRow } from "#debate/protocol/pages.ts";

const CARDS = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3";
const HEADING = "scroll-mt-6 font-serif text-3xl font-medium tracking-tight outline-none";
/** How many past sessions a page shows at first, and how many more with each "show more". */
export const PAST_STEP = 24;

/** Sessions that were never closed pile up; the newest are the ones in use. */
const RUNNING_SHOWN = 6;

type RunningSessionsProps = { sessions: readonly SessionRow[]; all: boolean };

export function RunningSessions({ sessions, all }: RunningSessionsProps) {
  const t = useTranslations("instructor.dashboard");
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="sessions" className="mb-14 grid gap-5">
      <h2 id="sessions" tabIndex={-1} className={HEADING}>
        {t("running")}
      </h2>
      <ul className={CARDS}>
        {sessions.slice(0, all ? undefined : RUNNING_SHOWN).map((session) => (
          <SessionCard key={session.code} session={session} running heading="h3" />
        ))}
      </ul>
      {!all && sessions.length > RUNNING_SHOWN && (
        <LinkButton href="/dashboard?running=all" scroll={false} className="justify-self-center">
          {t("showMore", { count: sessions.length - RUNNING_SHOWN })}
        </LinkButton>
      )}
    </section>
  );
}

type PastSessionsProps = {
  sessions: readonly SessionRow[];
  shown: number;
  anyRunning: boolean;
  allRunning: boolean;
};

export function PastSessions({ sessions, shown, anyRunning, allRunning }: PastSessionsProps) {
  const t = useTranslations("instructor.dashboard");
  const format = useFormatter();
  const month = ({ createdAt }: SessionRow) => format.dateTime(createdAt, { year: "numeric", month: "long" });
  const groups = [...groupedBy(sessions.slice(0, shown), month)];
  // The header's "Sessions" leads to the first of them.
  const id = anyRunning ? "past" : "sessions";
  const left = sessions.length - shown;
  return (
    <section aria-labelledby={id} className="mt-14 grid gap-6">
      <h2 id={id} tabIndex={-1} className={HEADING}>
        {t(anyRunning || sessions.length > 0 ? "past" : "sessions")}
      </h2>
      {sessions.length === 0 && (
        <EmptyState icon={Presentation} title={t(anyRunning ? "noPastTitle" : "noSessionsTitle")}>
          {t(anyRunning ? "noPastBody" : "noSessionsBody")}
        </EmptyState>
      )}
      {groups.map(([name, rows]) => (
        <section key={name} className="grid gap-3">
          <h3 className="eyebrow text-ink-soft">{name}</h3>
          <ul className={CARDS}>
            {rows.map((session) => (
              <SessionCard key={session.code} session={session} running={false} heading="h4" />
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && (
        <LinkButton
          href={`/dashboard?past=${shown + PAST_STEP}${allRunning ? "&running=all" : ""}`}
          scroll={false}
          className="justify-self-center"
        >
          {t("showMore", { count: Math.min(left, PAST_STEP) })}
        </LinkButton>
      )}
    </section>
  );
}
