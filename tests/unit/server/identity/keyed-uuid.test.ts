import { expect, test } from "vitest";
import { z } from "zod";
import { createWordsId } from "#server/identity/keyed-ids.ts";

const ADA = { participantId: "ada", round: "before" } as const;

test("[V18] the id of words is a UUID of this server, of one voter, round, kind and text", () => {
  const idOf = createWordsId("a secret");
  const id = idOf(ADA, "reason", "Because.");
  expect(z.uuid().safeParse(id).success).toBe(true);
  expect(createWordsId("a secret")(ADA, "reason", "Because.")).toBe(id);
  const others = [
    createWordsId("b")(ADA, "reason", "Because."),
    idOf({ ...ADA, participantId: "ben" }, "reason", "Because."),
    idOf({ ...ADA, round: "after" }, "reason", "Because."),
    idOf(ADA, "why", "Because."),
    idOf(ADA, "reason", "Because!"),
  ];
  expect(new Set([id, ...others]).size).toBe(6);
});
