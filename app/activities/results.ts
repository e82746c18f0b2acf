import type { ActivityName } from "#debate/activities/index.ts";

/** A section of the results for the host alone; its words are `title`, `lead` and `loading` of `results`. */
type HostsSection = { name: ActivityName; id: string; words: string };

export const HOSTS_SECTIONS = [
  { name: "exitTicket", id: "exit-tickets", words: "exitTickets" },
] as const satisfies readonly HostsSection[];
