import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Scale } from "#app/icons/icons.ts";
import { Flow } from "#app/results/flow/Flow.tsx";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import { RanVersionNote } from "#app/results/RanVersionNote.tsx";
import { Sections } from "#app/results/sections/Sections.tsx";
import { type ShownSettings, useSections } from "#app/results/use-sections.tsx";
import { KeyFigures } from "#app/results/verdict/KeyFigures.tsx";
import { VerdictSentence } from "#app/results/verdict/VerdictSentence.tsx";
import { Withheld } from "#app/results/Withheld.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { MovementResult, Results } from "#debate/counting/results.ts";
import type { RanVersion } from "#debate/rules/shelves.ts";

/** The picture of the results, as exact as the reader may see it. */
function FlowOrShares({ movement }: { movement: MovementResult }) {
  const t = useTranslations("flow.rounded");
  const { matrix, rounded } = movement;
  if (matrix) return <Flow movement={{ ...movement, matrix }} />;
  if (!rounded) return <RoundedShares movement={movement} />;
  return (
    <div className="grid gap-2">
      <Flow movement={{ ...movement, matrix: rounded }} isRounded />
      <p className="text-sm text-ink-soft">{t("noisy")}</p>
    </div>
  );
}

const WITHOUT: ShownSettings = {
  identity: "pseudonym",
  questions: { readingVote: false, confidence: false, reasons: false, credit: false },
  reveal: "at-once",
  activities: {},
};

/** `name`: of the session [V17], and `isOpen`: whether the class may read this [V14], where nothing around says it. */
type ResultsViewProps = {
  results: Results;
  /** Which parts the session had, for the host's lists and files. */
  settings?: ShownSettings;
  debate: ReadDebate;
  isHost: boolean;
  /** [F24] In the control room the page has its own. */
  headline?: "h1" | "h2";
  isOpen?: boolean;
  name?: string;
  ran?: RanVersion | undefined;
  /** Downloads and links: above the other parts for the host, who came for them, and below for everyone else. */
  takeHome?: ReactNode;
};

/** The whole result of a session: headline, picture and three numbers first, the rest folded under them. */
export function ResultsView({
  results,
  settings = WITHOUT,
  debate,
  isHost,
  headline = "h1",
  isOpen = true,
  name = "",
  ran,
  takeHome,
}: ResultsViewProps) {
  const t = useTranslations("results");
  const isAnonymous = settings.identity === "anonymous";
  const sections = useSections({ results, settings, debate, isHost });
  return (
    <article
      data-sections
      // Japanese wraps between phrases, which in large text are wider than a phone. Tables scroll.
      className="grid grid-cols-1 gap-10 wrap-anywhere sm:gap-12 [&_table]:wrap-normal"
    >
      <header className="grid grid-cols-1 gap-5">
        {isHost && !isOpen && (
          <Notice kind="info" title={t("early.title")}>
            {t(
              `early.${results.phase === "results" ? "covered" : settings.reveal === "staged" ? "staged" : "body"}`,
            )}
          </Notice>
        )}
        {isHost && <Withheld withheld={results.withheld} paired={results.paired} isAnonymous={isAnonymous} />}
        {name !== "" && (
          <Written as="p" className="-mb-3 text-lg font-semibold text-balance wrap-anywhere">
            {name}
          </Written>
        )}
        <Resolution as="p" size="small" className="text-ink-soft">
          {results.resolution}
        </Resolution>
        <VerdictSentence as={headline} facts={results.verdict.facts} className="max-w-[60rem]" />
        <RanVersionNote ran={ran} className="text-sm text-ink-soft" />
      </header>
      {results.paired.n > 0 ? (
        <section aria-label={t("flowTitle")}>
          <FlowOrShares movement={results.paired} />
        </section>
      ) : (
        <EmptyState icon={Scale} title={t("noPairs.title")}>
          {t("noPairs.body")}
        </EmptyState>
      )}
      <section aria-label={t("key.title")}>
        <KeyFigures results={results} />
      </section>
      {isHost && takeHome}
      <Sections sections={sections} />
      {!isHost && takeHome}
      {debate.rights && (
        <Written as="p" className="max-w-[80ch] text-xs text-ink-soft">
          {debate.rights}
        </Written>
      )}
    </article>
  );
}
