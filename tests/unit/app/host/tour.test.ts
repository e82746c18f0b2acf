import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import english from "#app/messages/en.json" with { type: "json" };
import japanese from "#app/messages/ja.json" with { type: "json" };

const NAMESPACE = "host.help.tour.stops.wall";
const CASES = [
  {
    words: createTranslator({ locale: "en", messages: english, namespace: NAMESPACE }),
    chosen: "unless you put it there",
    inTurn: "take turns",
  },
  {
    words: createTranslator({ locale: "ja", messages: japanese as typeof english, namespace: NAMESPACE }),
    chosen: "選ばない限り",
    inTurn: "順番に",
  },
];

test.each(CASES)("[H5] the tour says who chooses what students wrote for the projector: $chosen", (each) => {
  const { words, chosen, inTurn } = each;
  const [byHost, byRank] = [words("body", { wall: "host" }), words("body", { wall: "best" })];
  expect(byHost).toContain(chosen);
  expect(byHost).not.toContain(inTurn);
  expect(byRank).toContain(inTurn);
  expect(byRank).not.toContain(chosen);
});
