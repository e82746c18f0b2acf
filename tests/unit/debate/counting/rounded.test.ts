import { expect, test } from "vitest";
import type { Matrix } from "#debate/counting/movement.ts";
import { roundedFlow } from "#debate/counting/rounded.ts";
import { matrix } from "./classroom.ts";

test.each([
  ["fives stay as they are", "10 0 0 / 0 10 0 / 5 0 5", "10 0 0 / 0 10 0 / 5 0 5"],
  // In fives 3, 2 and 1 who stay would be level: the five who round up most go to the winner.
  ["two more came to For, who wins", "12 0 0 / 0 12 0 / 2 0 4", "10 0 0 / 0 10 0 / 5 0 5"],
  // In fives the four who came would be five, and the two who left none.
  ["twice as many came to For as left it for Against", "10 2 0 / 0 10 0 / 4 0 4", "15 0 0 / 0 10 0 / 0 0 5"],
])("[Z8] the flow in fives has all thirty and the true winner or dead heat: %s", (_, rows, fives) => {
  // The noise of a cell is one draw less the other: of equal ones it is none.
  for (const draw of [0, 0.5, 0.9])
    expect(roundedFlow(matrix(rows) as unknown as Matrix, 30, () => draw)).toEqual(matrix(fives));
});
