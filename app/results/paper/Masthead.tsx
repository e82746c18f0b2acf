import { useTranslations } from "next-intl";
import { useSource } from "#app/results/picture/ChartFigure.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { affiliation, fullName } from "#debate/content/expert-words.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** The top of a printed page: the paper's name, what this is, and which session. [V17] */
export function Masthead({ page, kind }: { page: ResultsPage; kind: string }) {
  return (
    <div className="border-b-4 border-double border-ink pb-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Wordmark />
        <RehearsalMark simulated={page.simulated} />
        <span className="text-sm font-semibold">{kind}</span>
      </div>
      <p className="mt-1 text-sm text-ink-soft wrap-anywhere">
        {page.name && (
          <>
            <Written as="bdi">{page.name}</Written>
            {" · "}
          </>
        )}
        {useSource({ ...page, name: "" })}
      </p>
    </div>
  );
}

/** Both experts, For first. */
export function Experts({ page: { debate }, isShort = false }: { page: ResultsPage; isShort?: boolean }) {
  const t = useTranslations("report");
  return (
    <ul
      aria-label={t("experts")}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(7.5rem,100%),1fr))] gap-x-8 gap-y-2"
    >
      {debate.positions.map(({ side, expert }) => (
        <li key={side} className="min-w-0">
          <ChoiceBadge choice={side} className="text-sm" />
          <Written
            as="p"
            className={classNames(
              "font-serif text-lg leading-tight wrap-anywhere",
              isShort && "line-clamp-1",
            )}
          >
            {fullName(expert)}
          </Written>
          <Written
            as="p"
            className={classNames(
              "text-xs text-ink-soft wrap-anywhere empty:hidden",
              isShort && "line-clamp-2",
            )}
          >
            {affiliation(expert)}
          </Written>
        </li>
      ))}
    </ul>
  );
}
