import Link from "next/link";
import { useTranslations } from "next-intl";
import { ChevronDown } from "#app/icons/icons.ts";
import { DebateEntry } from "#app/instructor/dashboard/DebateEntry.tsx";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import type { SeriesShelf } from "#debate/protocol/shelf.ts";

export function SeriesSection({ series: { name, debates, count, toFill } }: { series: SeriesShelf }) {
  const t = useTranslations("instructor.dashboard");
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4 border-b-2 border-ink pb-2">
        <Written as="h3" className="font-serif text-xl font-semibold wrap-anywhere">
          {name ?? t("noSeries")}
        </Written>
        <p className="text-sm whitespace-nowrap text-ink-soft">{t("debateCount", { count })}</p>
      </div>
      <ul>
        {debates.map((debate) => (
          <ContentIn key={debate.id} lang={debate.lang}>
            <DebateEntry debate={debate} />
          </ContentIn>
        ))}
      </ul>
      {toFill.length > 0 && (
        <ContentIn lang={debates[0]?.lang}>
          <ToFill titles={toFill} />
        </ContentIn>
      )}
    </section>
  );
}

/** [D19] Issues that the newsletter lists and that have not been imported. */
function ToFill({ titles }: { titles: SeriesShelf["toFill"] }) {
  const t = useTranslations("instructor.shelves");
  return (
    <details className="group">
      <summary className="inline-flex min-h-touch list-none items-center gap-1.5 text-sm font-semibold text-ink-soft underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {t("toFill", { count: titles.length })}
      </summary>
      <ul className="grid gap-1.5 pt-1 pb-3 ps-5.5 text-sm">
        {titles.map(({ label, date }) => (
          <li key={label} className="wrap-anywhere">
            <Written>{label}</Written>
            {date && (
              <span className="text-ink-soft">
                {" · "}
                <PublicationDate date={date} />
              </span>
            )}
          </li>
        ))}
        <li>
          <Link
            href="/debates/import"
            className="inline-flex min-h-touch items-center underline underline-offset-4"
          >
            {t("importOne")}
          </Link>
        </li>
      </ul>
    </details>
  );
}
