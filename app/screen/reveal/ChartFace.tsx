import { createElement } from "react";
import { WALL_CHARTS } from "#app/activities/wall-reveal.ts";
import { ChanceFace } from "#app/screen/reveal/ChanceFace.tsx";
import { FlowFace } from "#app/screen/reveal/FlowFace.tsx";
import { SwingFace } from "#app/screen/reveal/SwingFace.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import { type Chart, isActivityChart } from "#debate/rules/steps.ts";

/** A picture of the results that the host put on the wall; nothing moves in it any more. */
export function ChartFace({ chart, result }: { chart: Chart; result: ResultMessage }) {
  if (isActivityChart(chart)) return createElement(WALL_CHARTS[chart], { result });
  switch (chart) {
    case "flow":
      return <FlowFace result={result} isStill />;
    case "swing":
      return <SwingFace result={result} />;
    case "chance":
      return <ChanceFace result={result} />;
    default:
      return chart satisfies never;
  }
}
