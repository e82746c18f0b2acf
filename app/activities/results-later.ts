import type { ComponentType } from "react";
import { TicketList } from "#app/activities/exit-ticket/Results.tsx";
import type { HostsPart } from "#app/results/sections/hosts-part.ts";
import type { ActivityName } from "#debate/activities/index.ts";

/** What is in the sections of the results for the host alone. */
export const HOSTS_PARTS = { exitTicket: TicketList } as const satisfies {
  [name in ActivityName]?: ComponentType<HostsPart>;
};
