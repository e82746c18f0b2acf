"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { ArgueView } from "#app/student/argue/ArgueView.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ReadView } from "#app/student/read/ReadView.tsx";
import { ResultView } from "#app/student/result/ResultView.tsx";
import type { View } from "#app/student/views-of-phase.ts";
import { viewsOf } from "#app/student/views-of-phase.ts";
import { VoteView } from "#app/student/vote/VoteView.tsx";
import { WaitView } from "#app/student/WaitView.tsx";
import { openRound } from "#debate/rules/phases.ts";

/** The views of the phase: one as the page itself, several as tabs that stay in the page. */
export function Views() {
  const t = useTranslations("student");
  const { state, settings, view, show } = useSeat();
  const { all } = viewsOf(state.snapshot.phase, settings);
  if (all.length === 1) return <Shown view={view} />;
  return (
    <Tabs.Root value={view} onValueChange={(next) => show(next as View)} className="[--views:3rem]">
      <Tabs.List
        activateOnFocus
        aria-label={t("views.label")}
        className="sticky top-0 z-20 -mx-4 -mt-6 mb-6 flex border-b border-line bg-paper px-4 sm:-mx-6 sm:-mt-10 sm:px-6 min-[900px]:mx-0! min-[900px]:px-0!"
      >
        {all.map((each) => (
          <Tabs.Tab
            key={each}
            value={each}
            className={classNames(
              "touch flex-1 border-b-[3px] border-transparent px-3 font-semibold text-ink-soft min-[900px]:flex-none min-[900px]:px-6",
              "-outline-offset-3! hover:text-ink data-active:border-ink data-active:text-ink",
            )}
          >
            {t(`views.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((each) => (
        <Tabs.Panel key={each} value={each} keepMounted className="outline-offset-4">
          <Shown view={each} />
        </Tabs.Panel>
      ))}
      <KeepPlace view={view} />
    </Tabs.Root>
  );
}

function Shown({ view }: { view: View }) {
  const { state } = useSeat();
  switch (view) {
    case "wait":
      return <WaitView />;
    case "vote": {
      const round = openRound(state.snapshot.phase);
      return round && <VoteView key={round} round={round} />;
    }
    case "read":
      return <ReadView />;
    case "argue":
      return <ArgueView />;
    case "result":
      return <ResultView />;
    default:
      return view satisfies never;
  }
}

/** Each view is found where it was left: a reader who looks up a rebuttal comes back to the same line. */
function KeepPlace({ view }: { view: View }) {
  const { place, state } = useSeat();
  const places = useRef(new Map<string, number>());
  const here = `${state.snapshot.phase} ${view}`;
  const last = useRef(here);
  useEffect(() => {
    const moved = last.current !== here;
    last.current = here;
    // After a reload the browser itself goes back to where it was.
    if (moved && !place) window.scrollTo({ top: places.current.get(here) ?? 0 });
    const remember = () => places.current.set(here, window.scrollY);
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, [here, place]);
  return null;
}
