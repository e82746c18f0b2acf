import { expect, test, vi } from "vitest";
import { z } from "zod";
import { listOf } from "#debate/rules/at-most.ts";

test("[W1] a list that is too long is refused before any of its entries is read", () => {
  const read = vi.fn((text: string) => text);
  const words = listOf(z.string().overwrite(read), 2, 1);
  expect(words.safeParse(["a", "b", "c"]).error?.issues).toMatchObject([{ code: "too_big", maximum: 2 }]);
  expect(read).not.toHaveBeenCalled();
  expect(words.safeParse(["a", "b"])).toMatchObject({ data: ["a", "b"] });
  for (const other of [[], "ab", null, undefined, { length: 1 }])
    expect(words.safeParse(other).success).toBe(false);
});
