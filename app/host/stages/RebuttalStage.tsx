"use client";
import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { RebuttalItem } from "#app/host/stages/RebuttalItem.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { useHeldList } from "#app/host/use-held-list.ts";
import { MessageSquareQuote } from "#app/icons/icons.ts";
import { useNews } from "#app/shared/announce.ts";
import { Button } from "#app/shared/Button.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { ordersIn } from "#app/shared/orders.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { type Order, ordered } from "#debate/rules/rebuttal-order.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

const AT_FIRST = 60;

type RebuttalStageProps = {
  debate: ReadDebate;
  settings: Settings;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  spotlight: string | undefined;
};

/** What the class writes, as it writes it. */
export const RebuttalStage = memo(function RebuttalStage({
  debate,
  settings,
  rebuttals,
  spotlight,
}: RebuttalStageProps) {
  const t = useTranslations("host.rebuttals");
  const { showOnWall, moderate } = useCommands();
  const [order, setOrder] = useState<Order>("best");
  const [limit, setLimit] = useState(AT_FIRST);
  const inOrder = useMemo(() => {
    // Those that wait for approval have a place of their own.
    const all = [...rebuttals.values()].filter(({ status }) => status !== "pending");
    return ordered(all, order);
  }, [rebuttals, order]);
  const { list, holds } = useHeldList(inOrder);
  const onSpotlight = useCallback(
    (id: string | null) => showOnWall(id === null ? null : { rebuttalId: id }),
    [showOnWall],
  );
  const rest = list.length - limit;
  const count = useMemo(
    () => [...rebuttals.values()].filter(({ status }) => status !== "pending").length,
    [rebuttals],
  );
  const counted = t("count", { count });
  useNews("rebuttals", counted);
  return (
    <>
      <StageTitle
        lead={<span className="tabular-nums">{counted}</span>}
        aside={count > 0 && <Orders identity={settings.identity} order={order} onOrder={setOrder} />}
      >
        {t("title")}
      </StageTitle>
      {count === 0 && (
        <EmptyState icon={MessageSquareQuote} title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      )}
      {count > 0 && list.length === 0 && <EmptyState title={t("nothingUnanswered")} />}
      <ol className="grid gap-3" {...holds}>
        {list.slice(0, limit).map((rebuttal) => (
          <RebuttalItem
            key={rebuttal.id}
            rebuttal={rebuttal}
            debate={debate}
            isOnWall={rebuttal.id === spotlight}
            onSpotlight={onSpotlight}
            onModerate={moderate}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button className="mt-4 w-full" onClick={() => setLimit(limit + AT_FIRST)}>
          {t("more", { count: Math.min(rest, AT_FIRST) })}
        </Button>
      )}
    </>
  );
});

type OrdersProps = { identity: Settings["identity"]; order: Order; onOrder: (order: Order) => void };

function Orders({ identity, order, onOrder }: OrdersProps) {
  const t = useTranslations("host.rebuttals");
  return (
    <fieldset className="flex flex-wrap rounded-control border border-line-strong bg-surface p-0.5">
      <legend className="sr-only">{t("order")}</legend>
      {ordersIn(identity).map(({ order: one, called }) => (
        <button
          key={one}
          type="button"
          aria-pressed={order === one}
          onClick={() => onOrder(one)}
          className={classNames(
            "min-h-11 rounded-[0.375rem] px-3 text-sm leading-tight font-semibold whitespace-nowrap",
            order === one ? "bg-ink text-paper" : "hover:bg-sunken",
          )}
        >
          {t(called)}
        </button>
      ))}
    </fieldset>
  );
}
