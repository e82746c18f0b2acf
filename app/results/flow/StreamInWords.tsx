import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import type { Move } from "#app/results/flow/FlowDiagram.tsx";
import { peopleIn } from "#app/results/flow/flow-totals.ts";
import type { Movement } from "#debate/counting/movement.ts";
import { CHOICES } from "#debate/rules/choices.ts";

type StreamInWordsProps = { movement: Movement; isRounded: boolean; move: Move };

/** How many people a stream has; [Z8] about how many where the flow is rounded. */
export function StreamInWords({ movement: { matrix }, isRounded, move: { from, to } }: StreamInWordsProps) {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const people = matrix[CHOICES.indexOf(from)]?.[CHOICES.indexOf(to)] ?? 0;
  const said = {
    count: people,
    from: names(`${from}.name`),
    to: names(`${to}.name`),
    share: percentage(format, people / peopleIn(matrix)),
  };
  if (from === to) return t(isRounded ? "stayedAbout" : "stayedDetail", said);
  return t(isRounded ? "movedAbout" : "movedDetail", said);
}
