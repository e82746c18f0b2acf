"use client";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { TYPING } from "#app/student/vote/use-ballot.ts";
import { type ExitLine, type ExitTicket, writtenLines } from "#debate/activities/exit-ticket/rules.ts";

/** My exit ticket as I last wrote it, how far it has come, and a way to change a line. */
export function useExitTicket(): {
  ticket: ExitTicket;
  state: "sent" | "waiting" | "refused";
  write: (line: ExitLine, text: string) => void;
} {
  const { you, desk } = useSeat();
  const waiting = useWaiting();
  const kept = waiting.find((item) => item.name === "exit:write");
  // One that was refused is here to be sent again.
  const ticket = kept?.name === "exit:write" ? writtenLines(kept.payload) : (you.exit ?? {});
  const write = (line: ExitLine, text: string) =>
    desk.outbox.put({ name: "exit:write", payload: { ...ticket, [line]: text } }, TYPING);
  return { ticket, state: !kept ? "sent" : kept.refused ? "refused" : "waiting", write };
}
