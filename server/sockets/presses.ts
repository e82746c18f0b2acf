import type { Socket } from "socket.io";
import { PressUntil, parse } from "#debate/protocol/messages.ts";
import { refuse } from "#debate/rules/result.ts";
import { acknowledgement } from "#server/sockets/handler.ts";

/** [W21] After how long the server says that it is still at work on a press, in milliseconds. */
const LONG = 1_000;

/**
 * [W20] Times what one connection of host or assistant sends. Returns what is to be handled; null for what came after the moment
 * that was sent with it, which is answered here.
 */
export function timePresses(socket: Pick<Socket, "emit">, clock: () => number) {
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
