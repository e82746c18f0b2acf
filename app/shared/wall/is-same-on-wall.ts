import type { OnWall } from "#debate/rules/snapshot.ts";

export function isSameOnWall(one: OnWall, other: OnWall): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  if ("rebuttalId" in one)
    return (
      "rebuttalId" in other &&
      one.rebuttalId === other.rebuttalId &&
      one.replies?.join() === other.replies?.join()
    );
  if ("reason" in one) return "reason" in other && one.reason === other.reason;
  if ("chart" in one) return "chart" in other && one.chart === other.chart;
  return (
    "paragraph" in other &&
    one.paragraph.side === other.paragraph.side &&
    one.paragraph.n === other.paragraph.n
  );
}
