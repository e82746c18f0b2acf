"use client";
import { useTranslations } from "next-intl";
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { MessageSquareQuote, PenLine } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { focusItem } from "#app/shared/controls/focus-item.ts";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { RebuttalFilter } from "#app/shared/rebuttals/RebuttalFilter.tsx";
import { type Asked, OwnNews } from "#app/student/argue/OwnNews.tsx";
import { OwnRebuttals } from "#app/student/argue/OwnRebuttals.tsx";
import { OwnReports } from "#app/student/argue/OwnReports.tsx";
import { ReportDialog } from "#app/student/argue/ReportDialog.tsx";
import { Thread, type Threading } from "#app/student/argue/Thread.tsx";
import { Toolbar } from "#app/student/argue/Toolbar.tsx";
import { isBegun, useDraft, WRITE } from "#app/student/argue/use-draft.ts";
import { useHeldThreads } from "#app/student/argue/use-held-threads.ts";
import { useSeen } from "#app/student/argue/use-seen.ts";
import { CalmContext, type Place, useSeat, useShown, useWaiting } from "#app/student/join/seat.ts";
import { OnProjector } from "#app/student/OnProjector.tsx";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { visibleHeading } from "#app/student/visible-heading.ts";
import { type Filter, isFiltering, NO_FILTER } from "#debate/rules/rebuttal-filter.ts";
import type { Order } from "#debate/rules/rebuttal-order.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [R15] How many threads a phone draws before it is asked for more. */
const AT_FIRST = 60;

/** What classmates wrote, the most endorsed first, and my own above it. Written in `rebuttal`, read from then on. */
export function ArgueView() {
  const t = useTranslations("student.argue");
  const seat = useSeat();
  const isOpen = seat.state.snapshot.phase === "rebuttal";
  const [reported, setReported] = useState<Rebuttal | null>(null);
  const watch = useSeen();
  const waiting = useWaiting();
  const [asked, setAsked] = useState<Asked | null>(null);
  // News is drawn into a long list in slices, which hold up no frame of a thumb that scrolls it.
  const calm = useDeferredValue(useMemo(() => ({ seat, waiting }), [seat, waiting]));
  // Together with the replies that are asked for.
  const calmAsked = useDeferredValue(asked);
  const { rebuttals } = calm.seat.state;
  const authors = useMemo(() => countBy([...rebuttals.values()].map(({ by }) => by)), [rebuttals]);
  // [F1] Somewhere until then, since the notice that had the focus is gone.
  useEffect(() => {
    if (asked) visibleHeading()?.focus({ preventScroll: true });
  }, [asked]);
  const threading: Threading = { authors, isOpen, watch, onReport: setReported };

  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-6">
      <div>
        <div className="grid gap-1">
          <ViewHeading of="argue" />
          <p className="text-ink-soft">{isOpen ? t("lead") : t("leadClosed")}</p>
          {isOpen && <NextDate schedule={seat.state.snapshot.schedule} className="mt-1 text-sm" />}
        </div>
        {isOpen && <WriteButton />}
        <OnProjector />
      </div>
      <OwnNews onShow={setAsked} />
      <CalmContext value={calm}>
        <OwnRebuttals asked={calmAsked} {...threading} />
        <OwnReports />
        <Classmates {...threading} />
      </CalmContext>
      <ReportDialog rebuttal={reported} onClose={() => setReported(null)} />
    </div>
  );
}

function Classmates(threading: Threading) {
  const { view, place } = useShown();
  return <Cards asked={view === "argue" ? place : null} {...threading} />;
}

/** Drawn again only with news, and not as soon as news is there. `asked`: the paragraph whose answers were asked for. */
const Cards = memo(function Cards({ asked, ...threading }: Threading & { asked: Place | null }) {
  const t = useTranslations("student.argue");
  const { state, debate } = useSeat();
  const [order, setOrder] = useState<Order>("endorsed");
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [isSearching, setSearching] = useState(false);
  const [limit, setLimit] = useState(AT_FIRST);
  const { threads, isFlat, list, fresh, isOutdated, all, showFresh, sortAgain } = useHeldThreads(
    order,
    filter,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const cards = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!asked) return;
    setFilter({ ...NO_FILTER, paragraph: asked });
    setSearching(true);
    const frame = requestAnimationFrame(() => goTo(heading.current));
    return () => cancelAnimationFrame(frame);
  }, [asked]);

  if (all === 0) return <NobodyYet isOpen={threading.isOpen} />;
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2 ref={heading} tabIndex={-1} className="scroll-mt-16 font-serif text-xl outline-none">
        {t("classmates", { count: all })}
      </h2>
      <Toolbar
        order={order}
        onOrder={setOrder}
        isSearching={isSearching}
        isFiltering={isFiltering(filter)}
        onSearch={() => {
          setSearching(!isSearching);
          if (isSearching) setFilter(NO_FILTER);
        }}
        fresh={fresh.length}
        onFresh={() => {
          showFresh();
          goTo(heading.current);
        }}
        onSortAgain={isOutdated ? sortAgain : null}
      />
      {isSearching && (
        <RebuttalFilter
          filter={filter}
          onFilter={setFilter}
          debate={debate}
          rebuttals={state.rebuttals.values()}
          found={list.length}
          all={all}
          offersMine
        />
      )}
      {list.length === 0 && (
        <p className="text-ink-soft">{isFiltering(filter) ? t("noneFound") : t("allAnswered")}</p>
      )}
      <ol ref={cards} className="grid grid-cols-1 gap-4">
        {list.slice(0, limit).map((root) => (
          <Thread
            key={isFlat ? `found ${root.id}` : root.id}
            root={root}
            replies={threads.under(root.id)}
            startsFolded={isFlat}
            {...threading}
          />
        ))}
      </ol>
      {list.length > limit && (
        <Button
          onClick={() => {
            setLimit(limit + AT_FIRST);
            focusItem(cards.current, limit);
          }}
        >
          {t("more", { count: Math.min(AT_FIRST, list.length - limit) })}
        </Button>
      )}
    </section>
  );
});

/** [F1] Where the reader looks then. */
function goTo(heading: HTMLElement | null): void {
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

/** Apart from the view: a draft that begins draws only this button again, and no cards. */
function WriteButton() {
  const t = useTranslations("student.argue");
  const phones = useTranslations("phones");
  const { desk } = useSeat();
  const hasDraft = useDraft(isBegun);
  return (
    // [F6] First in the page, so that no one passes sixty cards to get to it; a low window leaves it in its place.
    <div
      data-bar="foot"
      data-needs-script
      className="fixed inset-x-0 bottom-0 z-20 bg-gradient-to-t from-paper from-70% to-transparent px-4 pt-6 pb-[max(1rem,env(safe-area-inset-bottom))] short:static short:mt-6 short:bg-none short:p-0"
    >
      <div className="mx-auto max-w-measure">
        <Button
          id={WRITE}
          variant="primary"
          size="large"
          className="w-full"
          onClick={() => desk.drafts.begin(null)}
        >
          <PenLine aria-hidden="true" className="size-5" />
          {hasDraft ? t("goOn") : phones("write")}
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

function NobodyYet({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("student.argue");
  const phones = useTranslations("phones");
  const { show } = useSeat();
  if (!isOpen) return <EmptyState icon={MessageSquareQuote} title={t("noneWritten")} />;
  return (
    <EmptyState
      icon={MessageSquareQuote}
      title={phones("noneYet")}
      action={<Button onClick={() => show("read")}>{t("pickSentence")}</Button>}
    >
      {t("noneYetBody")}
    </EmptyState>
  );
}
