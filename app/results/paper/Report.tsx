import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PAPER } from "#app/activities/paper.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import { HowCounted } from "#app/results/how/HowCounted.tsx";
import { HowSure } from "#app/results/opinions/HowSure.tsx";
import { Experts, Masthead } from "#app/results/paper/Masthead.tsx";
import { PaperMoved } from "#app/results/paper/PaperMoved.tsx";
import {
  FlowCounts,
  MissingVotes,
  PersistenceShares,
  RoundCounts,
  StoryCounts,
  SwingCounts,
} from "#app/results/paper/tables.tsx";
import { CoinFigure, FlowFigure, SwingFigure } from "#app/results/picture/charts.tsx";
import { RanVersionNote } from "#app/results/RanVersionNote.tsx";
import { WavesList } from "#app/results/rounds/WavesList.tsx";
import { LeadEnds } from "#app/results/verdict/LeadEnds.tsx";
import { VerdictSentence } from "#app/results/verdict/VerdictSentence.tsx";
import { WithheldParts } from "#app/results/Withheld.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

type ReportProps = { page: ResultsPage; isClassVersion?: boolean };

/** [V23] The whole result of a session on paper. What the class may not read is not in the class's version, which says so. */
export function Report({ page, isClassVersion = false }: ReportProps) {
  const t = useTranslations("report");
  const results = useTranslations("results");
  const { paired, swing, withheld, verdict, resolution, phase, ...rest } = page.results;
  const isHosts = page.isHost && !isClassVersion;
  const seesMore = isHosts && page.settings.identity !== "anonymous";
  const ofActivities = (arePaired: boolean) =>
    PAPER.map(
      ({ id, part, Content, isBeside = false, hasLead }) =>
        isBeside === arePaired &&
        page.results[part] && (
          <Section
            key={id}
            title={results(`${id}.title`)}
            lead={hasLead(page.results) ? results(`${id}.lead`) : undefined}
          >
            <Content page={page} />
          </Section>
        ),
    );
  return (
    <article>
      <Masthead page={page} kind={t("kind")} />
      {!page.isOpen && (
        <p className="mt-3 border-2 border-ink px-3 py-2 font-semibold">
          {t(phase === "results" ? "covered" : "early")}
        </p>
      )}
      {seesMore && withheld.length > 0 && (
        <p className="mt-3 border-2 border-ink px-3 py-2 font-semibold">{t("hosts")}</p>
      )}
      <header className="mt-5">
        <Resolution as="p" size="small" className="text-ink-soft">
          {resolution}
        </Resolution>
        <VerdictSentence facts={verdict.facts} className="mt-3" />
        <TakenPart page={page} />
        {isHosts && <RanVersionNote ran={page.ran} className="mt-1 text-xs text-ink-soft" />}
      </header>
      <div className="mt-4 border-y border-line py-3">
        <Experts page={page} />
      </div>
      <Section title={results("flowTitle")}>
        {paired.n === 0 ? (
          <p>{results("noPairs.body")}</p>
        ) : paired.matrix || paired.rounded ? (
          <>
            <FlowFigure page={page} />
            <FlowCounts movement={paired} />
            <StoryCounts results={page.results} />
          </>
        ) : (
          <RoundedShares movement={paired} />
        )}
      </Section>
      {swing && paired.n > 1 && (
        <Section title={results("swing.title")}>
          <SwingFigure page={page} />
          <SwingCounts results={page.results} />
          <Pair className="mt-6">
            <CoinFigure page={page} />
            <div>
              <PersistenceShares results={page.results} />
              <LeadEnds results={page.results} className="mt-3" />
            </div>
          </Pair>
        </Section>
      )}
      <Section title={results("rebuttals.title")}>
        <PaperMoved page={page} />
      </Section>
      <Pair>
        {ofActivities(true)}
        {rest.confidence && (
          <Section title={results("confidence.title")}>
            <HowSure confidence={rest.confidence} />
          </Section>
        )}
      </Pair>
      {ofActivities(false)}
      {rest.waves && (
        <Section title={results("legs.title")} lead={results("legs.lead")}>
          <WavesList waves={rest.waves} />
        </Section>
      )}
      <Pair>
        <Section title={results("rounds.title")}>
          <RoundCounts results={page.results} />
        </Section>
        <Section title={results("attrition.title")}>
          <MissingVotes results={page.results} />
        </Section>
      </Pair>
      {withheld.length > 0 && (
        <Section title={t(seesMore ? "withheldTitle" : "leftOutTitle")}>
          <WithheldParts withheld={withheld} paired={paired} />
        </Section>
      )}
      <Section title={results("counted.title")}>
        <div className="sheet-columns">
          <HowCounted results={page.results} />
          {page.debate.rights && (
            <Written
              as="p"
              data-whole
              data-keeps-previous
              className="mt-6 border-t border-line pt-2 text-xs text-ink-soft"
            >
              {page.debate.rights}
            </Written>
          )}
        </div>
      </Section>
    </article>
  );
}

/** How many voted before, after and both times, which everyone may know. Where no one voted twice, the verdict says so. */
export function TakenPart({ page: { results } }: { page: ResultsPage }) {
  const t = useTranslations("report");
  const { sentences } = useJoined();
  const both = results.paired.n;
  const voted = (round: string) => results.rounds.find((each) => each.round === round)?.n ?? 0;
  return (
    <p className="mt-3 text-pretty empty:hidden">
      {sentences(
        both > 0 && t("tookPart", { before: voted("before"), after: voted("after"), both }),
        results.onPaper && t("onPaper", { count: results.onPaper }),
      )}
    </p>
  );
}

/** Two parts beside each other, on a phone below each other. */
function Pair({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div data-whole className={classNames("grid gap-x-10 sm:grid-cols-2 print:grid-cols-2", className)}>
      {children}
    </div>
  );
}

type SectionProps = { title: string; lead?: string | undefined; children: ReactNode };

function Section({ title, lead, children }: SectionProps) {
  return (
    <section className="mt-7 min-w-0">
      <header className="mb-2 border-t-2 border-ink pt-1.5">
        <h2 className="font-serif text-xl font-medium">{title}</h2>
        {lead && <p className="mt-1 text-sm text-ink-soft text-pretty">{lead}</p>}
      </header>
      {children}
    </section>
  );
}
