import { expect, test } from "vitest";
import { waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

test("[P27] [P20] held lines and best arguments need attention in their own phase, where they can be decided", () => {
  const pairs = { tables: 13, alone: 0, held: [2, 7] };
  const steelman = { written: 5, rated: 2, waiting: 3 };
  const waitingIn = (phase: Snapshot["phase"]) => waitingElsewhere({ phase, pairs, steelman });
  expect(waitingIn("pairs")).toEqual({ tables: [2, 7], bestArguments: 0 });
  expect(waitingIn("steelman")).toEqual({ tables: [], bestArguments: 3 });
  expect(waitingIn("results")).toEqual({ tables: [], bestArguments: 0 });
});
