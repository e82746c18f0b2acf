"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { NameCell } from "#app/host/participation/NameCell.tsx";
import {
  COUNTS,
  type Column,
  countIn,
  heldRounds,
  matching,
  type Order,
  ordered,
  pressed,
  writeOrder,
} from "#app/host/participation/table-order.ts";
import { ArrowDown, ArrowUp, Check, Minus } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import type { Participation, ParticipationRow } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isPastVote } from "#debate/rules/phases.ts";

type ParticipationTableProps = { participation: Participation; phase: Phase; order: Order };

/** A row a seat. The order is in the address, so that a reload and a link keep it; a name that is sought is not. */
export function ParticipationTable({ participation, phase, order: begun }: ParticipationTableProps) {
  const t = useTranslations("participation");
  const { rounds, rows } = participation;
  const [order, setOrder] = useState(begun);
  const [sought, setSought] = useState("");
  const shown = useMemo(() => ordered(matching(rows, sought), order), [rows, sought, order]);
  const held = heldRounds(participation);
  const counts = COUNTS.filter(
    (each) => each !== "unpublished" || rows.some((row) => countIn(row, each) > 0),
  );
  const sortBy = (column: Column) => {
    const next = pressed(order, column);
    setOrder(next);
    window.history.replaceState(null, "", `?sort=${writeOrder(next)}`);
  };
  return (
    <div className="grid grid-cols-1 gap-3 print:my-4 print:block">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
        <Field
          label={t("find")}
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="w-full max-w-72"
        />
      </div>
      <p role="status" className={classNames("text-sm text-ink-soft", sought.trim() === "" && "sr-only")}>
        {sought.trim() !== "" && t("found", { shown: shown.length, all: rows.length })}
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it.
        tabIndex={0}
        aria-label={t("table")}
        className="overflow-x-auto lg:overflow-visible print:overflow-visible"
      >
        <table className="w-full border-collapse text-sm tabular-nums print:text-xs">
          <thead className="break-inside-avoid">
            <tr>
              {(["name", ...rounds, ...counts] as const).map((column) => (
                <Heading key={column} column={column} order={order} onPress={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.participantId} className="break-inside-avoid border-t border-line">
                <NameCell row={row} held={held} />
                {rounds.map((round) => (
                  <td key={round} className="px-2 py-1.5">
                    <VotedMark voted={row.voted[round] ?? null} isOver={isPastVote(phase, round)} />
                  </td>
                ))}
                {counts.map((count) => (
                  <td
                    key={count}
                    className={classNames("px-2 py-1.5 text-right", isNone(row, count) && "text-ink-soft")}
                  >
                    {countIn(row, count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const isNone = (row: ParticipationRow, count: (typeof COUNTS)[number]) => countIn(row, count) === 0;

type HeadingProps = { column: Column; order: Order; onPress: (column: Column) => void };

function Heading({ column, order, onPress }: HeadingProps) {
  const t = useTranslations("participation.columns");
  const isSorted = order.column === column;
  const Arrow = order.isDescending ? ArrowDown : ArrowUp;
  const isNumber = (COUNTS as readonly Column[]).includes(column);
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order.isDescending ? "descending" : "ascending") : undefined}
      className={classNames(
        "bg-paper align-bottom font-semibold print:static! lg:sticky lg:top-0 lg:z-20 lg:shadow-[0_1px_0_var(--line-strong)]",
        column === "name" && "max-lg:sticky max-lg:left-0 max-lg:z-10",
        isNumber ? "text-right" : "text-left",
      )}
    >
      <Button
        variant="quiet"
        size="small"
        onClick={() => onPress(column)}
        className={classNames(
          "gap-1! px-2! py-1.5 align-bottom underline decoration-line-strong decoration-dotted print:hidden",
          isNumber ? "text-right" : "text-left",
        )}
      >
        {t(column)}
        <Arrow aria-hidden="true" className={classNames("size-4 shrink-0", !isSorted && "invisible -ml-5")} />
      </Button>
      {/* Where browsers repeat headings on paper, they leave buttons out. */}
      <span className="hidden px-2 py-1.5 print:block">{t(column)}</span>
    </th>
  );
}

/** A word beside the mark: no color alone tells who did not vote. [V33] `isOver`: the class is past this vote. */
function VotedMark({ voted, isOver }: { voted: boolean | null; isOver: boolean }) {
  const t = useTranslations("participation.voted");
  if (voted === null && isOver)
    return (
      <span title={t("notHeld")} className="text-ink-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t("notHeld")}</span>
      </span>
    );
  if (voted === null) return <span className="text-ink-soft">{t("notYet")}</span>;
  const Mark = voted ? Check : Minus;
  return (
    <span className={classNames("inline-flex items-center gap-1", !voted && "font-semibold")}>
      <Mark aria-hidden="true" className={classNames("size-4 shrink-0", voted && "text-good")} />
      {t(voted ? "yes" : "no")}
    </span>
  );
}
