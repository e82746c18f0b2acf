import { useTranslations } from "next-intl";
import { FileInput, Library, PenLine, SearchX } from "#app/icons/icons.ts";
import { SeriesSection } from "#app/instructor/dashboard/SeriesSection.tsx";
import { ShelfSearch } from "#app/instructor/dashboard/ShelfSearch.tsx";
import { ShelfTabs } from "#app/instructor/dashboard/ShelfTabs.tsx";
import { DEBATES_STEP, shelfLink } from "#app/instructor/dashboard/shelf-link.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import type { ShelfPage } from "#debate/protocol/shelf.ts";

/** [D13] The debates as the contents page of a newsletter, series by series. */
export function DebateShelves({ shelf }: { shelf: ShelfPage }) {
  const t = useTranslations("instructor.dashboard");
  const shelves = useTranslations("instructor.shelves");
  const { asked, series, matching, shown, counts, languages, subjects } = shelf;
  const isSearch = Object.entries(asked).some(([name, value]) => name !== "shelf" && value);
  const left = Math.min(matching - shown, DEBATES_STEP);
  return (
    <section aria-labelledby="debates" className="grid grid-cols-1 gap-8">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="debates" className="scroll-mt-6 font-serif text-3xl font-medium tracking-tight">
          {t("debates")}
        </h2>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/debates/new">
            <PenLine aria-hidden="true" className="size-5" />
            {t("write")}
          </LinkButton>
          <LinkButton href="/debates/import">
            <FileInput aria-hidden="true" className="size-5" />
            {t("import")}
          </LinkButton>
        </div>
      </header>
      <div className="grid grid-cols-1 gap-3">
        <ShelfSearch asked={asked} languages={languages} subjects={subjects} matching={matching} />
        <ShelfTabs asked={asked} counts={counts} />
      </div>
      {matching === 0 && (
        <EmptyState
          icon={isSearch ? SearchX : Library}
          title={shelves(isSearch ? "noneTitle" : "emptyTitle")}
        >
          {shelves(isSearch ? "noneBody" : `empty.${asked.shelf ?? "all"}`)}
        </EmptyState>
      )}
      {series.map((each) => (
        <SeriesSection key={each.name} series={each} />
      ))}
      {left > 0 && (
        <LinkButton
          href={shelfLink(asked, shown + DEBATES_STEP)}
          scroll={false}
          className="justify-self-center"
        >
          {t("showMore", { count: left })}
        </LinkButton>
      )}
    </section>
  );
}
