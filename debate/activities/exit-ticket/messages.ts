import { z } from "zod";
import type { ActivityMessages } from "#debate/activities/activity-messages.ts";
import { name, participant, row, table } from "#debate/protocol/answers/cells.ts";
import { count, nothing } from "#debate/protocol/answers/parts.ts";
import { maybeText } from "#debate/protocol/fields.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";

const line = z.string().exactOptional();
export const ExitTicket = z.object({ moved: line, doubt: line, reading: line });
const written = maybeText(REASON_LENGTH).optional();
const ExitRow = row({
  participant: participant.optional().describe("Not in anonymous sessions."),
  name,
  moved: z.string().nullable().describe("What moved them."),
  doubt: z.string().nullable().describe("What they still doubt."),
  reading: z.string().nullable().describe("Who changed how they read it."),
}).describe("Exit tickets, one row each; in anonymous sessions in random order.");

export const exitTicket = {
  sends: {
    "exit:write": {
      /** All lines at once; the newest counts, and an empty line is none. */
      payload: z.strictObject({ moved: written, doubt: written, reading: written }),
      accepted: nothing,
      does: "Writes the student's exit ticket, all lines at once: what moved them, what they still doubt, who changed how they read it. In `results` and `closed` only, in a session with the activity `exitTicket`. The newest counts; an empty or missing line is none.",
    },
  },
  snapshot: {
    /** [Y16] */
    exitTickets: count.exactOptional().describe("Host, while exit tickets are written: how many there are."),
  },
  mine: { exit: ExitTicket.exactOptional() },
  card: { exit: ExitTicket.exactOptional() },
  ownFile: {
    exit: ExitTicket.nullable(),
    exitRead: ExitTicket.nullable().describe("What the host of an anonymous session reads of it."),
  },
  tables: [table("exit", ExitRow)],
} as const satisfies ActivityMessages;
