import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

type PlainTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly { name: ReactNode; key: string; cells: readonly ReactNode[]; isTotal?: boolean }[];
  note?: string;
};

/** A table for paper: lines and no shading, the first column names the rows. */
export function PlainTable({ caption, columns, rows, note }: PlainTableProps) {
  return (
    <div data-whole className="mt-4">
      <div className="@container overflow-x-auto print:overflow-visible">
        <table className="w-full border-collapse text-xs tabular-nums sm:text-sm print:text-sm">
          <caption className="pb-1 text-left text-xs text-ink-soft">
            {/* On a phone the table may be wider than the window, and scrolls. */}
            <span className="sticky left-0 block max-w-[100cqw]">{caption}</span>
          </caption>
          <thead>
            <tr className="border-b-2 border-ink">
              {columns.map((column, place) => (
                <th
                  key={column}
                  scope="col"
                  className={classNames(
                    "py-1 align-bottom font-semibold",
                    place === 0 ? "text-left" : "pl-1 text-right sm:pl-3 print:pl-3",
                  )}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells, isTotal }) => (
              <tr
                key={key}
                className={isTotal ? "border-t-2 border-ink font-semibold" : "border-b border-line"}
              >
                <th scope="row" className="py-1 text-left font-semibold">
                  {name}
                </th>
                {cells.map((cell, place) => (
                  <td key={columns[place + 1]} className="py-1 pl-1 text-right sm:pl-3 print:pl-3">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note && <p className="mt-1 text-xs text-ink-soft">{note}</p>}
    </div>
  );
}
