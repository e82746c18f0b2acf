import type { Socket } from "socket.io";
import { PressUntil, parse } from "#debate/protocol/messages.ts";
import { refuse } from "#debate/rules/result.ts";
import { acknowledgement } from "#server/sockets/handler.ts";

/** [W21] After how many milliseconds the host learns that a press is still being handled. */
const LONG = 1_000;

/**
 * [W20] Checks the deadlines of messages from one connection of host or assistant. Returns the message to handle; null if it came too
 * late and was refused.
 */
export function checkPressDeadlines(socket: Pick<Socket, "emit">, clock: () => number) {
  const connectedAt = clock();
  return (sent: unknown[]): unknown[] | null => {
    const [payload, until] = sent;
    if (typeof until !== "object" || until === null) return sent;
    const acknowledge = acknowledgement(sent);
    const parsed = parse(PressUntil, until);
    const refused = !parsed.ok ? parsed : clock() - connectedAt > parsed.value.by ? refuse("late") : null;
    if (refused) {
      acknowledge(refused);
      return null;
    }
    const working = setTimeout(() => socket.emit("working", {}), LONG);
    return [
      payload,
      (answer: object) => {
        clearTimeout(working);
        acknowledge(answer);
      },
    ];
  };
}
