"use client";
import { useSeat } from "#app/student/join/seat.ts";
import { TYPING } from "#app/student/vote/use-ballot.ts";
import type { EXIT_LINES, ExitTicket } from "#debate/rules/exit-ticket.ts";

type Line = (typeof EXIT_LINES)[number];

/** My exit ticket as I last wrote it, whether the server has it, and a way to change a line. */
export function useExitTicket(): {
  ticket: ExitTicket;
  isSent: boolean;
  write: (line: Line, text: string) => void;
} {
  const { you, waiting, desk } = useSeat();
  // One that was refused is here to be sent again.
  const kept = waiting.find((item) => item.name === "exit:write");
  const isSent = kept?.name !== "exit:write";
  const ticket = isSent ? (you.exit ?? {}) : kept.payload;
  const write = (line: Line, text: string) =>
    desk.outbox.put({ name: "exit:write", payload: { ...ticket, [line]: text } }, TYPING);
  return { ticket, isSent, write };
}
