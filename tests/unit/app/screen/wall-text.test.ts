import { expect, test } from "vitest";
import { claimOf } from "#app/screen/first-sentence.ts";
import type { Position } from "#debate/content/debate.ts";

const position = (text: string): Position => ({
  side: "for",
  expert: { name: "Ada", role: "Engineer" },
  paragraphs: [{ n: 1, text }],
});

test("[V30] a position's claim is its first sentence, in any script", () => {
  expect(claimOf(position("Dr. Sato is right. The card is bad."))).toBe("Dr. Sato is right.");
  expect(claimOf(position("国境は動かない。地理は取引に応じない。"))).toBe("国境は動かない。");
});

test("[V30] of a first sentence without an end, 320 characters and an ellipsis", () => {
  const claim = claimOf(position("あ".repeat(900)));
  expect([...claim]).toHaveLength(322);
  expect(claim).toMatch(/あ …$/u);
});
