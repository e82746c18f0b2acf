import { describe, expect, test } from "vitest";
import { afterNews, type Moved } from "#app/host/moved.ts";

describe("[V15] the offer to undo a move", () => {
  const moved: Moved = { to: "results", arrived: null };
  const there = { phase: "results", step: "covered" } as const;

  test("stands until the news of the move is here, and while nothing else happens", () => {
    const waiting = afterNews(moved, { phase: "after" });
    expect(waiting).toEqual(moved);
    const arrived = afterNews(moved, there);
    expect(arrived).toEqual({ to: "results", arrived: there });
    expect(arrived && afterNews(arrived, { ...there })).toEqual(arrived);
  });

  test.each([
    ["a step of the reveal", { phase: "results", step: "flow" }],
    ["a move", { phase: "after" }],
  ] as const)("ends with %s", (_, now) => {
    expect(afterNews({ to: "results", arrived: there }, now)).toBeNull();
  });
});
