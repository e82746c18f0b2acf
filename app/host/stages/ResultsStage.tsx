"use client";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { HOST_RESULTS } from "#app/activities/host-results.ts";
import { SendGrades } from "#app/host/course/SendGrades.tsx";
import { closingEnds } from "#app/host/next-step.ts";
import { MovedPicks } from "#app/host/stages/MovedPicks.tsx";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import { RevealLadder } from "#app/host/stages/RevealLadder.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { WallPicks } from "#app/host/stages/WallPicks.tsx";
import { ExternalLink, EyeOff, Lock } from "#app/icons/icons.ts";
import type { FetchedResults } from "#app/live/use-live-results.ts";
import { LiveSnapshot } from "#app/results/live-snapshot.ts";
import { ResultsView } from "#app/results/ResultsView.tsx";
import { WallPicksBy } from "#app/results/wall-pick.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { CompareLink } from "#app/shared/links/CompareLink.tsx";
import { MarksLink } from "#app/shared/links/MarksLink.tsx";
import { ParticipationLink } from "#app/shared/links/ParticipationLink.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { SameAgain } from "#app/shared/sessions/SameAgain.tsx";
import { KeepTemplate } from "#app/shared/templates/KeepTemplate.tsx";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import { isOn } from "#debate/activities/open.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { isClosed } from "#debate/rules/phases.ts";
import type { OnWall, Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import { isWords } from "#debate/rules/views.ts";

type ResultsStageProps = {
  page: HostPage;
  snapshot: Snapshot;
  result: ResultMessage | null;
  reveal: RevealPlace | null;
  fetched: FetchedResults;
  rebuttals: ReadonlyMap<string, Rebuttal>;
};

/** The reveal as it goes, what can be put on the wall, and the results as the host may see them. */
export function ResultsStage({ page, snapshot, result, reveal, fetched, rebuttals }: ResultsStageProps) {
  const t = useTranslations("host");
  const isHost = page.role === "host";
  const isOver = isClosed(snapshot.phase);
  const isNamed = page.settings.identity === "named";
  const closed =
    page.role === "assistant" ? "closed.assistant" : snapshot.resultsKept ? "closed.kept" : "closed.body";
  const lead = HOST_RESULTS.find(({ lead }) => lead?.phase === snapshot.phase)?.lead?.words ?? closed;
  const isOpen = snapshot.step === "open" || snapshot.opened === true;
  const keep = isOver && isHost && <KeepTemplate of={{ from: page.code }} />;
  return (
    <>
      <StageTitle
        lead={isOver ? t(lead) : isOpen && !isNamed && t("results.note")}
        aside={
          isOpen && (
            <div className="flex flex-wrap gap-2 [&>form]:basis-full">
              <LinkButton href={page.paths.results} target="_blank" rel="noopener">
                <ExternalLink aria-hidden="true" className="size-4.5" />
                {t("results.open")}
              </LinkButton>
              {page.canCompare && <CompareLink code={page.code} opensTab />}
              {isHost && page.settings.identity !== "anonymous" && (
                <>
                  <ParticipationLink code={page.code} />
                  <MarksLink code={page.code} />
                </>
              )}
              {isOver && page.sendsGrades && <SendGrades code={page.code} first="participation" />}
              {isOver && isHost && <SameAgain code={page.code} name={page.settings.name} />}
              {keep}
            </div>
          )
        }
      >
        {isOver ? t("closed.title") : t("results.title")}
      </StageTitle>
      {!isOpen && keep && <div className="mb-4">{keep}</div>}
      {isHost &&
        HOST_RESULTS.map(
          ({ name, Choice }) => Choice && <Choice key={name} page={page} snapshot={snapshot} />,
        )}
      {reveal && <RevealLadder reveal={reveal} snapshot={snapshot} isRehearsal={closingEnds(page)} />}
      {snapshot.step === "moved" && result?.moved && (
        <MovedPicks moved={result.moved} rebuttals={rebuttals} wall={snapshot.wall} />
      )}
      <WallPicks result={result} wall={snapshot.wall} />
      {HOST_RESULTS.map(
        ({ name, Results, isAssistants }) =>
          Results &&
          (isHost || isAssistants) &&
          isOn(name, page.settings) && <Results key={name} snapshot={snapshot} />,
      )}
      <FullResults page={page} fetched={fetched} isOpen={isOpen} snapshot={snapshot} />
    </>
  );
}

type FullResultsProps = {
  page: HostPage;
  fetched: FetchedResults;
  isOpen: boolean;
  snapshot: Snapshot;
};

function FullResults({ page, fetched: { results, failed }, isOpen, snapshot }: FullResultsProps) {
  const { wall } = snapshot;
  const t = useTranslations("host");
  const isHost = page.role === "host";
  // The same thing on the wall is another object in every snapshot.
  const onWall = JSON.stringify(wall);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wall's content as text stands for it.
  const pick = useMemo(
    () => (what: OnWall, words?: string) =>
      // [V18] Words of voters wait until the class may read the results.
      isWords(what) && !isOpen ? null : <PickButton what={what} words={words} wall={wall} />,
    [onWall, isOpen],
  );
  if (!isHost && !isOpen && !results)
    return (
      <EmptyState icon={Lock} title={t("results.assistantTitle")}>
        {t("results.assistantBody")}
      </EmptyState>
    );
  return (
    <>
      {failed && (
        <Notice kind="warning" className="mb-4">
          {t("results.failed")}
        </Notice>
      )}
      {results ? (
        <Card padding="roomy">
          {isHost && !isOpen && (
            <p className="sticky top-0 z-10 -mx-5 -mt-5 mb-6 flex flex-wrap items-center gap-x-2 rounded-t-card border-b border-line bg-sunken px-5 py-3 text-sm sm:-mx-8 sm:-mt-8 sm:px-8">
              <EyeOff aria-hidden="true" className="size-4.5 shrink-0" />
              <span className="font-semibold">{t("results.onlyYou")}</span>
              <span className="text-ink-soft max-sm:hidden">{t("results.onlyYouBody")}</span>
            </p>
          )}
          <WallPicksBy value={pick}>
            <LiveSnapshot value={snapshot}>
              <Whole
                headline="h2"
                results={results}
                settings={page.settings}
                debate={page.debate}
                isHost={isHost}
              />
            </LiveSnapshot>
          </WallPicksBy>
        </Card>
      ) : (
        <EmptyState title={t("results.waiting")} />
      )}
    </>
  );
}

const Whole = memo(ResultsView);
