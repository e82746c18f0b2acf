import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { RoundedShares } from "#app/results/flow/RoundedShares.tsx";
import { Experts, Masthead } from "#app/results/paper/Masthead.tsx";
import { PrintedRebuttal } from "#app/results/paper/PrintedRebuttal.tsx";
import { TakenPart } from "#app/results/paper/Report.tsx";
import { FlowFigure } from "#app/results/picture/charts.tsx";
import { useVerdictWords } from "#app/results/verdict/use-verdict-words.ts";
import { Stat } from "#app/shared/layout/Stat.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { topRebuttals } from "#debate/counting/top-rebuttals.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { positionsReadable } from "#debate/rules/phases.ts";

type SummaryProps = { page: ResultsPage; isClassVersion?: boolean };

/** [V23] One page for someone who was not there: what was debated, what happened, and what that shows. */
export function Summary({ page, isClassVersion = false }: SummaryProps) {
  const t = useTranslations("report.summary");
  const report = useTranslations("report");
  const { results, debate } = page;
  const seesMore = page.isHost && !isClassVersion && page.settings.identity !== "anonymous";
  const { paired, verdict, resolution, phase, withheld, commonGround } = results;
  const { headline, detail } = useVerdictWords()(verdict.facts);
  const top = topRebuttals(results, 2);
  return (
    <article className="sheet-one">
      <Masthead page={page} kind={t("kind")} />
      {!page.isOpen && (
        <p className="mt-1 text-sm font-semibold">{report(phase === "results" ? "covered" : "early")}</p>
      )}
      {seesMore && withheld.length > 0 && <p className="mt-1 text-sm font-semibold">{report("hosts")}</p>}
      <h1 className="mt-3 line-clamp-3 font-serif text-xl leading-tight font-medium text-balance wrap-anywhere">
        <span className="font-sans text-xs font-bold text-ink-soft">{t("question")}</span>{" "}
        <Written as="bdi">{resolution}</Written>
      </h1>
      <How page={page} />
      <div className="mt-2 border-y border-line py-1.5">
        <Experts page={page} isShort />
      </div>
      <h2 className="mt-3 font-serif text-2xl font-medium">{headline}</h2>
      <p>{detail}</p>
      {paired.n > 0 && (
        <div className="mt-2">
          {paired.matrix || paired.rounded ? (
            <FlowFigure page={page} size="summary" className="mx-auto max-w-[32rem]" />
          ) : (
            <RoundedShares movement={paired} />
          )}
        </div>
      )}
      <Numbers page={page} />
      {top.length > 0 && (
        <section data-gives-way className="mt-3">
          <h2 className="text-sm font-semibold">{t("argued")}</h2>
          <ul className="mt-1 grid grid-cols-2 gap-x-6 text-sm">
            {top.map((rebuttal) => (
              <li key={rebuttal.id} className="min-w-0">
                <PrintedRebuttal
                  rebuttal={rebuttal}
                  debate={debate}
                  isCommonGround={commonGround?.includes(rebuttal.id) ?? false}
                  isShort
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {paired.n > 0 && (
        <div className="mt-3 grid grid-cols-2 gap-x-6 border-t border-line pt-2">
          <Says title={t("shows.title")}>{t("shows.body")}</Says>
          <Says title={t("shows.notTitle")}>{t("shows.notBody")}</Says>
        </div>
      )}
      {debate.rights && (
        <Written as="p" className="mt-2 line-clamp-2 text-xs text-ink-soft">
          {debate.rights}
        </Written>
      )}
    </article>
  );
}

/** What the class did, of what it could. */
function How({ page: { results } }: { page: ResultsPage }) {
  const { rounds, rebuttals, rebuttalsInAll, paired, onPaper } = results;
  const phase = PHASES.find((each) => each === results.phase) ?? "lobby";
  const t = useTranslations("report.summary");
  const report = useTranslations("report");
  const { sentences } = useJoined();
  const format = useFormatter();
  const voted = (when: Round) => rounds.some(({ round, n }) => round === when && n > 0);
  const did = [
    ...(voted("before") ? (["voted"] as const) : []),
    ...(positionsReadable(phase) ? (["read"] as const) : []),
    ...((rebuttalsInAll ?? rebuttals.length) > 0 ? (["wrote"] as const) : []),
    ...(voted("after") ? [voted("before") ? ("votedAgain" as const) : ("voted" as const)] : []),
  ];
  // Where no one voted or wrote, there may have been no one to read.
  if (did.every((each) => each === "read")) return null;
  const what = format.list(did.map((each) => t(`did.${each}`)));
  // [Y10] Where no one voted twice, it stands with how many voted.
  const paper = paired.n > 0 && onPaper && report("onPaper", { count: onPaper });
  return <p className="mt-1 text-sm text-ink-soft">{sentences(t("how", { what }), paper)}</p>;
}

/** Three numbers: from the flow if the exact one is shown, else how many voted. */
function Numbers({ page }: { page: ResultsPage }) {
  const t = useTranslations("report.summary.numbers");
  const { stories, fragility, margin, paired, rounds, rebuttals, rebuttalsInAll } = page.results;
  if (paired.n === 0) return <TakenPart page={page} />;
  const voted = (round: string) => rounds.find((each) => each.round === round)?.n ?? 0;
  const numbers = stories
    ? [
        { key: "both", value: paired.n },
        { key: "changed", value: paired.n - stories.stayed },
        // [S9] With so few movers the headline claims no lead.
        margin?.standing === "few"
          ? { key: "rebuttals", value: rebuttalsInAll ?? rebuttals.length }
          : { key: fragility === null ? "level" : "fragility", value: fragility ?? 0 },
      ]
    : [
        { key: "before", value: voted("before") },
        { key: "after", value: voted("after") },
        { key: "both", value: paired.n },
      ];
  return (
    <dl className="mt-3 flex flex-wrap justify-between gap-x-6 border-t sm:flex-nowrap print:flex-nowrap border-line pt-1">
      {(numbers as { key: Parameters<typeof t>[0]; value: number }[]).map(({ key, value }) => (
        <Stat key={key} value={value} label={t(key, { count: value })} />
      ))}
    </dl>
  );
}

function Says({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-sm font-semibold">{title}</h2>
      <p className="text-xs text-pretty">{children}</p>
    </section>
  );
}
