import { expect, test } from "vitest";
import { lengthOf } from "#debate/content/reading-time.ts";

test("[E9] 900 characters of Japanese take two minutes, 660 words of English three", () => {
  const japanese = [{ text: "港は町の記憶である。".repeat(60) }, { text: "一 二　三".repeat(100) }];
  expect(lengthOf(japanese, "ja")).toEqual({ unit: "characters", count: 900, minutes: 2 });
  expect(lengthOf([{ text: "The port is ".repeat(220) }], "en-GB")).toEqual({
    unit: "words",
    count: 660,
    minutes: 3,
  });
  expect(lengthOf([{ text: "One word" }])).toEqual({ unit: "words", count: 2, minutes: 1 });
});
