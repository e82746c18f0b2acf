"use client";
import { memo, useLayoutEffect } from "react";
import { insteadOfVote } from "#app/activities/phone-vote.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { pause } from "#app/shared/loading/load-with-retries.ts";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import type { View } from "#app/shared/views-of-phase.ts";
import { viewsOf } from "#app/shared/views-of-phase.ts";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { argue, LaterView, result } from "#app/student/later-parts.tsx";
import { VoteView } from "#app/student/vote/VoteView.tsx";
import { WaitView } from "#app/student/WaitView.tsx";
import { openRound } from "#debate/rules/phases.ts";

let loadingTabs: ReturnType<typeof argue.load> | null = null;

/** Controls that send with one press: when the vote is drawn anew, nothing typed in them is lost. */
const AT_ONCE = "[name=choice], [type=radio]:not([name=credit])";

/** [F29] Within tabs a vote begins anew, so they wait while something else in it has the focus: a word that is being typed would be lost. */
const tabs = {
  ...argue,
  load: () => {
    loadingTabs ??= argue.load().then(async (parts) => {
      while (document.activeElement?.matches(`[data-vote-alone] :not(${AT_ONCE})`)) await pause();
      return parts;
    });
    return loadingTabs;
  },
};

const draw = (view: View) => <Shown view={view} />;

/** The views of the phase: one as the page itself, several in tabs. The last vote doesn't wait for its tabs. */
export function Views() {
  const { state, settings } = useSeat();
  const { view } = useShown();
  const { all } = viewsOf(state.snapshot.phase, settings);
  if (all.length === 1) return draw(view);
  return (
    <Later of={tabs} fallback={view === "vote" ? <VoteAlone /> : draw(view)}>
      {({ ViewTabs }) => <ViewTabs all={all} draw={draw} />}
    </Later>
  );
}

/** A vote in whose place its tabs come. [F29] What was pressed in it has the focus again then, and nothing scrolls. */
function VoteAlone() {
  useLayoutEffect(() => {
    const moveFocus = () => {
      const pressed = document.activeElement;
      if (!pressed?.matches(`[data-vote-alone] :is(${AT_ONCE})`)) return;
      const [name, value] = ["name", "value"].map((each) => pressed.getAttribute(each));
      const same = `[role=tabpanel]:not([hidden]) [name="${name}"][value="${value}"]`;
      // The tabs are drawn in the same turn.
      queueMicrotask(() => document.querySelector<HTMLElement>(same)?.focus({ preventScroll: true }));
    };
    return moveFocus;
  }, []);
  return (
    <>
      <div data-vote-alone>{draw("vote")}</div>
      <div className="mx-auto mt-8 max-w-measure border-t border-line pt-5">
        <PartLoading of={argue} />
      </div>
    </>
  );
}

/** Not drawn again as another view is shown. */
const Shown = memo(function Shown({ view }: { view: View }) {
  const { state, you, settings } = useSeat();
  switch (view) {
    case "wait":
      return <WaitView />;
    case "vote": {
      const round = openRound(state.snapshot.phase);
      if (!round) return null;
      const instead = insteadOfVote(round, you, settings);
      return instead ? <instead.View /> : <VoteView key={round} round={round} />;
    }
    case "read":
      return (
        <LaterView name="read" of={argue}>
          {({ ReadView }) => <ReadView />}
        </LaterView>
      );
    case "argue":
      return (
        <LaterView name="argue" of={argue}>
          {({ ArgueView }) => <ArgueView />}
        </LaterView>
      );
    case "result":
      return (
        <LaterView name="result" of={result}>
          {({ ResultView }) => <ResultView />}
        </LaterView>
      );
    default:
      return (
        <LaterView name={view} of={argue}>
          {({ VIEWS }) => {
            const OfActivity = VIEWS[view];
            return <OfActivity />;
          }}
        </LaterView>
      );
  }
});
