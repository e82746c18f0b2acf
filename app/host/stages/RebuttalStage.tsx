"use client";
import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { AT_FIRST, withHiddenLast } from "#app/host/rebuttal-lists.ts";
import { HostThread } from "#app/host/stages/HostThread.tsx";
import { SelectionBar } from "#app/host/stages/SelectionBar.tsx";
import { SimilarRebuttals } from "#app/host/stages/SimilarRebuttals.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { useHeldList } from "#app/host/use-held-list.ts";
import { useSelection } from "#app/host/use-selection.ts";
import { ListChecks, MessageSquareQuote, Search } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { focusItem } from "#app/shared/controls/focus-item.ts";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { RebuttalFilter } from "#app/shared/rebuttals/RebuttalFilter.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { type Filter, filtered, isFiltering, NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import { type Order, ordered, ordersFor } from "#debate/rules/rebuttal-order.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { OnWall, Rebuttal } from "#debate/rules/snapshot.ts";
import { threadsOf } from "#debate/rules/threads.ts";

type RebuttalStageProps = {
  code: string;
  debate: ReadDebate;
  settings: Settings;
  role: HostPage["role"];
  rebuttals: ReadonlyMap<string, Rebuttal>;
  wall: OnWall | undefined;
  approvesFirst: boolean;
};

/** [R23] What the class writes, as it writes it, each under what it answers. */
export const RebuttalStage = memo(function RebuttalStage(props: RebuttalStageProps) {
  const { code, debate, settings, role, rebuttals, wall, approvesFirst } = props;
  const t = useTranslations("host.rebuttals");
  const { showOnWall, moderate } = useCommands();
  const orders = ordersFor(role, settings.identity);
  const [order, setOrder] = useState(orders[0]);
  const [filter, setFilter] = useState<Filter | null>(null);
  const [limit, setLimit] = useState(AT_FIRST);
  const items = useRef<HTMLOListElement>(null);
  // Those that wait for approval have a place of their own, and merged ones are under what stands for them.
  const all = useMemo(
    () =>
      [...rebuttals.values()].filter(({ status, downWith }) => status !== "pending" && downWith !== "merged"),
    [rebuttals],
  );
  const threads = useMemo(() => threadsOf(all), [all]);
  const merged = useMemo(() => mergedUnder(rebuttals), [rebuttals]);
  const isFlat = order === "unanswered" || (filter !== null && isFiltering(filter));
  const inOrder = useMemo(
    () =>
      withHiddenLast(
        isFlat ? filtered(ordered(all, order), filter ?? NO_FILTER) : ordered(threads.roots, order),
      ),
    [isFlat, all, threads, order, filter],
  );
  const { list, holds, isHeld } = useHeldList(inOrder);
  const selection = useSelection(rebuttals);
  const onWall = typeof wall === "object" && "rebuttalId" in wall ? wall : null;
  const onSpotlight = useCallback(
    (id: string | null, replies?: string[]) =>
      showOnWall(id === null ? null : { rebuttalId: id, ...(replies && { replies }) }),
    [showOnWall],
  );
  const rest = list.length - limit;
  const counted = t("count", { count: all.length });
  useNews("rebuttals", counted);
  if (all.length === 0)
    return (
      <>
        <StageTitle lead={<span className="tabular-nums">{counted}</span>}>{t("title")}</StageTitle>
        <EmptyState icon={MessageSquareQuote} title={t("emptyTitle")}>
          {t(approvesFirst ? "emptyHeld" : "emptyBody")}
        </EmptyState>
      </>
    );
  return (
    <>
      <StageTitle
        lead={<span className="tabular-nums">{counted}</span>}
        aside={<Orders orders={orders} order={order} onOrder={setOrder} />}
      >
        {t("title")}
      </StageTitle>
      <div className="mb-3 grid grid-cols-1 gap-3">
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            aria-expanded={filter !== null}
            onClick={() => setFilter(filter ? null : NO_FILTER)}
          >
            <Search aria-hidden="true" className="size-4.5" />
            {t("search")}
          </Button>
          <Button size="small" aria-pressed={selection.isOn} onClick={selection.toggle}>
            <ListChecks aria-hidden="true" className="size-4.5" />
            {t("select")}
          </Button>
        </div>
        {filter && (
          <RebuttalFilter
            filter={filter}
            onFilter={setFilter}
            debate={debate}
            rebuttals={all}
            found={list.length}
            all={all.length}
            offersMine={false}
          />
        )}
        {selection.isOn && (
          <SelectionBar
            selection={selection}
            shown={list.slice(0, limit)}
            hasReplies={!isFlat && threads.roots.length < all.length}
            actions={["hide", "show"]}
            merges
          />
        )}
        <SimilarRebuttals code={code} rebuttals={rebuttals} />
      </div>
      {list.length === 0 && (
        <EmptyState title={filter && isFiltering(filter) ? t("noneFound") : t("nothingUnanswered")} />
      )}
      <ol ref={items} className="grid grid-cols-1 gap-3" {...holds}>
        {list.slice(0, limit).map((rebuttal) => (
          <HostThread
            key={isFlat ? `found ${rebuttal.id}` : rebuttal.id}
            root={rebuttal}
            replies={threads.under(rebuttal.id)}
            startsFolded={isFlat}
            isHeld={isHeld}
            merged={merged}
            debate={debate}
            onWall={onWall}
            selection={selection}
            onSpotlight={onSpotlight}
            onModerate={moderate}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button
          className="mt-4 w-full"
          onClick={() => {
            setLimit(limit + AT_FIRST);
            focusItem(items.current, limit);
          }}
        >
          {t("more", { count: Math.min(rest, AT_FIRST) })}
        </Button>
      )}
    </>
  );
});

/** [R24] The merged ones by what stands for them. */
function mergedUnder(rebuttals: ReadonlyMap<string, Rebuttal>): ReadonlyMap<string, Rebuttal[]> {
  const under = new Map<string, Rebuttal[]>();
  for (const rebuttal of rebuttals.values()) {
    const { mergedInto } = rebuttal;
    if (mergedInto !== undefined) under.set(mergedInto, [...(under.get(mergedInto) ?? []), rebuttal]);
  }
  return under;
}

type OrdersProps = { orders: readonly Order[]; order: Order; onOrder: (order: Order) => void };

function Orders({ orders, order, onOrder }: OrdersProps) {
  const t = useTranslations("host.rebuttals");
  return (
    <fieldset className="flex flex-wrap rounded-control border border-line-strong bg-surface p-0.5">
      <legend className="sr-only">{t("order")}</legend>
      {orders.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={order === one}
          onClick={() => onOrder(one)}
          className={classNames(
            "min-h-11 rounded-[0.375rem] px-2.5 text-sm xl:pointer-fine:min-h-9 leading-tight font-semibold whitespace-nowrap short:whitespace-normal",
            order === one ? "bg-ink text-paper" : "hover:bg-sunken",
          )}
        >
          {t(one)}
        </button>
      ))}
    </fieldset>
  );
}
