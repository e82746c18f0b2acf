import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";

export const laterVote = {
  messages: { "host:later-vote": { planned: false } },
} as const satisfies WhatIsPromised;
