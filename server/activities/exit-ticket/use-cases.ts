import type { exitTicket } from "#debate/activities/exit-ticket/messages.ts";
import { EXIT_LINES, type ExitTicket, writtenLines } from "#debate/activities/exit-ticket/rules.ts";
import { LEAST_GROUP } from "#debate/counting/tally.ts";
import { present } from "#debate/rules/present.ts";
import { type Result, tooOften } from "#debate/rules/result.ts";
import { shuffled } from "#debate/rules/shuffled.ts";
import type { ActivityUse } from "#server/activities/activity-use.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type ExportRow, tabular } from "#server/sessions/export-rows.ts";
import type { Seat } from "#server/sessions/seat.ts";

/** [L5] How often a seat may change its exit ticket. */
const WRITING = { max: 600, window: 60 };

/** [Y15] Stores a student's exit ticket; the newest counts. */
export async function writeExit(
  { store, announce, limits }: Dependencies,
  { sessionId, participantId, socketId }: Seat,
  written: Parameters<typeof writtenLines>[0],
): Promise<Result<void>> {
  const ticket = writtenLines(written);
  const { retryAfter } = await limits.consume("exit", participantId, WRITING);
  if (retryAfter !== null) return tooOften(retryAfter);
  const stored = await store.exitTickets.write({ sessionId, participantId, ticket });
  if (stored.ok) {
    announce.changed(sessionId);
    announce.mine(participantId, socketId);
  }
  return stored;
}

function linesIn({ moved, doubt, reading }: ExitTicket) {
  return { moved: moved ?? null, doubt: doubt ?? null, reading: reading ?? null };
}

export const exitTicketUse = {
  uses: { "exit:write": writeExit },
  mine: async ({ store }, _session, participantId) =>
    present({ exit: await store.exitTickets.of(participantId) }),
  ownFile: ({ store }, participantId) => store.exitTickets.ownAndRead(participantId),
  tables: {
    exit: {
      order: ["participant"],
      /** [Y16] With whose they are, [Y19] or of an anonymous session as its host reads them, in an order that is drawn anew. */
      async rows({ store, ids }, { id }, people) {
        if (!people.areNamed) {
          const read = await store.exitTickets.readAnonymously(id, LEAST_GROUP);
          return tabular([...EXIT_LINES], shuffled(read, ids.draw).map(linesIn));
        }
        const tickets = await store.exitTickets.ofSession(id);
        const rows: ExportRow[] = tickets.map((ticket) => ({
          ...people.of(ticket.participantId),
          ...linesIn(ticket),
        }));
        const inOrder = (row: ExportRow) => JSON.stringify(row);
        return tabular(
          [...people.columns, ...EXIT_LINES],
          rows.sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)),
        );
      },
    },
  },
} as const satisfies ActivityUse<typeof exitTicket.sends>;
