"use client";
import { useTranslations } from "next-intl";
import { memo, useMemo, useState } from "react";
import { PairLines } from "#app/activities/pairs/host/PairLines.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { WifiOff } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { PairsBy } from "#debate/rules/session-options.ts";
import type { Seat } from "#debate/rules/snapshot.ts";

type PairTablesProps = { seats: readonly Seat[]; held: readonly number[]; by: PairsBy };

/** [P26] Who sits where; nothing of what they voted, since many a laptop is mirrored on the wall. */
export const PairTables = memo(function PairTables({ seats, held, by }: PairTablesProps) {
  const t = useTranslations("host.pairs");
  const tPeople = useTranslations("host.people");
  const { may } = useCommands();
  const tables = useMemo(() => tablesOf(seats), [seats]);
  const [open, setOpen] = useState<number | null>(null);
  const isRead = by === "text" && may("host:pair-lines");
  if (tables.length === 0) return null;
  return (
    <section aria-labelledby="pair-tables" className="mt-4 grid grid-cols-1 gap-3">
      <h3 id="pair-tables" className="font-serif text-xl">
        {t("who")}
      </h3>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 2xl:grid-cols-3">
        {tables.map(([table, people]) => (
          <li
            key={table}
            className="grid grid-cols-[minmax(0,1fr)_auto] content-start items-start gap-x-3 gap-y-1 rounded-card border border-line bg-surface px-4 py-3 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]"
          >
            <h4 className="font-semibold tabular-nums">{t("table", { table })}</h4>
            {isRead && (
              <Button
                size="small"
                aria-label={t("readOf", { table })}
                variant={held.includes(table) ? "primary" : "secondary"}
                onClick={() => setOpen(table)}
              >
                {t("read")}
              </Button>
            )}
            <ul className="col-span-full grid min-w-0 grid-cols-1">
              {people.map(({ participantId, name, realName, connected }) => (
                <li key={participantId} className="flex items-center gap-2">
                  <span className="min-w-0 leading-tight">
                    <Written as="bdi" of={name} className="block truncate">
                      {name}
                    </Written>
                    {realName && (
                      <Written title={realName} className="block truncate text-xs text-ink-soft">
                        {realName}
                      </Written>
                    )}
                  </span>
                  {!connected && (
                    <span className="inline-flex shrink-0 items-center gap-1 text-xs text-ink-soft">
                      <WifiOff aria-hidden="true" className="size-3.5" />
                      {tPeople("isAway")}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {people.length === 1 && (
              <p className="col-span-full text-sm font-semibold text-warn">{t("noPartner")}</p>
            )}
            {held.includes(table) && (
              <p className="col-span-full text-sm font-semibold text-warn">{t("held")}</p>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        size="wide"
        open={open !== null}
        onOpenChange={(isOpen) => !isOpen && setOpen(null)}
        title={t("table", { table: open ?? 0 })}
      >
        {open !== null && <PairLines key={open} table={open} />}
      </Dialog>
    </section>
  );
});

function tablesOf(seats: readonly Seat[]): [table: number, people: Seat[]][] {
  const tables = new Map<number, Seat[]>();
  for (const seat of seats) {
    if (seat.table === undefined) continue;
    const people = tables.get(seat.table);
    if (people) people.push(seat);
    else tables.set(seat.table, [seat]);
  }
  return [...tables].toSorted(([one], [other]) => one - other);
}
