"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import {
  type CSSProperties,
  type ReactNode,
  startTransition,
  useLayoutEffect,
  useMemo,
  useOptimistic,
  useRef,
  useSyncExternalStore,
} from "react";
import type { View } from "#app/shared/views-of-phase.ts";
import { repliesTo } from "#app/student/argue/rebuttal-list.ts";
import { seenAs } from "#app/student/argue/seen.ts";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { mostMoved } from "#app/student/result/own-credits.ts";
import { visibleHeading } from "#app/student/visible-heading.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [R29] Classmates' replies to what I wrote that have not been in view on this phone. */
function useUnread(): readonly Rebuttal[] {
  const { desk, state, you } = useSeat();
  const { subscribe, reported, atFirst } = desk.seen;
  const seen = useSyncExternalStore(subscribe, reported, atFirst);
  const replies = useMemo(() => repliesTo(state.rebuttals, you), [state.rebuttals, you]);
  return useMemo(() => {
    const known = new Set(seen);
    return replies.filter((reply) => !known.has(seenAs(reply)));
  }, [replies, seen]);
}

type ViewTabsProps = { all: readonly View[]; draw: (view: View) => ReactNode };

/** Several views as tabs, which all stay in the page. */
export function ViewTabs({ all, draw }: ViewTabsProps) {
  const t = useTranslations("student");
  const { show } = useSeat();
  const { view } = useShown();
  // A slow phone marks the tab at once, and draws its view in the picture after that.
  const [pressed, markPressed] = useOptimistic(view);
  const press = (name: View) =>
    startTransition(() => {
      markPressed(name);
      show(name);
    });
  return (
    <Tabs.Root
      value={all.includes(pressed) ? pressed : view}
      onValueChange={press}
      className="[--views:3rem] short:[--views:0px]"
      style={{ "--tabs": all.length } as CSSProperties}
    >
      <Tabs.List
        aria-label={t("views.label")}
        className="sticky top-0 z-20 short:static -mx-gutter -mt-6 mb-6 short:-mt-4! short:mb-4 flex border-b border-line bg-paper px-gutter sm:-mx-6 sm:-mt-10 sm:px-6 min-[900px]:mx-0! min-[900px]:px-0!"
      >
        {all.map((each) => (
          <Tabs.Tab
            key={each}
            value={each}
            className="touch min-w-fit flex-1 border-b-[3px] border-transparent px-[min(0.75rem,1.5vw)] text-[min(var(--text-base),15vw/var(--tabs))] font-semibold text-ink-soft -outline-offset-3! hover:text-ink aria-selected:border-ink aria-selected:text-ink min-[900px]:flex-none min-[900px]:px-6"
          >
            {each === "argue" ? <ArgueTab /> : each === "result" ? <ResultTab /> : t(`views.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((each) => (
        <Tabs.Panel
          key={each}
          value={each}
          keepMounted
          hidden={each !== view}
          // [F26] Shown without scripts, and to be read then, too.
          inert={undefined}
          className="outline-offset-4"
        >
          {draw(each)}
        </Tabs.Panel>
      ))}
      <KeepPlace view={view} />
      <KeepFocus view={view} />
    </Tabs.Root>
  );
}

/** [R29] With how many replies to one's own wait to be read. */
function ArgueTab() {
  const t = useTranslations("student");
  const { length } = useUnread();
  return <Counted tab={t("views.argue")} count={length} words={t("views.unread", { count: length })} />;
}

/** [R29] How many people the student's words moved, from the reveal [V35] until the student has seen it. */
function ResultTab() {
  const t = useTranslations();
  const { desk, state, you } = useSeat();
  const { view } = useShown();
  const { subscribe, value } = desk.moved;
  const seen = useSyncExternalStore(subscribe, value, () => Number.POSITIVE_INFINITY);
  const moved = mostMoved(state, you);
  const count = view === "result" || moved <= seen ? 0 : moved;
  return <Counted tab={t("student.views.result")} count={count} words={t("card.movedOwn", { count })} />;
}

type CountedProps = { tab: string; count: number; words: string };

/** A tab's name with what waits in it. */
function Counted({ tab, count, words }: CountedProps) {
  if (count === 0) return tab;
  return (
    <span className="inline-flex items-center gap-1.5">
      {tab}
      <span
        aria-hidden="true"
        className="rounded-full bg-ink px-1.5 text-xs leading-5 text-paper tabular-nums"
      >
        {count}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** Each view is found where it was left: a reader who looks up a rebuttal comes back to the same line. */
function KeepPlace({ view }: { view: View }) {
  const { state } = useSeat();
  const { place } = useShown();
  const places = useRef(new Map<string, number>());
  const here = `${state.snapshot.phase} ${view}`;
  const last = useRef(here);
  // Before the view is painted, or it would be seen elsewhere first.
  useLayoutEffect(() => {
    const moved = last.current !== here;
    last.current = here;
    // After a reload the browser itself goes back to where it was.
    if (moved && !(place && view === "read")) window.scrollTo({ top: places.current.get(here) ?? 0 });
    const remember = () => places.current.set(here, window.scrollY);
    // That it did, it may have told before anything listened.
    if (!moved) remember();
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, [here, place, view]);
  return null;
}

/** [F1] What was pressed goes with its view: the focus goes on to the paragraph that is asked for, else to the heading. */
function KeepFocus({ view }: { view: View }) {
  const { place } = useShown();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only with another view is anything hidden.
  useLayoutEffect(() => {
    if (!document.activeElement?.closest("[role=tabpanel][hidden]")) return;
    // After the column of the paragraph has been shown.
    const frame = requestAnimationFrame(() => {
      const paragraph = view === "read" && place ? `#${place.side}-${place.n} button` : null;
      const number = paragraph === null ? null : document.querySelector<HTMLElement>(paragraph);
      (number ?? visibleHeading())?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [view]);
  return null;
}
