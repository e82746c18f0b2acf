import { CLOSED_AT, type WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const DAY = 86_400_000;
const window = { from: CLOSED_AT + DAY, until: CLOSED_AT + 365 * DAY };

/** [P34] */
export const laterVote: WhatIsSeen = {
  fields: ["later"],
  room: {},
  seenBy(role, { phase }) {
    if (role !== "host" && role !== "assistant") return {};
    return { later: { planned: true, ...(phase === "closed" && window) } };
  },
};
