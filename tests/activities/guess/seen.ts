import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

/** [V16] */
export const guess: WhatIsSeen = {
  fields: ["guessed"],
  room: { guessed: 4_401 },
  seenBy: (role, { step }) => (role !== "student" && step === "guess" ? { guessed: 4_401 } : {}),
};
