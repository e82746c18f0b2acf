"use client";
import { useTranslations } from "next-intl";
import { ArrowLeftRight, Check, CircleHelp } from "#app/icons/icons.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import type { Remark } from "#app/instructor/import/remarks.ts";
import { classNames } from "#app/shared/class-names.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { eachInSentence } from "#app/shared/text/in-sentence.tsx";
import { OPPOSITE, type Side } from "#debate/rules/choices.ts";

/** What the reader was not sure of here, until the instructor says that it looks right. */
export function Remarks({ at }: { at: string }) {
  const { remarks, dismiss } = useEditor();
  return <RemarkList remarks={remarks.get(at) ?? []} onDismiss={dismiss} />;
}

type RemarkListProps = {
  remarks: readonly Remark[];
  onDismiss: (key: number) => void;
  /** [U16] Where a column can be moved to the other side: the side that it is on. */
  column?: { side: Side; onMove: (remark: Remark) => void };
};

export function RemarkList({ remarks, onDismiss, column }: RemarkListProps) {
  const t = useTranslations("instructor.remarks");
  if (remarks.length === 0) return null;
  return (
    <ul className="grid gap-1.5">
      {remarks.map((remark) => {
        const {
          key,
          count,
          warning: { code, ...values },
        } = remark;
        const movable = code === "column-unsure" ? column : undefined;
        return (
          <li
            key={key}
            data-remark={key}
            tabIndex={-1}
            className="flex flex-wrap items-center gap-x-3 rounded-control border border-warn/40 bg-warn-wash py-1 ps-3 pe-1 text-sm"
          >
            <CircleHelp aria-hidden="true" className="size-4.5 shrink-0 text-warn" />
            <p className="min-w-0 flex-1 basis-52 py-1.5 wrap-anywhere">
              {t.rich(code, { ...eachInSentence(values), count, side: column?.side ?? "" })}
            </p>
            <div className={classNames("ml-auto flex flex-wrap justify-end gap-1", movable && "w-full pb-1")}>
              {movable && (
                <button
                  type="button"
                  onClick={() => movable.onMove(remark)}
                  className={buttonStyle("secondary", "small")}
                >
                  <ArrowLeftRight aria-hidden="true" className="size-4" />
                  {t("moveColumn", { to: OPPOSITE[movable.side] })}
                </button>
              )}
              <button type="button" onClick={() => onDismiss(key)} className={buttonStyle("quiet", "small")}>
                <Check aria-hidden="true" className="size-4" />
                {t("looksRight")}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
