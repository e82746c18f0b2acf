import type { Wall } from "#app/screen/wall.ts";
import type { Term } from "#app/shared/text/terms.ts";
import { hasChart } from "#app/shared/wall/has-chart.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { ResultMessage } from "#debate/counting/reveal.ts";
import type { WallWords } from "#debate/rules/snapshot.ts";
import type { Chart } from "#debate/rules/steps.ts";

/** What the host put on the wall in place of the phase, where this wall can show it; a rebuttal is found elsewhere. */
export type WallPick =
  | { kind: "thanks" }
  | { kind: "glossary"; glossary: readonly Term[] }
  | { kind: "paragraph"; paragraph: ShownParagraph }
  | { kind: "picture"; position: ReadDebate["positions"][number] }
  | { kind: "words"; words: WallWords }
  | { kind: "chart"; chart: Chart; result: ResultMessage };

export type ShownParagraph = {
  position: ReadDebate["positions"][number];
  paragraph: ReadDebate["positions"][number]["paragraphs"][number];
};

export function wallPick({ snapshot: { wall, wallWords }, debate, result }: Wall): WallPick | null {
  if (wall === undefined || wall === "blank") return null;
  if (wall === "thanks") return { kind: "thanks" };
  if (wall === "glossary") return { kind: "glossary", glossary: debate.kit?.glossary ?? [] };
  if ("rebuttalId" in wall) return null;
  if ("reason" in wall) return wallWords ? { kind: "words", words: wallWords } : null;
  if ("chart" in wall)
    return result && hasChart(wall.chart, result) ? { kind: "chart", chart: wall.chart, result } : null;
  if ("picture" in wall) {
    const pictured = debate.positions.find(({ side }) => side === wall.picture);
    return pictured?.picture ? { kind: "picture", position: pictured } : null;
  }
  const position = debate.positions.find(({ side }) => side === wall.paragraph.side);
  const paragraph = position?.paragraphs.find(({ n }) => n === wall.paragraph.n);
  return position && paragraph ? { kind: "paragraph", paragraph: { position, paragraph } } : null;
}
