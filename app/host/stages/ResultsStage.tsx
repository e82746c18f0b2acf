"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { ExternalLink } from "#app/icons/icons.ts";
import type { FetchedResults } from "#app/live/use-live-results.ts";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { LinkButton } from "#app/shared/Button.tsx";
import { Card } from "#app/shared/Card.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";

type ResultsStageProps = {
  page: HostPage;
  fetched: FetchedResults;
  isClosed: boolean;
  isKept: boolean | undefined;
};

/** The results as the host may see them, with what to take away. */
export const ResultsStage = memo(function ResultsStage({
  page,
  fetched: { results, failed },
  isClosed,
  isKept,
}: ResultsStageProps) {
  const t = useTranslations("host");
  const isNamed = page.settings.identity === "named";
  return (
    <>
      <StageTitle
        lead={
          isClosed
            ? t(page.role === "assistant" ? "closed.assistant" : isKept ? "closed.kept" : "closed.body")
            : !isNamed && t("results.note")
        }
        aside={
          <LinkButton href={page.paths.results} target="_blank" rel="noopener">
            <ExternalLink aria-hidden="true" className="size-4.5" />
            {t("results.open")}
          </LinkButton>
        }
      >
        {isClosed ? t("closed.title") : t("results.title")}
      </StageTitle>
      {failed && (
        <Notice kind="warning" className="mb-4">
          {t("results.failed")}
        </Notice>
      )}
      {results ? (
        <Card padding="roomy">
          <ResultsView results={results} debate={page.debate} isHost={page.role === "host"} />
        </Card>
      ) : (
        <EmptyState title={t("results.waiting")} />
      )}
    </>
  );
});
