import { useFormatter, useTranslations } from "next-intl";
import { ChartColumn, SlidersHorizontal } from "#app/icons/icons.ts";
import { DeleteSession } from "#app/instructor/dashboard/DeleteSession.tsx";
import { RanVersionNote } from "#app/results/RanVersionNote.tsx";
import { useVerdictWords } from "#app/results/verdict/use-verdict-words.ts";
import { classNames } from "#app/shared/class-names.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { SameAgain } from "#app/shared/sessions/SameAgain.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { guessLanguage } from "#debate/content/language.ts";
import type { SessionRow } from "#debate/protocol/pages.ts";
import { ROUNDS } from "#debate/rules/choices.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

type SessionCardProps = { session: SessionRow; running: boolean; heading: "h3" | "h4" };

export function SessionCard({ session, running, heading }: SessionCardProps) {
  const t = useTranslations("instructor.dashboard");
  const phases = useTranslations("phases");
  const compare = useTranslations("compareLink");
  const format = useFormatter();
  const verdictWords = useVerdictWords();
  const { code, name, resolution, phase, createdAt, canCompare, verdict, ofClass } = session;
  const held = resultsPublic(phase);
  return (
    <Card as="li" tone={running ? "raised" : "plain"} padding="none" className="flex flex-col">
      <div className="flex flex-1 flex-col gap-3 p-4 sm:p-5">
        {name !== "" && (
          <Written as="p" className="text-lg leading-snug font-semibold text-balance wrap-anywhere">
            {name}
          </Written>
        )}
        {ofClass !== undefined && (
          <p className="text-sm text-ink-soft wrap-anywhere">
            {t.rich("ofClass", { name: inSentence(ofClass) })}
          </p>
        )}
        <RehearsalMark simulated={session.simulated} />
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
          <CodeDisplay code={code} />
          <span
            className={classNames(
              "rounded-full border px-3 py-0.5 text-sm font-semibold",
              running ? "border-ink bg-ink text-paper" : "border-line-strong text-ink-soft",
            )}
          >
            {phases(`${phase}.name`)}
          </span>
        </div>
        <ContentIn lang={guessLanguage(resolution).lang}>
          <Written
            as={heading}
            className="line-clamp-3 font-serif text-xl leading-snug font-medium text-balance wrap-anywhere"
          >
            {resolution}
          </Written>
        </ContentIn>
        <p className="text-sm text-ink-soft">
          <time dateTime={new Date(createdAt).toISOString()}>
            {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
          </time>
          {session.keptUntil !== undefined && (
            <span className="block">
              {t("keptUntil", { date: format.dateTime(session.keptUntil, { dateStyle: "medium" }) })}
            </span>
          )}
        </p>
        <RanVersionNote ran={session.ran} className="text-sm text-ink-soft" />
        <Turnout session={session} />
        {verdict !== null && (
          <p className="mt-auto border-t border-line pt-3 text-sm text-pretty wrap-anywhere">
            {verdictWords(verdict).sentence}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-1 border-t border-line px-2 py-1.5">
        <LinkButton variant="quiet" href={`/host/${code}`} className="px-3! text-sm!">
          <SlidersHorizontal aria-hidden="true" className="size-5 max-sm:hidden" />
          {t("controlRoom")}
          <span className="sr-only">{code}</span>
        </LinkButton>
        {held && (
          <LinkButton variant="quiet" href={`/results/${code}`} className="px-3! text-sm!">
            <ChartColumn aria-hidden="true" className="size-5 max-sm:hidden" />
            {t("results")}
            <span className="sr-only">{code}</span>
          </LinkButton>
        )}
        {canCompare && (
          <LinkButton
            variant="quiet"
            href={`/compare?codes=${code}`}
            aria-label={compare("openNamed", { session: name || code })}
            className="px-3! text-sm!"
          >
            {compare("short")}
          </LinkButton>
        )}
        <SameAgain code={code} name={name} variant="quiet" className="px-3! text-sm!" />
        <div className="ml-auto">
          <DeleteSession code={code} resolution={resolution} />
        </div>
      </div>
    </Card>
  );
}

function Turnout({ session: { joined, voted } }: { session: SessionRow }) {
  const t = useTranslations("instructor.dashboard");
  const held = ROUNDS.filter((round) => voted[round] !== undefined);
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <div className="flex gap-1.5">
        <dt className="text-ink-soft">{t("joined")}</dt>
        <dd className="font-semibold tabular-nums">{joined}</dd>
      </div>
      {held.map((round) => (
        <div key={round} className="flex gap-1.5">
          <dt className="text-ink-soft">{t(`voted.${round}`)}</dt>
          <dd className="font-semibold tabular-nums">{voted[round]}</dd>
        </div>
      ))}
    </dl>
  );
}
