import type { WordsOf } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";

/** What the fairness record says of activities. */
type Fairness = {
  name: ActivityName;
  /** Under rules. */
  words: (activities: Activities) => WordsOf<"fairness.rules"> | null;
  /** Of the order of the positions, in place of the usual. */
  order?: WordsOf<"fairness.texts">;
};

export const FAIRNESS: readonly Fairness[] = [
  {
    name: "experiment",
    words: ({ experiment }) => (experiment ? (`experiment.${experiment.kind}` as const) : null),
  },
  { name: "reading", words: () => "drawnSide", order: "orderDrawn" },
  { name: "comprehension", words: () => "questions" },
  { name: "starters", words: () => "starters" },
  { name: "pairs", words: ({ pairs }) => (pairs ? (`pairs.${pairs.by}` as const) : null) },
  { name: "steelman", words: () => "steelman" },
];
