import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { COMPARED } from "#app/activities/comparison.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { ChevronDown } from "#app/icons/icons.ts";
import { Elsewhere } from "#app/instructor/compare/Elsewhere.tsx";
import { ForestPlot } from "#app/instructor/compare/ForestPlot.tsx";
import { HowCompared } from "#app/instructor/compare/HowCompared.tsx";
import { SectionPicker } from "#app/instructor/compare/SectionPicker.tsx";
import { SectionsHeadline } from "#app/instructor/compare/SectionsHeadline.tsx";
import { SectionsTable } from "#app/instructor/compare/SectionsTable.tsx";
import { SmallFlow } from "#app/instructor/compare/SmallFlow.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { guessLanguage } from "#debate/content/language.ts";
import type { Comparison } from "#debate/counting/sections.ts";
import { spreadOf } from "#debate/counting/sections-headline.ts";
import type { SectionChoice } from "#debate/protocol/pages.ts";

type ComparisonViewProps = { comparison: Comparison; choices: readonly SectionChoice[] };

/** [V22] Sections of one resolution: the headline first, then each lead, how much they differ, and how each moved. On one printed page. */
export function ComparisonView({ comparison, choices }: ComparisonViewProps) {
  const t = useTranslations("compare");
  const { resolution, sections } = comparison;
  const isMany = sections.length > 8;
  return (
    <article className="grid grid-cols-1 gap-14 print:gap-2">
      <header className="grid grid-cols-1 gap-4 print:gap-0.5">
        <ContentIn lang={guessLanguage(resolution).lang}>
          <Resolution as="p" size="small" className="text-ink-soft print:text-sm">
            {resolution}
          </Resolution>
        </ContentIn>
        <SectionsHeadline comparison={comparison} />
        <details className="group print:hidden">
          <summary className="inline-flex min-h-touch items-center gap-2 font-semibold underline-offset-4 hover:underline">
            <ChevronDown aria-hidden="true" className="size-5 -rotate-90 group-open:rotate-0" />
            <span className="flex flex-wrap gap-x-2">
              {t("pick.title")}
              <span className="font-normal text-ink-soft">
                {t("pick.count", { picked: sections.length, all: choices.length })}
              </span>
            </span>
          </summary>
          <SectionPicker choices={choices} picked={sections.map(({ code }) => code)} />
        </details>
      </header>
      <ForestPlot comparison={comparison} />
      <Spread comparison={comparison} />
      {COMPARED.map(({ name, Forest }) => (
        <Forest key={name} comparison={comparison} />
      ))}
      <Part title={t("elsewhere.title")} lead={t("elsewhere.lead")}>
        <Elsewhere resolution={resolution} codes={sections.map(({ code }) => code)} />
      </Part>
      <Part title={t("flows.title")} lead={t("flows.legend")}>
        <ul
          className={classNames(
            "grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4",
            // Four have room for letters beside them that can be read, and stay clear of the next.
            isMany ? "print:grid-cols-10 print:gap-x-1 print:gap-y-0.5" : "print:grid-cols-4 print:gap-3",
          )}
        >
          {sections.map((section) => (
            <SmallFlow key={section.code} section={section} isSmallOnPaper={isMany} />
          ))}
        </ul>
      </Part>
      <Part title={t("table.title")} className="print:hidden">
        <SectionsTable comparison={comparison} />
      </Part>
      <Part title={t("counted.title")} className="print:hidden">
        <HowCompared comparison={comparison} />
      </Part>
    </article>
  );
}

/** [S20] Whether the sections differ, in words. Where chance could do as much, it says that few sections seldom show more. */
function Spread({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare.spread");
  const { sentences } = useJoined();
  const spread = spreadOf(comparison);
  if (!spread) return null;
  return (
    <Part title={t("title")}>
      <p className="max-w-prose text-pretty print:max-w-none print:text-xs">
        {sentences(
          t(spread.kind),
          t("deals", { count: spread.ofHundred }),
          spread.kind === "usual" && t("missed", { count: spread.sections }),
        )}
      </p>
    </Part>
  );
}

type PartProps = { title: string; lead?: string; className?: string; children: ReactNode };

function Part({ title, lead, className, children }: PartProps) {
  return (
    <section className={classNames("grid grid-cols-1 gap-4 print:gap-1", className)}>
      <header className="grid gap-1">
        <h2 className="font-serif text-2xl print:text-base">{title}</h2>
        {lead && (
          <p className="max-w-prose text-ink-soft text-pretty print:max-w-none print:text-[0.6875rem]">
            {lead}
          </p>
        )}
      </header>
      {children}
    </section>
  );
}
