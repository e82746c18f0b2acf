import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Users } from "#app/icons/icons.ts";
import { FillNewClass } from "#app/instructor/classes/course/FillNewClass.tsx";
import { NewClass } from "#app/instructor/classes/NewClass.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ClassEntry } from "#debate/protocol/answers/class-answers.ts";

type ClassListProps = { classes: readonly ClassEntry[]; hasPlatforms: boolean };

/** [Q15] An instructor's classes, and a new one. */
export function ClassList({ classes, hasPlatforms }: ClassListProps) {
  const t = useTranslations("classes");
  const format = useFormatter();
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-8">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="text-ink-soft text-pretty">{t("lead")}</p>
      </header>
      {classes.length === 0 ? (
        <EmptyState as="h2" icon={Users} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <ul aria-label={t("list")} className="border-y border-line">
          {classes.map(({ id, name, students, sessions, updatedAt }) => (
            <li key={id} className="border-t border-line first:border-t-0">
              <Link
                href={`/classes/${id}`}
                prefetch={false}
                className="group grid gap-1 py-4 hover:bg-sunken"
              >
                <Written
                  as="span"
                  className="font-serif text-xl font-medium underline-offset-4 group-hover:underline wrap-anywhere"
                >
                  {name}
                </Written>
                <span className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
                  <span>{t("students", { count: students })}</span>
                  <span>{t("sessions", { count: sessions })}</span>
                  <span>{t("changed", { date: format.dateTime(updatedAt, { dateStyle: "medium" }) })}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <NewClass />
      {hasPlatforms && (
        <div>
          <FillNewClass />
        </div>
      )}
    </div>
  );
}
