"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { ArrowDownUp, MessageSquareQuote, PenLine } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { beginningOf } from "#app/shared/beginning-of.ts";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { ordersIn } from "#app/shared/orders.ts";
import { OwnRebuttals } from "#app/student/argue/OwnRebuttals.tsx";
import { OwnReports } from "#app/student/argue/OwnReports.tsx";
import { RebuttalCard } from "#app/student/argue/RebuttalCard.tsx";
import { ReportDialog } from "#app/student/argue/ReportDialog.tsx";
import { keepOrder, orderRebuttals } from "#app/student/argue/rebuttal-list.ts";
import { isBegun, useDraft, WRITE } from "#app/student/argue/use-draft.ts";
import { useSeen } from "#app/student/argue/use-seen.ts";
import { type Seat, useSeat } from "#app/student/join/seat.ts";
import { OnProjector } from "#app/student/OnProjector.tsx";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import type { Order } from "#debate/rules/rebuttal-order.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [R15] How many cards a phone draws before it is asked for more. */
const AT_FIRST = 60;

/** What classmates wrote, best across camps first, and my own above it. Written in `rebuttal`, read from then on. */
export function ArgueView() {
  const t = useTranslations("student.argue");
  const { state } = useSeat();
  const isOpen = state.snapshot.phase === "rebuttal";
  const [order, setOrder] = useState<Order>("best");
  const [reported, setReported] = useState<Rebuttal | null>(null);
  const [limit, setLimit] = useState(AT_FIRST);
  const { list, isOutdated, sortAgain, all } = useStableList(order);
  const watch = useSeen();
  const authors = useMemo(() => countBy(list.map(({ by }) => by)), [list]);

  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-6 pb-24 short:pb-0">
      <div className="grid gap-1">
        <ViewHeading>{t("title")}</ViewHeading>
        <p className="text-ink-soft">{isOpen ? t("lead") : t("leadClosed")}</p>
      </div>
      {isOpen && <WriteButton />}
      <OnProjector />
      <OwnRebuttals isOpen={isOpen} />
      <OwnReports />
      {all === 0 ? (
        <NobodyYet isOpen={isOpen} />
      ) : (
        <section className="grid grid-cols-1 gap-4">
          <div className="grid grid-cols-1 gap-2">
            <h2 className="font-serif text-xl">{t("classmates", { count: all })}</h2>
            <OrderSelect order={order} onOrder={setOrder} onSortAgain={isOutdated ? sortAgain : null} />
          </div>
          {list.length === 0 && <p className="text-ink-soft">{t("allAnswered")}</p>}
          <ol className="grid grid-cols-1 gap-4">
            {list.slice(0, limit).map((rebuttal) => (
              <RebuttalItem
                key={rebuttal.id}
                rebuttal={rebuttal}
                isOnly={authors.get(rebuttal.by) === 1}
                isOpen={isOpen}
                watch={watch}
                onReport={setReported}
              />
            ))}
          </ol>
          {list.length > limit && (
            <Button onClick={() => setLimit(limit + AT_FIRST)}>
              {t("more", { count: Math.min(AT_FIRST, list.length - limit) })}
            </Button>
          )}
        </section>
      )}
      <ReportDialog rebuttal={reported} onClose={() => setReported(null)} />
    </div>
  );
}

/** Apart from the view: a draft that begins draws only this button again, and no cards. */
function WriteButton() {
  const t = useTranslations("student.argue");
  const { desk } = useSeat();
  const hasDraft = useDraft(isBegun);
  return (
    // [F6] First in the page, so that no one passes sixty cards to get to it; a low window leaves it in its place.
    <div className="fixed inset-x-0 bottom-0 z-20 bg-gradient-to-t from-paper from-70% to-transparent px-4 pt-6 pb-[max(1rem,env(safe-area-inset-bottom))] short:static short:bg-none short:p-0">
      <div className="mx-auto max-w-measure">
        <Button
          id={WRITE}
          variant="primary"
          size="large"
          className="w-full"
          onClick={() => desk.drafts.begin(null)}
        >
          <PenLine aria-hidden="true" className="size-5" />
          {hasDraft ? t("goOn") : t("write")}
        </Button>
      </div>
    </div>
  );
}

function countBy<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

type RebuttalItemProps = {
  rebuttal: Rebuttal;
  /** Whether its author has no other in the list. */
  isOnly: boolean;
  isOpen: boolean;
  watch: (element: HTMLElement | null, id: string) => (() => void) | undefined;
  onReport: (rebuttal: Rebuttal) => void;
};

function RebuttalItem({ rebuttal, isOnly, isOpen, watch, onReport }: RebuttalItemProps) {
  const seat = useSeat();
  const t = useTranslations("student");
  const author = rebuttal.by ?? t("argue.someone");
  const who = isOnly ? author : t("access.oneOf", { name: author, words: beginningOf(rebuttal.body) });
  const answered = rebuttal.replyTo === undefined ? undefined : seat.state.rebuttals.get(rebuttal.replyTo);
  return (
    <RebuttalCard
      rebuttal={rebuttal}
      who={who}
      answered={answered}
      endorsement={endorsementOf(seat, rebuttal.id)}
      report={seat.you.reported.find(({ rebuttalId }) => rebuttalId === rebuttal.id)?.outcome}
      debate={seat.debate}
      isOpen={isOpen}
      desk={seat.desk}
      show={seat.show}
      watch={watch}
      onReport={onReport}
    />
  );
}

function endorsementOf({ you, waiting }: Seat, id: string): "on" | "off" | "on its way" {
  const onItsWay = waiting.find((item) => item.name === "rebuttal:endorse" && item.payload.rebuttalId === id);
  if (onItsWay?.name === "rebuttal:endorse") return onItsWay.payload.on ? "on its way" : "off";
  return you.endorsed.includes(id) ? "on" : "off";
}

/** The list in an order that holds still until the reader asks for another. */
function useStableList(order: Order) {
  const { state, you } = useSeat();
  const [shown, setShown] = useState<{ order: Order; ids: string[] }>({ order, ids: [] });
  const { rebuttals } = state;
  const wanted = useMemo(() => orderRebuttals(rebuttals.values(), you, order), [rebuttals, you, order]);
  const list = shown.order === order ? keepOrder(shown.ids, wanted) : wanted;
  const isOutdated = list.some(({ id }, at) => id !== wanted[at]?.id);

  const inOrder = list.map(({ id }) => id).join(" ");
  useEffect(() => setShown({ order, ids: inOrder === "" ? [] : inOrder.split(" ") }), [order, inOrder]);

  const sortAgain = () => setShown({ order, ids: wanted.map(({ id }) => id) });
  const all = useMemo(() => orderRebuttals(rebuttals.values(), you, "newest").length, [rebuttals, you]);
  return { list, isOutdated, sortAgain, all };
}

type OrderSelectProps = { order: Order; onOrder: (order: Order) => void; onSortAgain: (() => void) | null };

// One row of fixed height: what comes and goes above the list must not move it.
function OrderSelect({ order, onOrder, onSortAgain }: OrderSelectProps) {
  const t = useTranslations("student.argue");
  const { identity } = useSeat().settings;
  return (
    <div className="flex items-center gap-2">
      <select
        aria-label={t("order")}
        value={order}
        onChange={(event) => onOrder(event.target.value as Order)}
        className="min-h-touch max-w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
      >
        {ordersIn(identity).map(({ order: each, called }) => (
          <option key={each} value={each}>
            {t(`orders.${called}`)}
          </option>
        ))}
      </select>
      {onSortAgain && (
        <Button variant="quiet" className="px-3! text-sm!" onClick={onSortAgain}>
          <ArrowDownUp aria-hidden="true" className="size-5" />
          {t("sortAgain")}
        </Button>
      )}
    </div>
  );
}

function NobodyYet({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("student.argue");
  const { show } = useSeat();
  if (!isOpen) return <EmptyState icon={MessageSquareQuote} title={t("noneWritten")} />;
  return (
    <EmptyState
      icon={MessageSquareQuote}
      title={t("noneYet")}
      action={<Button onClick={() => show("read")}>{t("pickSentence")}</Button>}
    >
      {t("noneYetBody")}
    </EmptyState>
  );
}
