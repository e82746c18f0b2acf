import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Chart } from "#debate/rules/snapshot.ts";

/** [V12] Whether the class has been shown what a picture is made of: of small groups it is told less. */
export function hasChart(chart: Chart, { paired, coin, guess }: ResultMessage): boolean {
  const isExact = (paired?.n ?? 0) > 0 && Boolean(paired?.matrix);
  switch (chart) {
    case "flow":
      return Boolean(paired?.matrix ?? paired?.rounded ?? paired?.shares);
    case "swing":
      return isExact;
    case "chance":
      return isExact && coin !== undefined;
    case "guess":
      return guess !== undefined;
    default:
      return chart satisfies never;
  }
}
