import { expect, test } from "vitest";
import { createKeyedDraws } from "#server/identity/keyed-draws.ts";

const five = (secret: string, text: string) => {
  const draw = createKeyedDraws(secret)(text);
  return Array.from({ length: 5 }, draw);
};

test("[Z16] draws are the same for one text on one server, and others for another text or server", () => {
  const drawn = five("a secret", "session [[1,0,0]]");
  expect(five("a secret", "session [[1,0,0]]")).toEqual(drawn);
  expect(new Set(drawn).size).toBe(5);
  for (const share of drawn) expect(share >= 0 && share < 1).toBe(true);
  const others = [five("another", "session [[1,0,0]]"), five("a secret", "session [[0,1,0]]")];
  for (const other of others) expect(other.filter((share) => drawn.includes(share))).toEqual([]);
});
