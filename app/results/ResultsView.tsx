import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Scale } from "#app/icons/icons.ts";
import { ExitTickets } from "#app/results/exit/ExitTickets.tsx";
import { Flow } from "#app/results/flow/Flow.tsx";
import { FlowOrShares } from "#app/results/flow/FlowOrShares.tsx";
import { Persistence } from "#app/results/flow/Persistence.tsx";
import { Stories } from "#app/results/flow/Stories.tsx";
import { HowCounted } from "#app/results/how/HowCounted.tsx";
import { ClassGuesses } from "#app/results/opinions/ClassGuesses.tsx";
import { HowSure } from "#app/results/opinions/HowSure.tsx";
import { OutlookChanges } from "#app/results/opinions/OutlookChanges.tsx";
import { Positions } from "#app/results/positions/Positions.tsx";
import { RanVersionNote } from "#app/results/RanVersionNote.tsx";
import { CommonGround } from "#app/results/rebuttals/CommonGround.tsx";
import { StarterHalves } from "#app/results/rebuttals/StarterHalves.tsx";
import { WhatMoved } from "#app/results/rebuttals/WhatMoved.tsx";
import { Attrition } from "#app/results/rounds/Attrition.tsx";
import { DidItLast } from "#app/results/rounds/DidItLast.tsx";
import { Rounds } from "#app/results/rounds/Rounds.tsx";
import { WavesList } from "#app/results/rounds/WavesList.tsx";
import { type ResultsSection, Sections } from "#app/results/sections/Sections.tsx";
import { Exports, type SessionSettings } from "#app/results/take-home/Exports.tsx";
import { TimelineSection } from "#app/results/timeline/TimelineSection.tsx";
import { KeyFigures } from "#app/results/verdict/KeyFigures.tsx";
import { Lead } from "#app/results/verdict/Lead.tsx";
import { Swing } from "#app/results/verdict/Swing.tsx";
import { VerdictSentence } from "#app/results/verdict/VerdictSentence.tsx";
import { Withheld } from "#app/results/Withheld.tsx";
import { useWordsSection } from "#app/results/words/use-words-section.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import { isStandingTold } from "#debate/counting/ranking.ts";
import type { Results } from "#debate/counting/results.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { RanVersion } from "#debate/rules/shelves.ts";

const WITHOUT: ShownSettings = {
  identity: "pseudonym",
  reasons: false,
  credit: false,
  guess: false,
  stagedReveal: false,
  exitTicket: false,
  pairs: "off",
  pairsBy: "voice",
  steelman: false,
  speaking: false,
};

type ShownSettings = SessionSettings & Pick<Settings, "stagedReveal">;

/** `name`: of the session [V17], and `isOpen`: whether the class may read this [V14], where nothing around says it. */
type ResultsViewProps = {
  results: Results;
  /** Which parts the session had, for the host's lists and files. */
  settings?: ShownSettings;
  debate: ReadDebate;
  isHost: boolean;
  isOpen?: boolean;
  name?: string;
  ran?: RanVersion | undefined;
};

/** The whole result of a session: headline, picture and three numbers first, the rest folded under them. */
export function ResultsView({
  results,
  settings = WITHOUT,
  debate,
  isHost,
  isOpen = true,
  name = "",
  ran,
}: ResultsViewProps) {
  const t = useTranslations("results");
  const isAnonymous = settings.identity === "anonymous";
  const sections = useSections({ results, settings, debate, isHost });
  return (
    <article data-sections className="grid grid-cols-1 gap-10 sm:gap-12">
      <header className="grid grid-cols-1 gap-5">
        {isHost && !isOpen && (
          <Notice kind="info" title={t("early.title")}>
            {t(
              `early.${results.phase === "results" ? "covered" : settings.stagedReveal ? "staged" : "body"}`,
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
        <VerdictSentence facts={results.verdict.facts} className="max-w-[60rem]" />
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
      <Sections sections={sections} />
      {debate.rights && (
        <Written as="p" className="text-xs text-ink-soft">
          {debate.rights}
        </Written>
      )}
    </article>
  );
}

/** Every part under the headline, in the order of the page; each has its own id, which links lead to. */
function useSections({
  results,
  settings,
  debate,
  isHost,
}: Pick<ResultsViewProps, "results" | "debate" | "isHost"> & {
  settings: ShownSettings;
}): ResultsSection[] {
  const t = useTranslations("results");
  const tExit = useTranslations("results.exitTickets");
  const replay = useTranslations("timeline");
  const hasPairs = results.paired.n > 0;
  const isAnonymous = settings.identity === "anonymous";
  const legs = results.legs.filter(({ n, matrix }) => n > 0 && matrix);
  const titled = (id: string, title: string, content: ResultsSection["content"], lead?: string) => ({
    id,
    title,
    content,
    lead,
  });
  const agreed = (results.commonGround ?? []).flatMap(
    (id) => results.rebuttals.find((each) => each.id === id) ?? [],
  );
  const sections: (ResultsSection | null | undefined | false)[] = [
    agreed.length > 0 &&
      titled(
        "common-ground",
        t("commonGround.title"),
        <CommonGround rebuttals={agreed} />,
        t("commonGround.lead"),
      ),
    {
      id: "rebuttals",
      title: t("rebuttals.title"),
      teaser: t("rebuttals.teaser", { count: results.rebuttalsInAll ?? results.rebuttals.length }),
      lead: useRebuttalsLead(results, isHost && !isAnonymous),
      content: <WhatMoved results={results} debate={debate} />,
    },
    useWordsSection(results, isHost),
    isHost &&
      settings.exitTicket &&
      titled(
        "exit-tickets",
        tExit("title"),
        <ExitTickets code={results.code} isAnonymous={isAnonymous} />,
        tExit("lead"),
      ),
    titled(
      "positions",
      t("positions.title"),
      <Positions results={results} debate={debate} />,
      usePositionsLead(results),
    ),
    results.later &&
      titled(
        "later",
        t("later.title"),
        <DidItLast later={results.later}>
          <Flow movement={results.later.paired} animated={false} />
        </DidItLast>,
        results.later.paired.n > 0 ? t("later.lead") : undefined,
      ),
    results.swing &&
      results.paired.n > 1 &&
      titled(
        "swing",
        t("swing.title"),
        <>
          <Swing results={results} />
          <Lead results={results} />
        </>,
        t("swing.lead"),
      ),
    hasPairs &&
      results.stories &&
      titled("stories", t("stories.title"), <Stories stories={results.stories} movement={results.paired} />),
    hasPairs &&
      results.conversion &&
      titled("stayed", t("persistence.title"), <Persistence results={results} />, t("persistence.lead")),
    results.confidence &&
      titled("confidence", t("confidence.title"), <HowSure confidence={results.confidence} />),
    results.outlook &&
      titled("outlook", t("outlook.title"), <OutlookChanges outlook={results.outlook} />, t("outlook.lead")),
    isHost &&
      results.starters &&
      titled(
        "starters",
        t("starters.title"),
        <StarterHalves starters={results.starters} />,
        t("starters.lead"),
      ),
    results.guess &&
      titled(
        "guesses",
        t("guesses.title"),
        <ClassGuesses guess={results.guess} results={results} />,
        t("guesses.lead"),
      ),
    legs.length > 0 &&
      titled(
        "waves",
        t("legs.title"),
        <div className="grid gap-10">
          {results.waves && <WavesList waves={results.waves} />}
          {legs.map(
            ({ matrix, ...leg }) =>
              matrix && <Flow key={leg.from} movement={{ ...leg, matrix }} animated={false} />,
          )}
        </div>,
        t("legs.lead"),
      ),
    titled("rounds", t("rounds.title"), <Rounds results={results} />, t("rounds.lead")),
    titled("timeline", replay("title"), <TimelineSection code={results.code} />),
    results.attrition &&
      titled(
        "attrition",
        t("attrition.title"),
        <Attrition attrition={results.attrition} results={results} />,
      ),
    titled("counted", t("counted.title"), <HowCounted results={results} />),
    isHost && titled("exports", t("exports.title"), <Exports settings={settings} code={results.code} />),
  ];
  return sections.filter((section) => !!section);
}

function usePositionsLead({ paragraphs }: Results): string {
  const t = useTranslations("results.positions");
  const { sentences } = useJoined();
  const hasCredits = paragraphs.some(({ credits }) => credits !== null && credits > 0);
  const hasQuotes = paragraphs.some(({ quotes }) => quotes > 0);
  return sentences(hasQuotes && t("lead"), hasCredits && t("leadCredits"));
}

function useRebuttalsLead({ rebuttals }: Results, isHost: boolean): string | undefined {
  const t = useTranslations("results.rebuttals");
  const { sentences } = useJoined();
  if (rebuttals.length === 0) return undefined;
  const order = t(isHost ? "lead" : "leadEndorsed");
  return sentences(order, rebuttals.some(isStandingTold) && t("leadStanding"));
}
