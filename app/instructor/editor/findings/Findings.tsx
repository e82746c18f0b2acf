"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { Check, CircleAlert, CircleHelp } from "#app/icons/icons.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { findingsIn, isBlocking } from "#app/instructor/editor/findings/findings.ts";
import { READING_MINUTES, useReadingMinutes } from "#app/instructor/editor/findings/reading-minutes.ts";
import { useFindingWords } from "#app/instructor/editor/findings/use-finding-words.ts";
import { goTo } from "#app/instructor/editor/focus.ts";

/** [D26] What to look at before the debate is used, each as a way to go there. */
export function Findings({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.hand");
  const [minutes, choose] = useReadingMinutes();
  const settled = useDeferredValue(form);
  const findings = useMemo(() => findingsIn(settled, minutes), [settled, minutes]);
  const wordsOf = useFindingWords();
  return (
    <section
      aria-labelledby="findings-part"
      className="grid gap-3 rounded-card border border-line bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="findings-part" className="font-serif text-xl font-semibold">
          {t("findings.title")}
        </h2>
        <label className="flex flex-wrap items-center gap-x-3 text-sm">
          {t("findings.readingTime")}
          <select
            value={minutes}
            onChange={({ target }) => choose(Number(target.value))}
            className="min-h-touch rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
          >
            {READING_MINUTES.map((each) => (
              <option key={each} value={each}>
                {t("findings.minutes", { minutes: each })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {findings.length === 0 && (
        <p className="flex items-center gap-2">
          <Check aria-hidden="true" className="size-5" />
          {t("findings.none")}
        </p>
      )}
      <ul className="grid">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.at}`}>
            <button
              type="button"
              onClick={() => goTo(document.getElementById(finding.at))}
              className="flex min-h-touch w-full items-start gap-2 rounded-control py-2 text-start hover:bg-sunken"
            >
              {isBlocking(finding) ? (
                <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
              ) : (
                <CircleHelp aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" />
              )}
              <span className="soft-underline">{wordsOf(finding)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
