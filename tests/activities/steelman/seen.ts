import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const told = { written: 4_601, rated: 4_602 };
const counts = { ...told, waiting: 4_603 };

/** [P19] */
export const steelman: WhatIsSeen = {
  fields: ["steelman"],
  room: { steelman: counts },
  seenBy(role) {
    if (role === "student") return {};
    return { steelman: role === "screen" ? told : counts };
  },
};
