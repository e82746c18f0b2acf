import type { Socket } from "socket.io-client";
import { afterFailed, connecting } from "#app/live/transports.ts";
import { untilThere } from "#app/shared/loading/until-there.ts";
import type { ClientEvents, ServerEvents } from "#debate/protocol/events.ts";

/** Who the page is; a ticket only where a script has it, else the cookie says it. */
export type Identity = {
  code: string;
  as: "student" | "host" | "screen";
  key?: string;
  ticket?: string;
};

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

let library: Promise<typeof import("socket.io-client")> | null = null;
function socketIo() {
  library ??= untilThere(() => import("socket.io-client"));
  return library;
}

// While the page hydrates, or waits for someone to join: by the time that it connects, Socket.IO is there.
if (typeof window !== "undefined") void socketIo();

/** A socket that is not connected yet. Socket.IO is not among the scripts that a page loads first. */
export async function makeSocket(auth: () => object, as: Identity["as"]): Promise<LiveSocket> {
  const { io } = await socketIo();
  const socket: LiveSocket = io({ autoConnect: false, auth: (send) => send(auth()), ...connecting() });
  if (as !== "student")
    socket.io.on("reconnect_attempt", (attempt) => Object.assign(socket.io.opts, afterFailed(attempt)));
  return socket;
}
