import type { z } from "zod";
import type * as mine from "#debate/protocol/answers/mine.ts";
import { type Phase, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [Y15] The lines of an exit ticket: what moved me, what I still doubt, who changed how I read it. */
export const EXIT_LINES = ["moved", "doubt", "reading"] as const;
export type ExitTicket = z.infer<typeof mine.ExitTicket>;

/** The lines of a ticket that say something. */
export function writtenLines(ticket: { [line in keyof ExitTicket]?: string | undefined }): ExitTicket {
  return Object.fromEntries(EXIT_LINES.flatMap((line) => (ticket[line] ? [[line, ticket[line]]] : [])));
}

/** [Y15] Whether exit tickets are written now. */
export function takesExitTickets({
  phase,
  settings,
}: {
  phase: Phase;
  settings: Pick<Settings, "activities">;
}): boolean {
  return settings.activities.exitTicket !== undefined && resultsPublic(phase);
}
