import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

/** [Y16] */
export const exitTicket: WhatIsSeen = {
  fields: ["exitTickets"],
  room: { exitTickets: 4_301 },
  seenBy: (role) => (role === "host" ? { exitTickets: 4_301 } : {}),
};
