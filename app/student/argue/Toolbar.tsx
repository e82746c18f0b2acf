"use client";
import { useTranslations } from "next-intl";
import { ArrowDownUp, ArrowUp, Search } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useSummary } from "#app/shared/notices/announce.ts";
import { ORDERS, type Order } from "#debate/rules/rebuttal-order.ts";

type ToolbarProps = {
  order: Order;
  onOrder: (order: Order) => void;
  isSearching: boolean;
  isFiltering: boolean;
  onSearch: () => void;
  /** How many new ones wait. */
  fresh: number;
  onFresh: () => void;
  onSortAgain: (() => void) | null;
};

/** [R27] In sight while one scrolls, and one row of fixed height: what comes and goes in it must not move the list. */
export function Toolbar(props: ToolbarProps) {
  const { order, onOrder, isSearching, isFiltering, onSearch, fresh, onFresh, onSortAgain } = props;
  const t = useTranslations("student.argue");
  useSummary("fresh", fresh, (count) => t("fresh", { count }));
  return (
    <div
      data-needs-script
      className="sticky top-(--views) z-10 -mx-gutter flex items-center gap-2 max-[22rem]:gap-1 bg-paper px-gutter py-2 short:static sm:-mx-6 sm:px-6"
    >
      <select
        aria-label={t("order")}
        value={order}
        onChange={(event) => onOrder(event.target.value as Order)}
        className="min-h-touch max-w-full min-w-0 shrink text-ellipsis rounded-control border border-line-strong bg-surface px-3 text-base text-ink max-[22rem]:px-1.5 max-[22rem]:text-[1rem]"
      >
        {ORDERS.map((each) => (
          <option key={each} value={each}>
            {t(`orders.${each}`)}
          </option>
        ))}
      </select>
      <Button
        variant={isFiltering ? "primary" : "secondary"}
        className="shrink-0 px-3!"
        aria-expanded={isSearching}
        aria-label={t("search")}
        onClick={onSearch}
      >
        <Search aria-hidden="true" className="size-5" />
      </Button>
      <span className="ml-auto flex shrink-0">
        {fresh > 0 ? (
          <Button className="px-3! text-sm! max-[22rem]:px-2!" onClick={onFresh}>
            <ArrowUp aria-hidden="true" className="size-4" />
            <span className="max-[30rem]:sr-only">{t("fresh", { count: fresh })}</span>
            <span aria-hidden="true" className="tabular-nums max-[26rem]:hidden min-[30rem]:hidden">
              {t("freshShort", { count: fresh })}
            </span>
            {/* On phones the order needs the room. */}
            <span aria-hidden="true" className="tabular-nums min-[26rem]:hidden">
              {fresh}
            </span>
          </Button>
        ) : (
          onSortAgain && (
            <Button
              variant="quiet"
              className="px-3! text-sm!"
              aria-label={t("sortAgain")}
              title={t("sortAgain")}
              onClick={onSortAgain}
            >
              <ArrowDownUp aria-hidden="true" className="size-5" />
            </Button>
          )
        )}
      </span>
    </div>
  );
}
