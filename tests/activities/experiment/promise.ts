import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { isFields, ofHers } from "#tests/support/promise-looks.ts";

const isArm = (value: unknown) => value === "a" || value === "b";

export const experiment = {
  settings: () => ({ experiment: { kind: "order" } }),
  messages: { "experiment:began": {}, "experiment:write": { body: "Ships need friends.", side: "for" } },
  found: {
    arm: ofHers(({ arm, experiment: own }) => isArm(arm) || (isFields(own) && isArm(own.arm))),
  },
} as const satisfies WhatIsPromised;
