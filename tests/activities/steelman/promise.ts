import { randomUUID } from "node:crypto";
import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";

export const steelman = {
  messages: {
    "steelman:write": { body: "They would say so.", side: "for" },
    "steelman:ask": {},
    "steelman:rate": { steelmanId: randomUUID(), fair: true },
    "host:steelman": { steelmanId: randomUUID(), action: "hide" },
    "host:steelmen": {},
  },
} as const satisfies WhatIsPromised;
