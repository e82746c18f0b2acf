import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

export const showOfHands: WhatIsSeen = {
  fields: ["hands"],
  room: { hands: 4_801 },
  seenBy: (role) => (role === "student" ? {} : { hands: 4_801 }),
};
