import { useTranslations } from "next-intl";
import { RESULTS } from "#app/activities/results.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Flow } from "#app/results/flow/Flow.tsx";
import { Persistence } from "#app/results/flow/Persistence.tsx";
import { Stories } from "#app/results/flow/Stories.tsx";
import { HowCounted } from "#app/results/how/HowCounted.tsx";
import { HowSure } from "#app/results/opinions/HowSure.tsx";
import { Positions } from "#app/results/positions/Positions.tsx";
import { RebuttalLink } from "#app/results/rebuttals/RebuttalLink.tsx";
import { WhatMoved } from "#app/results/rebuttals/WhatMoved.tsx";
import { Attrition } from "#app/results/rounds/Attrition.tsx";
import { Rounds } from "#app/results/rounds/Rounds.tsx";
import { WavesList } from "#app/results/rounds/WavesList.tsx";
import { HostsSection } from "#app/results/sections/HostsSection.tsx";
import type { ResultsSection } from "#app/results/sections/Sections.tsx";
import { Exports, type SessionSettings } from "#app/results/take-home/Exports.tsx";
import { TimelineSection } from "#app/results/timeline/TimelineSection.tsx";
import { Lead } from "#app/results/verdict/Lead.tsx";
import { Swing } from "#app/results/verdict/Swing.tsx";
import { useWordsSection } from "#app/results/words/use-words-section.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { isOn } from "#debate/activities/open.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { isStandingPublic } from "#debate/counting/ranking.ts";
import type { RebuttalResult, Results } from "#debate/counting/results.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [K8] The rebuttals that persuaded both camps, for the host with how many of each [K9]. */
function CommonGround({ rebuttals }: { rebuttals: readonly RebuttalResult[] }) {
  const t = useTranslations("results.commonGround");
  return (
    <ul className="grid gap-4">
      {rebuttals.map((rebuttal) => {
        const { id, endorsements } = rebuttal;
        return (
          <li key={id} dir={directionOf(rebuttal.body)} className="border-s-4 border-ink ps-4">
            <RebuttalLink rebuttal={rebuttal} />
            {endorsements && (
              <p className="text-sm text-ink-soft">
                {t("shares", { for: endorsements.for, against: endorsements.against })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export type ShownSettings = SessionSettings & Pick<Settings, "reveal">;

type SectionsOf = { results: Results; settings: ShownSettings; debate: ReadDebate; isHost: boolean };

/** Every part under the headline, in the order of the page; each has its own id, which links lead to. */
export function useSections({ results, settings, debate, isHost }: SectionsOf): ResultsSection[] {
  const t = useTranslations("results");
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
  const ofActivities = (place: "positions" | "confidence") =>
    RESULTS.flatMap(({ section }) => {
      if (section?.follows !== place || !results[section.part]) return [];
      const { id, Content, hasLead } = section;
      const lead = (hasLead?.(results) ?? true) ? t(`${id}.lead`) : undefined;
      return titled(id, t(`${id}.title`), <Content results={results} />, lead);
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
    ...RESULTS.map(
      ({ name, hosts }) =>
        hosts &&
        isHost &&
        isOn(name, settings) &&
        titled(
          hosts.id,
          t(hosts.title),
          <HostsSection
            part={hosts.part}
            code={results.code}
            isAnonymous={isAnonymous}
            loading={t(hosts.loading)}
          />,
          t(hosts.lead),
        ),
    ),
    titled(
      "positions",
      t("positions.title"),
      <Positions results={results} debate={debate} />,
      usePositionsLead(results),
    ),
    ...ofActivities("positions"),
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
    ...ofActivities("confidence"),
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
  return sentences(order, rebuttals.some(isStandingPublic) && t("leadStanding"));
}
