import { expect, test } from "vitest";
import { isClosedForVotes, tellsEvent } from "#debate/rules/log.ts";

test.each([
  ["stopped before the first vote", "locked before", true],
  ["stopped, allowed and stopped again before it", "locked unlocked locked before results", true],
  ["never stopped", "before results", false],
  ["stopped once the vote had begun", "before locked", false],
  ["allowed again during the vote", "locked before unlocked locked", false],
  ["not stopped, and no vote yet", "", false],
])("[Z8] joining %s: %s", (_, log, isClosed) => {
  const events = log
    .split(" ")
    .map((each) => (each.includes("lock") ? { kind: each, detail: "" } : { kind: "phase", detail: each }));
  expect(isClosedForVotes(events)).toBe(isClosed);
});

test("[P19] an assistant’s log leaves out the best arguments that the host hid, and nothing else", () => {
  const hidden = { kind: "steelman-hidden", actor: "host" };
  expect(tellsEvent("host", hidden)).toBe(true);
  expect(tellsEvent("assistant", hidden)).toBe(false);
  expect(tellsEvent("assistant", { ...hidden, actor: "assistant" })).toBe(true);
  expect(tellsEvent("assistant", { kind: "hide", actor: "host" })).toBe(true);
});
