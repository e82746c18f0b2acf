import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/exit-ticket/messages.ts";
import { present } from "#debate/rules/present.ts";
import { ANONYMOUS, FILES, NAMES } from "#debate/rules/promise-terms.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";

/** [Y15] The lines of an exit ticket: what moved me, what I still doubt, who changed how I read it. */
export const EXIT_LINES = ["moved", "doubt", "reading"] as const;
export type ExitLine = (typeof EXIT_LINES)[number];
export type ExitTicket = z.infer<typeof messages.ExitTicket>;
type Written = { [line in ExitLine]?: string | undefined };

/** The lines of a ticket that say something. */
export function writtenLines(ticket: Written): ExitTicket {
  return Object.fromEntries(EXIT_LINES.flatMap((line) => (ticket[line] ? [[line, ticket[line]]] : [])));
}

export const exitTicket = {
  name: "exitTicket",
  presets: ["lesson", "seminar"],
  open: { from: "results" },
  sends: {
    "exit:write": {
      from: ["student"],
      keeps: {
        subject: () => "exit",
        confirmed: (ticket: Written) => ({ exit: writtenLines(ticket) }),
        ifRefused: (ticket: Written) => Object.values(writtenLines(ticket)),
      },
    },
  },
  promise: {
    exit: {
      says: "what an exit ticket says",
      visibleTo: [
        [IDENTITIES, ["self"], "results"],
        [NAMES, ["host", ...FILES], "results"],
        [ANONYMOUS, ["host", ...FILES], "four"],
      ],
    },
    whoseExit: {
      says: "whose exit ticket it is",
      visibleTo: [
        [IDENTITIES, ["self"], "results"],
        [NAMES, ["host", "files"], "results"],
      ],
    },
  },
  card: ({ exit }: { exit?: ExitTicket }) => present({ exit }),
  /** [Y16] `exitTickets`: null while none are written. */
  view: (role, { exitTickets }: { exitTickets?: number | null }) =>
    role === "host" ? present({ exitTickets }) : {},
} as const satisfies Activity;
