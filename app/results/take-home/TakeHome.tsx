import { useTranslations } from "next-intl";
import { RESULTS } from "#app/activities/results.ts";
import { Words } from "#app/i18n/Words.tsx";
import { FileText, Printer, Scale } from "#app/icons/icons.ts";
import { paperLink } from "#app/results/paper/paper-link.ts";
import { CoinFigure, FlowFigure, SwingFigure } from "#app/results/picture/charts.tsx";
import { HostsNote } from "#app/results/take-home/HostsNote.tsx";
import { SummaryForColleagues } from "#app/results/take-home/SummaryForColleagues.tsx";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { CompareLink } from "#app/shared/links/CompareLink.tsx";
import { ParticipationLink } from "#app/shared/links/ParticipationLink.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** The charts of the results, to be saved as pictures; nothing without any. */
function SavedPictures({ page }: { page: ResultsPage }) {
  const t = useTranslations("report.picture");
  const own = RESULTS.flatMap(({ picture }) => (picture && page.results[picture.part] ? picture : []));
  if (page.results.paired.n === 0 && own.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
        {t("title")}
      </summary>
      <div
        data-theme="light"
        className="sheet grid gap-x-10 gap-y-8 rounded-card border border-line bg-paper p-4 sm:p-6 lg:grid-cols-2"
      >
        <FlowFigure page={page} className="lg:col-span-2" />
        <SwingFigure page={page} className="lg:col-span-2" />
        <CoinFigure page={page} />
        {own.map(({ part, Figure }) => (
          <Figure key={part} page={page} />
        ))}
      </div>
    </details>
  );
}

type TakeHomeProps = { page: ResultsPage; linkKey: string | undefined };

/**
 * On paper for everyone; for the host also participation, a comparison, pictures and the note.
 * [V20] The note is folded: this page may be on the projector.
 */
export function TakeHome({ page, linkKey }: TakeHomeProps) {
  const t = useTranslations("results.takeHome");
  const notes = useTranslations("notes");
  const { code, paired } = page.results;
  const isTold = page.isHost && page.isOpen && !page.simulated && paired.n > 0 && paired.matrix !== null;
  return (
    <section aria-labelledby="take-home" data-screen-only className="grid gap-4 border-t border-line pt-6">
      <h2 id="take-home" className="font-serif text-2xl">
        {t("title")}
      </h2>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={paperLink(code, "report", { key: linkKey })}>
          <Printer aria-hidden="true" className="size-4.5" />
          {t("report")}
        </LinkButton>
        <LinkButton href={paperLink(code, "summary", { key: linkKey })}>
          <FileText aria-hidden="true" className="size-4.5" />
          {t("summary")}
        </LinkButton>
        {page.isHost && (
          <LinkButton href={`/results/${code}/fairness`}>
            <Scale aria-hidden="true" className="size-4.5" />
            {t("fairness")}
          </LinkButton>
        )}
        {page.isHost && page.settings.identity !== "anonymous" && <ParticipationLink code={code} />}
        {(page.canCompare || isTold) && <CompareLink code={code} />}
        {isTold && (
          <>
            <LinkButton href={`/api/sessions/${code}/summary`} download>
              <FileText aria-hidden="true" className="size-4.5" />
              {t("forColleagues")}
            </LinkButton>
            <Words also={["summaryCode"]}>
              <SummaryForColleagues code={code} />
            </Words>
          </>
        )}
      </div>
      {page.isHost && (
        <>
          <SavedPictures page={page} />
          <details className="max-w-prose">
            <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
              {notes("open")}
            </summary>
            <Words also={["notes"]}>
              <HostsNote code={code} />
            </Words>
          </details>
        </>
      )}
    </section>
  );
}
