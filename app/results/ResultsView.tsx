import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Scale } from "#app/icons/icons.ts";
import { Attrition } from "#app/results/Attrition.tsx";
import { ClassGuesses } from "#app/results/ClassGuesses.tsx";
import { Exports } from "#app/results/Exports.tsx";
import { Flow } from "#app/results/Flow.tsx";
import { HowCounted } from "#app/results/HowCounted.tsx";
import { Lead } from "#app/results/Lead.tsx";
import { Opinions } from "#app/results/Opinions.tsx";
import { Persistence } from "#app/results/Persistence.tsx";
import { Positions } from "#app/results/Positions.tsx";
import { RoundedShares } from "#app/results/RoundedShares.tsx";
import { Rounds } from "#app/results/Rounds.tsx";
import { Stories } from "#app/results/Stories.tsx";
import { Swing } from "#app/results/Swing.tsx";
import { VerdictSentence } from "#app/results/VerdictSentence.tsx";
import { WavesList } from "#app/results/WavesList.tsx";
import { WhatMoved } from "#app/results/WhatMoved.tsx";
import { Withheld } from "#app/results/Withheld.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { Resolution } from "#app/shared/Resolution.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { isStandingTold } from "#debate/counting/ranking.ts";
import type { MovementResult, Results } from "#debate/counting/results.ts";

/** `name`: of the session [V17], where nothing around says it. */
type ResultsViewProps = { results: Results; debate: Debate; isHost: boolean; name?: string };

/** The parts that the contents lead to. */
const PARTS = ["swing", "rebuttals", "positions", "attrition", "counted"] as const;

/** The whole result of a session, the sentence first. */
export function ResultsView({ results, debate, isHost, name = "" }: ResultsViewProps) {
  const t = useTranslations("results");
  const hasPairs = results.paired.n > 0;
  const missing: readonly string[] = (["swing", "attrition"] as const).filter(
    (part) => results[part] === null,
  );
  const hasStanding = results.rebuttals.some(isStandingTold);
  const isPublic = results.phase === "results" || results.phase === "closed";
  return (
    <article className="grid grid-cols-1 gap-14 sm:gap-20">
      <header className="grid grid-cols-1 gap-5">
        {isHost && !isPublic && (
          <Notice kind="info" title={t("early.title")}>
            {t("early.body")}
          </Notice>
        )}
        {isHost && <Withheld withheld={results.withheld} />}
        {name !== "" && (
          <p dir="auto" className="-mb-3 text-lg font-semibold text-balance wrap-anywhere">
            {name}
          </p>
        )}
        <Resolution as="p" size="small" className="text-ink-soft">
          {results.resolution}
        </Resolution>
        <VerdictSentence verdict={results.verdict} className="max-w-[60rem]" />
        <nav aria-label={t("contents")}>
          <ul className="flex flex-wrap gap-x-5 text-sm">
            {PARTS.filter((part) => !missing.includes(part)).map((part) => (
              <li key={part}>
                <a
                  href={`#${part}`}
                  className="inline-flex min-h-touch items-center underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                >
                  {t(`${part}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {hasPairs ? (
        <>
          <section aria-label={t("flowTitle")} className="-mt-6 sm:-mt-10">
            <FlowOrShares movement={results.paired} />
          </section>
          {results.swing && (
            <Section id="swing" title={t("swing.title")} lead={t("swing.lead")}>
              <Swing results={results} />
              <Lead results={results} />
            </Section>
          )}
          {results.stories && (
            <Section title={t("stories.title")}>
              <Stories stories={results.stories} n={results.paired.n} />
            </Section>
          )}
          {results.guess && (
            <Section title={t("guesses.title")} lead={t("guesses.lead")}>
              <ClassGuesses guess={results.guess} />
            </Section>
          )}
          {(results.confidence || results.polarization) && (
            <Section title={t("opinions.title")}>
              <Opinions results={results} />
            </Section>
          )}
          {results.conversion && (
            <Section title={t("persistence.title")} lead={t("persistence.lead")}>
              <Persistence results={results} />
            </Section>
          )}
        </>
      ) : (
        <EmptyState icon={Scale} title={t("noPairs.title")}>
          {t("noPairs.body")}
        </EmptyState>
      )}
      {results.legs.some(({ n, matrix }) => n > 0 && matrix) && (
        <Section title={t("legs.title")} lead={t("legs.lead")}>
          <div className="grid gap-10">
            {results.waves && <WavesList waves={results.waves} />}
            {results.legs.map(
              ({ matrix, ...leg }) =>
                matrix && (
                  <Flow key={leg.from} movement={{ ...leg, matrix }} animated={false} listens={false} />
                ),
            )}
          </div>
        </Section>
      )}
      <Section
        id="rebuttals"
        title={t("rebuttals.title")}
        lead={
          results.rebuttals.length > 0
            ? `${t(results.withheld.includes("camps") && !isHost ? "rebuttals.leadEndorsed" : "rebuttals.lead")} ${hasStanding ? t("rebuttals.leadStanding") : ""}`
            : undefined
        }
      >
        <WhatMoved results={results} debate={debate} />
      </Section>
      <Section id="positions" title={t("positions.title")} lead={t("positions.lead")}>
        <Positions results={results} debate={debate} />
      </Section>
      <Section title={t("rounds.title")} lead={t("rounds.lead")}>
        <Rounds results={results} />
      </Section>
      {results.attrition && (
        <Section id="attrition" title={t("attrition.title")}>
          <Attrition attrition={results.attrition} hasPairs={hasPairs} />
        </Section>
      )}
      <Section id="counted" title={t("counted.title")}>
        <HowCounted results={results} />
      </Section>
      {isHost && (
        <Section title={t("exports.title")}>
          <Exports code={results.code} />
        </Section>
      )}
      {debate.rights && <p className="border-t border-line pt-4 text-xs text-ink-soft">{debate.rights}</p>}
    </article>
  );
}

function FlowOrShares({ movement }: { movement: MovementResult }) {
  const t = useTranslations("flow.rounded");
  const { matrix, rounded } = movement;
  if (matrix) return <Flow movement={{ ...movement, matrix }} />;
  if (!rounded) return <RoundedShares movement={movement} />;
  return (
    <div className="grid gap-2">
      <Flow movement={{ ...movement, matrix: rounded }} />
      <p className="text-sm text-ink-soft">{t("noisy")}</p>
    </div>
  );
}

type SectionProps = { title: string; lead?: string | undefined; id?: string; children: ReactNode };

function Section({ title, lead, id, children }: SectionProps) {
  return (
    <section id={id} className="grid scroll-mt-6 grid-cols-1 gap-6">
      <header className="grid gap-1">
        <h2 className="font-serif text-2xl">{title}</h2>
        {lead && <p className="max-w-prose text-ink-soft text-pretty">{lead}</p>}
      </header>
      {children}
    </section>
  );
}
