"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Plus, Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { toast } from "#app/shared/notices/toast.ts";

type RowsProps<Row extends { key: string }> = {
  rows: Row[];
  blank: () => Row;
  /** How many there may be. */
  most: number;
  /** What the button that adds one says. */
  add: string;
  nameOf: (row: Row, number: number) => string;
  onRows: (rows: Row[]) => void;
  children: (row: Row, set: (fields: Partial<Row>) => void) => ReactNode;
};

/** A list of entries, each with its fields. A deleted one can be brought back. */
export function Rows<Row extends { key: string }>({
  rows,
  blank,
  most,
  add,
  nameOf,
  onRows,
  children,
}: RowsProps<Row>) {
  const t = useTranslations("instructor.kit");
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const focusSoon = (find: (element: HTMLElement) => HTMLElement | null | undefined) =>
    requestAnimationFrame(() => list.current && find(list.current)?.focus());
  const remove = (row: Row, at: number) => {
    onRows(rows.filter(({ key }) => key !== row.key));
    toast.info(t("rowDeleted", { name: nameOf(row, at + 1) }), {
      action: { label: t("undo"), onClick: () => onRows(latest.current.toSpliced(at, 0, row)) },
    });
    // [F11] The same button of the next entry, else the one that adds one.
    focusSoon((element) => {
      const buttons = [...element.querySelectorAll<HTMLElement>("[data-delete]")];
      return buttons[at] ?? buttons.at(-1) ?? element.querySelector<HTMLElement>("[data-add]");
    });
  };
  return (
    <div ref={list} className="grid grid-cols-1 gap-3">
      {rows.length > 0 && (
        <ol className="grid grid-cols-1 gap-4">
          {rows.map((row, at) => (
            <li key={row.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
              {children(row, (fields) =>
                onRows(rows.map((each) => (each.key === row.key ? { ...each, ...fields } : each))),
              )}
              <Button
                variant="quiet"
                data-delete
                aria-label={t("delete", { name: nameOf(row, at + 1) })}
                className="mt-7 px-3!"
                onClick={() => remove(row, at)}
              >
                <Trash2 aria-hidden="true" className="size-5" />
              </Button>
            </li>
          ))}
        </ol>
      )}
      {rows.length < most && (
        <Button
          data-add
          className="justify-self-start"
          onClick={() => {
            onRows([...rows, blank()]);
            focusSoon((element) => element.querySelector<HTMLElement>("li:last-child :is(input, textarea)"));
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          {add}
        </Button>
      )}
    </div>
  );
}
