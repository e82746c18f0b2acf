import { ChanceFace } from "#app/screen/reveal/ChanceFace.tsx";
import { FlowFace } from "#app/screen/reveal/FlowFace.tsx";
import { GuessesFace } from "#app/screen/reveal/GuessesFace.tsx";
import { SwingFace } from "#app/screen/reveal/SwingFace.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Chart } from "#debate/rules/steps.ts";

/** A picture of the results that the host put on the wall; nothing moves in it any more. */
export function ChartFace({ chart, result }: { chart: Chart; result: ResultMessage }) {
  switch (chart) {
    case "flow":
      return <FlowFace result={result} isStill />;
    case "swing":
      return <SwingFace result={result} />;
    case "chance":
      return <ChanceFace result={result} />;
    case "guess":
      return <GuessesFace result={result} />;
    default:
      return chart satisfies never;
  }
}
