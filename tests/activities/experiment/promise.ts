import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { ofHers } from "#tests/support/promise-looks.ts";

export const experiment = {
  settings: () => ({ experiment: { kind: "order" } }),
  messages: { "experiment:began": {}, "experiment:write": { body: "Ships need friends.", side: "for" } },
  found: { arm: ofHers(({ arm }) => arm === "a" || arm === "b") },
} as const satisfies WhatIsPromised;
