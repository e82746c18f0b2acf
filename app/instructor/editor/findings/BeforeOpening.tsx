"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { findingsIn } from "#app/instructor/editor/findings/findings.ts";
import { useReadingMinutes } from "#app/instructor/editor/findings/reading-minutes.ts";
import { useFindingWords } from "#app/instructor/editor/findings/use-finding-words.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Debate } from "#debate/content/debate.ts";

/** [D26] What to look at before a session is opened; where the debate can be edited, each leads to its field there. */
export function BeforeOpening({ debate, canEdit }: { debate: Debate; canEdit: boolean }) {
  const t = useTranslations("instructor.hand.findings");
  const [minutes] = useReadingMinutes();
  const findings = useMemo(() => findingsIn(formOf(debate, true), minutes), [debate, minutes]);
  const wordsOf = useFindingWords();
  if (findings.length === 0) return null;
  return (
    <Notice kind="info" title={t("title")}>
      <ul className="grid">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.at}`}>
            {canEdit ? (
              <a
                href={`/debates/${debate.id}/edit#${finding.at}`}
                className="inline-flex min-h-touch items-center soft-underline"
              >
                {wordsOf(finding)}
              </a>
            ) : (
              wordsOf(finding)
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
