import type { ReadingCounts } from "#debate/activities/reading/rules.ts";
import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const counts: ReadingCounts = {
  both: 4_101,
  unclear: [{ side: "for", n: 4_102, sentence: 4_103, count: 4_104 }],
};

export const reading: WhatIsSeen = {
  fields: ["reading"],
  room: { reading: counts },
  seenBy: (role) => (role === "host" ? { reading: counts } : {}),
};
