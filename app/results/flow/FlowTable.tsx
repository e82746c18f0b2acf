import { useTranslations } from "next-intl";
import { peopleIn } from "#app/results/flow/flow-totals.ts";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Movement } from "#debate/counting/movement.ts";
import { CHOICES } from "#debate/rules/choices.ts";

const CELL = "border-t border-line px-1 py-3 text-right tabular-nums sm:px-4";

type FlowTableProps = { movement: Movement; isRounded?: boolean };

/** The nine counts with their totals: rows are the earlier choice, columns the later one. [Z8] Rounded ones add up to about all. */
export function FlowTable({ movement: { from, to, matrix }, isRounded = false }: FlowTableProps) {
  const t = useTranslations("flow");
  const all = peopleIn(matrix);
  const columns = CHOICES.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="@container overflow-x-auto" tabIndex={0} aria-label={t("table")}>
      <table className="w-full max-w-3xl border-collapse text-xs sm:text-base">
        <caption className="pb-3 text-left text-sm text-ink-soft">
          {/* The table may be wider than the screen: what it says stays, and the table scrolls below it. */}
          <span className="sticky left-0 block max-w-[100cqw]">{t("tableCaption", { from, to })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="px-1 py-2 text-left font-normal text-ink-soft sm:px-4">
              {t("corner", { from, to })}
            </th>
            {CHOICES.map((choice) => (
              <th key={choice} scope="col" className="px-1 py-2 text-right sm:px-4">
                <ChoiceBadge
                  choice={choice}
                  className="text-right *:mr-0! *:ml-auto *:block sm:*:mr-[0.4em]! sm:*:inline-block"
                />
              </th>
            ))}
            <th scope="col" className="px-1 py-2 text-right sm:px-4">
              {t("total", { round: from })}
            </th>
          </tr>
        </thead>
        <tbody>
          {CHOICES.map((choice, row) => (
            <tr key={choice}>
              <th scope="row" className="border-t border-line px-1 py-3 text-left sm:px-4">
                <ChoiceBadge choice={choice} />
              </th>
              {CHOICES.map((later, column) => (
                <td key={later} className={classNames(CELL, row === column && "bg-sunken")}>
                  {matrix[row]?.[column] ?? 0}
                </td>
              ))}
              <td className={classNames(CELL, "font-semibold")}>
                {matrix[row]?.reduce((sum, people) => sum + people, 0) ?? 0}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="border-t-2 border-line-strong px-1 py-3 text-left sm:px-4">
              {t("total", { round: to })}
            </th>
            {columns.map((people, column) => (
              <td
                key={CHOICES[column]}
                className={classNames(CELL, "border-t-2! border-line-strong! font-semibold")}
              >
                {people}
              </td>
            ))}
            <td className={classNames(CELL, "border-t-2! border-line-strong! font-semibold")}>
              {isRounded ? t("rounded.about", { share: all }) : all}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="pt-3 text-sm text-ink-soft">{t("diagonal")}</p>
    </section>
  );
}
