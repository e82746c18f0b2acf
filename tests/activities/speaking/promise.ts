import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";

export const speaking = {
  messages: { "speak:ask": { on: false }, "host:speaker": { participantId: null } },
} as const satisfies WhatIsPromised;
