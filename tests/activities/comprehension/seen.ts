import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const check = { answered: 4_201, options: [[4_202, 4_203]] };

/** [Y5] */
export const comprehension: WhatIsSeen = {
  fields: ["check"],
  room: { check },
  seenBy(role, { isSealed }) {
    if (role !== "host") return {};
    return { check: isSealed ? { answered: check.answered } : check };
  },
};
