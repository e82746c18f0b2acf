import { useFormatter, useTranslations } from "next-intl";
import { ChevronDown, Download } from "#app/icons/icons.ts";
import { useMargin } from "#app/instructor/compare/use-margin.ts";
import { flowTotals, type Totals } from "#app/results/flow/flow-totals.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Comparison } from "#debate/counting/sections.ts";
import { sectionClaim } from "#debate/counting/sections-headline.ts";
import { CHOICES } from "#debate/rules/choices.ts";

const HEAD = "border-b-2 border-line-strong px-3 py-2 text-right align-bottom first:pl-0 first:text-left";
const CELL = "border-b border-line px-3 py-2 text-right whitespace-nowrap tabular-nums";
const COLUMNS = ["section", "date", "people", "lead", "interval", "standing", "before", "after"] as const;

/** The pictures' numbers as a table, on the page and as a file. */
export function SectionsTable({ comparison: { sections } }: { comparison: Comparison }) {
  const t = useTranslations("compare.table");
  const format = useFormatter();
  const { lead, line } = useMargin();
  const codes = sections.map(({ code }) => code).join(",");
  return (
    <div className="grid grid-cols-1 gap-4">
      <details className="group">
        <summary className="inline-flex min-h-touch items-center gap-1.5 font-semibold underline-offset-4 hover:underline">
          <ChevronDown aria-hidden="true" className="size-5 -rotate-90 group-open:rotate-0" />
          {t("show")}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className="@container overflow-x-auto" tabIndex={0} aria-label={t("title")}>
          <table className="w-full border-collapse text-sm">
            <caption className="pb-2 text-left text-ink-soft">
              {/* The table may be wider than the screen: what it says stays, and the table scrolls below it. */}
              <span className="sticky left-0 block max-w-[100cqw]">{t("caption")}</span>
            </caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={HEAD}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sections.map((section) => {
                const { code, name, date, n, margin, paired } = section;
                const claim = sectionClaim(section);
                const totals = flowTotals(paired.matrix);
                const split = (which: keyof Totals) =>
                  CHOICES.map((choice) => totals[choice][which]).join(" / ");
                return (
                  <tr key={code}>
                    <th
                      scope="row"
                      className="max-w-60 min-w-36 border-b border-line py-2 pr-3 text-left font-semibold"
                    >
                      <Written as="bdi">{name ?? code}</Written>
                    </th>
                    <td className={CELL}>{format.dateTime(new Date(date), { dateStyle: "medium" })}</td>
                    <td className={CELL}>{n}</td>
                    <td className={CELL}>{margin ? lead(margin.points) : "–"}</td>
                    <td className={CELL}>{margin ? line(margin.interval) : "–"}</td>
                    <td className={CELL}>{claim ? t(`standings.${claim}`) : "–"}</td>
                    <td className={CELL}>{split("before")}</td>
                    <td className={CELL}>{split("after")}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      </details>
      <a
        href={`/api/compare?codes=${codes}&format=csv`}
        download
        className={buttonStyle("secondary", "normal", "justify-self-start print:hidden")}
      >
        <Download aria-hidden="true" className="size-4.5" />
        {t("download")}
      </a>
    </div>
  );
}
