"use client";
import { useTranslations } from "next-intl";
import { ArrowRight } from "#app/icons/icons.ts";
import { OwnMovement } from "#app/results/OwnMovement.tsx";
import { VerdictSentence } from "#app/results/VerdictSentence.tsx";
import { Button } from "#app/shared/Button.tsx";
import { buttonLook } from "#app/shared/button-looks.ts";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { Resolution } from "#app/shared/Resolution.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useStudentResults } from "#app/student/result/use-student-results.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import type { Results } from "#debate/counting/results.ts";

/** How I moved, then how the class moved. */
export function ResultView({ rendered }: { rendered: Results | null }) {
  const t = useTranslations("student.result");
  const { code, resolution, state, you } = useSeat();
  const { results, askAgain } = useStudentResults(code, rendered);
  return (
    <div className="mx-auto grid max-w-measure gap-10">
      <div className="grid gap-3">
        <ViewHeading>{t("title")}</ViewHeading>
        <Resolution as="h2" size="small">
          {resolution}
        </Resolution>
        {state.snapshot.phase === "closed" && <Notice title={t("closed")}>{t("closedBody")}</Notice>}
      </div>
      {results ? (
        <>
          <OwnMovement
            before={you.ballots.before?.choice}
            after={you.ballots.after?.choice}
            results={results}
          />
          <section aria-labelledby="class-verdict" className="grid gap-4 border-t border-line pt-6">
            <h2 id="class-verdict" className="eyebrow text-ink-soft">
              {t("class")}
            </h2>
            <VerdictSentence as="p" verdict={results.verdict} />
            <p className="text-sm text-ink-soft">{t("noCause")}</p>
          </section>
          <a href={`/results/${code}`} className={buttonLook("primary", "large", "justify-self-start")}>
            {t("all")}
            <ArrowRight aria-hidden="true" className="size-5" />
          </a>
        </>
      ) : askAgain ? (
        <EmptyState title={t("failed")} action={<Button onClick={askAgain}>{t("again")}</Button>} />
      ) : (
        <p role="status" className="min-h-64 text-ink-soft">
          {t("loading")}
        </p>
      )}
    </div>
  );
}
