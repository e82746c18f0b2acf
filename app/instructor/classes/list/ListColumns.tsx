"use client";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { COLUMN_USES, type ColumnUse } from "#debate/rules/classes.ts";

type Columns = ListPreview["columns"];
type ListColumnsProps = { columns: Columns; onColumns: (uses: ColumnUse[]) => void };

const NAMES: readonly ColumnUse[] = ["name", "given", "family"];

/** What each column was taken for, to change. */
export function ListColumns({ columns, onColumns }: ListColumnsProps) {
  const t = useTranslations("classes.import");
  const { list } = useJoined();
  const uses = columns.map(({ use }) => use);
  const isNamed = uses.some((use) => NAMES.includes(use));
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="font-semibold">{t("columns")}</legend>
      <p className="text-sm text-ink-soft">{t("columnsHint")}</p>
      {!isNamed && (
        <p role="alert" className="font-semibold text-warn">
          {t("noName")}
        </p>
      )}
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ header, use, samples }, at) => (
          <SelectField
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            key={at}
            label={<bdi className="wrap-anywhere">{header || t("column", { number: at + 1 })}</bdi>}
            hint={
              samples.length > 0 && (
                <bdi className="wrap-anywhere">{t("for", { samples: list(...samples) })}</bdi>
              )
            }
            value={use}
            onChange={(chosen) =>
              onColumns(uses.map((now, other) => (other === at ? (chosen as ColumnUse) : now)))
            }
          >
            {COLUMN_USES.map((each) => (
              <option key={each} value={each}>
                {t(`use.${each}`)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </fieldset>
  );
}
