import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";

export const comprehension = {
  messages: { "comprehension:answer": { answers: [0] } },
} as const satisfies WhatIsPromised;
