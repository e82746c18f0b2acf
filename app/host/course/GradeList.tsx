"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { GradesSent } from "#debate/protocol/answers/platform-answers.ts";
import type { Graded } from "#debate/rules/grades.ts";

type GradeListProps = { what: Graded; grades: NonNullable<GradesSent["preview"]> };

/** [Q60] What would be sent, student by student. */
export function GradeList({ what, grades }: GradeListProps) {
  const t = useTranslations("grades");
  const id = useId();
  if (grades.length === 0) return <Notice title={t("none")}>{t(`${what}.none`)}</Notice>;
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
      <h3 id={id} className="font-semibold">
        {t("preview", { count: grades.length })}
      </h3>
      <ul className="border-y border-line">
        {grades.map(({ participantId, name, score, maximum, comment }) => (
          <li
            key={participantId}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-2 first:border-t-0 [contain-intrinsic-size:auto_2.5rem] [content-visibility:auto]"
          >
            <Written className="wrap-anywhere">{name}</Written>
            <span className="tabular-nums">{t("points", { score, maximum })}</span>
            {comment !== undefined && (
              <Written as="p" className="col-span-2 text-sm text-ink-soft wrap-anywhere">
                {comment}
              </Written>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
