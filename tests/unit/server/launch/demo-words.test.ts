import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { WHY_TO_COUNT } from "#debate/counting/credit.ts";
import { BODY_LENGTH, quotesParagraph, REASON_LENGTH } from "#debate/rules/rebuttals.ts";
import { CREDITS, REASONS, REBUTTALS } from "#server/launch/demo-words.mjs";

test("[R3] the demo's class quotes the built-in debate in its exact words", () => {
  const quotes = REBUTTALS.flatMap(({ quote }) => quote ?? []);
  expect(quotes).toHaveLength(9);
  for (const { side, n, exact } of quotes) {
    const position = BUILT_IN_DEBATE.positions.find((each) => each.side === side);
    const text = position?.paragraphs.find((paragraph) => paragraph.n === n)?.text ?? "";
    expect(quotesParagraph(exact, text), exact).toBe(true);
  }
});

test("[C2] the demo's texts fit their limits, and its credits have reasons long enough to count", () => {
  const keys = REBUTTALS.map(({ key }) => key);
  expect(new Set(REBUTTALS.map(({ body }) => body)).size).toBe(12);
  for (const { body, replyTo } of REBUTTALS) {
    expect(body.length).toBeLessThanOrEqual(BODY_LENGTH);
    if (replyTo !== undefined) expect(keys).toContain(replyTo);
  }
  for (const reason of Object.values(REASONS).flat())
    expect(reason.length).toBeLessThanOrEqual(REASON_LENGTH);
  for (const { key, why } of Object.values(CREDITS).flat() as { key?: string; why: string }[]) {
    if (key !== undefined) expect(keys).toContain(key);
    expect(why.length).toBeGreaterThanOrEqual(WHY_TO_COUNT);
    expect(why.length).toBeLessThanOrEqual(REASON_LENGTH);
  }
});
