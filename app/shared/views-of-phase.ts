import { replacing } from "#debate/activities/replacing.ts";
import { hasOwnView, isOfLesson, type Phase, type PhaseWithView } from "#debate/rules/phase-order.ts";
import { isShut } from "#debate/rules/phases.ts";
import { unreachable } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** What a student's phone can show; the phase decides which of them there are. */
export type View = "wait" | "vote" | "read" | "argue" | "result" | PhaseWithView;

/** In the order of their tabs; `main` is what the phase is about. */
type Views = { all: readonly View[]; main: View };

export function viewsOf(phase: Phase, settings: Pick<Settings, "activities">): Views {
  // [P22] Where an activity takes the place of rebuttals, there are none to read.
  const argue: readonly View[] = replacing("rebuttal", settings) ? [] : ["argue"];
  if (phase === "results" || isShut(phase)) return { all: ["result", "read", ...argue], main: "result" };
  if (!isOfLesson(phase)) return { all: ["vote", "result", "read", ...argue], main: "vote" };
  switch (phase) {
    case "lobby":
      return { all: ["wait"], main: "wait" };
    case "before":
      return { all: ["vote"], main: "vote" };
    case "reading":
      return { all: ["read"], main: "read" };
    case "reading-vote":
      return { all: ["vote", "read"], main: "vote" };
    case "rebuttal":
      return { all: ["read", "argue"], main: "argue" };
    case "after":
      return { all: ["vote", "read", ...argue], main: "vote" };
    default:
      return hasOwnView(phase) ? { all: [phase, "read", ...argue], main: phase } : unreachable(phase);
  }
}
