import type { ComponentType } from "react";
import { TicketList } from "#app/activities/exit-ticket/Results.tsx";
import type { HOSTS_SECTIONS } from "#app/activities/results.ts";
import type { HostsPart } from "#app/results/sections/hosts-part.ts";

/** What is in the sections for the host alone. */
export const HOSTS_PARTS: Record<(typeof HOSTS_SECTIONS)[number]["id"], ComponentType<HostsPart>> = {
  "exit-tickets": TicketList,
};
