import type { LiveSocket } from "#app/live/live-socket.ts";
import { inTime } from "#app/shared/in-time.ts";
import type { ClientEvents } from "#debate/protocol/events.ts";

type Payload<Name extends keyof ClientEvents> = Parameters<ClientEvents[Name]>[0];
type Reply<Name extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[Name]>[1]>[0];

/** [W21] How long a press that the server is at work on is waited for, in milliseconds: longer than its database is. */
const WORKS_WITHIN = 8_000;

/** [W20] Presses in a control room: each names a time after which the server must not carry it out. Times are those of `performance`. */
export class Presses {
  #connectedAt = 0;
  /** [W21] When the server last said that it is still at work. */
  #workingAt = 0;

  listen(socket: LiveSocket): void {
    socket.on("connect", () => {
      this.#connectedAt = performance.now();
    });
    // [W20] Socket.IO keeps what was sent as a connection ended for the next one, whose time has begun anew.
    socket.on("disconnect", () => {
      socket.sendBuffer = [];
    });
    socket.on("working", () => {
      this.#workingAt = performance.now();
    });
  }

  /** Null where nothing was heard of it by `end`, or the connection has ended. */
  async send<Name extends keyof ClientEvents>(
    socket: LiveSocket,
    end: number,
    name: Name,
    payload: Payload<Name>,
  ): Promise<Reply<Name> | null> {
    const sentAt = performance.now();
    // The server counts from when it accepted the connection, which was earlier: its time is over first.
    const by = Math.floor(end - this.#connectedAt);
    const answered: Promise<Reply<Name> | null> = socket
      .timeout(WORKS_WITHIN)
      .emitWithAck(name, ...([payload, { by }] as never))
      .catch(() => null);
    const answer = await inTime(answered, end - sentAt);
    return answer ?? (this.#workingAt >= sentAt ? answered : null);
  }
}
