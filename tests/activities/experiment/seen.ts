import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const counts = { a: { drawn: 4_701, did: 4_702 }, b: { drawn: 4_703, did: 4_704 } };

/** [M27] */
export const experiment: WhatIsSeen = {
  fields: ["experiment", "halfVotes"],
  room: { experiment: counts },
  seenBy: (role, { identity }) => (role === "host" && identity !== "anonymous" ? { experiment: counts } : {}),
};
