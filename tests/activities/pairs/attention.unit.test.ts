import { expect, test } from "vitest";
import { attentionIn } from "#tests/support/attention.tsx";

test("[P39] host and assistant see who can’t find whom, by what they may know, and the host decides", () => {
  const named = { table: 4, participantId: "ada", partnerId: "bob" };
  const seats = [
    { participantId: "ada", name: "Ada", connected: true },
    { participantId: "bob", name: "Bob", connected: true },
  ];
  const wordsOf = (role: "host" | "assistant", ...missing: { table: number }[]) =>
    attentionIn({ role, seats, snapshot: { phase: "pairs", pairs: { madeAt: 0, missing } } }).replaceAll(
      /<(?!button)[^>]*>/gu,
      "",
    );
  const host = wordsOf("host", named);
  expect(host).toMatch(/Ada.* can’t find .*Bob.* at table 4/u);
  expect(host).toMatch(/Find another partner.*They’re at the table/u);
  const assistant = wordsOf("assistant", named, { table: 7 });
  expect(assistant).toContain("Someone at table 7 can’t find their partner");
  expect(assistant).not.toMatch(/Find another partner|They’re at the table/u);
});
