import type { Choice } from "#debate/rules/choices.ts";

type ChoiceStyle = { text: string; border: string; wash: string; fill: string };

/** The class names of a choice's colours. Components that use them also show the pattern or the word. */
export const CHOICE_STYLES = {
  for: { text: "text-for", border: "border-for", wash: "bg-for-wash", fill: "fill-for" },
  against: { text: "text-against", border: "border-against", wash: "bg-against-wash", fill: "fill-against" },
  undecided: {
    text: "text-undecided",
    border: "border-undecided",
    wash: "bg-undecided-wash",
    fill: "fill-undecided-wash",
  },
} as const satisfies Record<Choice, ChoiceStyle>;
