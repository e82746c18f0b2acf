import { toldFlow } from "#app/results/reveal/told-flow.ts";
import type { Wall } from "#app/screen/wall.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { Chart } from "#debate/rules/snapshot.ts";

/** What the host put on the wall in place of the phase, where this wall can show it; a rebuttal is found elsewhere. */
export type WallPick =
  | { kind: "thanks" }
  | { kind: "paragraph"; paragraph: ShownParagraph }
  | { kind: "chart"; chart: Chart; result: ResultMessage };

export type ShownParagraph = {
  position: Debate["positions"][number];
  paragraph: Debate["positions"][number]["paragraphs"][number];
};

export function wallPick({ snapshot: { wall }, debate, result }: Wall): WallPick | null {
  if (wall === undefined || wall === "blank") return null;
  if (wall === "thanks") return { kind: "thanks" };
  if ("rebuttalId" in wall) return null;
  if ("chart" in wall)
    return result && hasChart(wall.chart, result) ? { kind: "chart", chart: wall.chart, result } : null;
  const position = debate.positions.find(({ side }) => side === wall.paragraph.side);
  const paragraph = position?.paragraphs.find(({ n }) => n === wall.paragraph.n);
  return position && paragraph ? { kind: "paragraph", paragraph: { position, paragraph } } : null;
}

/** Whether there is anything to draw: of small groups the class is told less. */
function hasChart(chart: Chart, result: ResultMessage): boolean {
  const isExact = (result.paired?.n ?? 0) > 0 && result.paired?.matrix != null;
  switch (chart) {
    case "flow":
      return result.paired !== undefined && toldFlow(result) !== null;
    case "swing":
      return isExact;
    case "chance":
      return isExact && result.coin !== undefined;
    case "guess":
      return result.guess !== undefined;
    default:
      return chart satisfies never;
  }
}
