import { expect, test } from "vitest";
import { nextStep, voteTitle } from "#app/host/next-step.ts";
import messages from "#app/messages/en.json" with { type: "json" };
import type { Snapshot } from "#debate/protocol/snapshot.ts";
import { Settings } from "#debate/rules/settings.ts";

const snapshot = (given: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  phase: "rebuttal",
  locked: false,
  joined: 0,
  turnout: { round: "reading", voted: 0 },
  ...given,
});

test.each([true, false])("with a reading vote: %s, button and heading call a vote the same", (readingVote) => {
  const settings = Settings.parse({ readingVote });
  const step = nextStep(snapshot(), settings);
  const named = (words: string) => /the (\w+) vote/iu.exec(words)?.[1];
  const button = named(messages.host.next[step?.words ?? "closed"]);
  expect(button).toBeDefined();
  expect(named(messages.host.vote.title[voteTitle("after", settings)])).toBe(button);
});
