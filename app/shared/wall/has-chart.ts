import { ACTIVITY_CHARTS } from "#debate/activities/index.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { type Chart, isActivityChart } from "#debate/rules/steps.ts";

/** [V12] Whether the class has seen the numbers behind a chart; it sees fewer in an anonymous session. */
export function hasChart(chart: Chart, result: ResultMessage): boolean {
  if (isActivityChart(chart))
    return ACTIVITY_CHARTS.some(({ name, part }) => name === chart && result[part] !== undefined);
  const { paired, coin } = result;
  const isExact = (paired?.n ?? 0) > 0 && Boolean(paired?.matrix);
  switch (chart) {
    case "flow":
      return Boolean(paired?.matrix ?? paired?.rounded ?? paired?.shares);
    case "swing":
      // [M17] One person has no line.
      return isExact && (paired?.n ?? 0) > 1;
    case "chance":
      return isExact && coin !== undefined;
    default:
      return chart satisfies never;
  }
}
