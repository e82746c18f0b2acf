import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Chart } from "#debate/rules/steps.ts";

/** [V12] Whether the class has seen the numbers behind a chart; it sees fewer in an anonymous session. */
export function hasChart(chart: Chart, { paired, coin, guess }: ResultMessage): boolean {
  const isExact = (paired?.n ?? 0) > 0 && Boolean(paired?.matrix);
  switch (chart) {
    case "flow":
      return Boolean(paired?.matrix ?? paired?.rounded ?? paired?.shares);
    case "swing":
      // [M17] One person has no line.
      return isExact && (paired?.n ?? 0) > 1;
    case "chance":
      return isExact && coin !== undefined;
    case "guess":
      return guess !== undefined;
    default:
      return chart satisfies never;
  }
}
