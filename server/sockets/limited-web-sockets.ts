import { type ServerOptions, WebSocket, WebSocketServer } from "ws";
import type { Traffic } from "#server/sockets/frame-limit.ts";
import { Pace } from "#server/sockets/rate-limit.ts";

/** [L10] How many fragments a message may have; and for how long a client may leave a close unanswered, in milliseconds [O11]. */
const LIMITS = { maxFragments: 64, closeTimeout: 500 };
/** [L10] A tenth of the pings and pongs that a WebSocket may send at once, and half of those that it may go on sending a second. */
const CONTROL_FRAMES = 10;

/** [L10] The WebSockets of Engine.IO, which reports neither pings and pongs nor what arrives after a close. */
export function limitedWebSockets(traffic: Traffic) {
  class LimitedWebSocket extends WebSocket {
    readonly pace = endFlood(this, traffic);
  }

  return class extends WebSocketServer<typeof LimitedWebSocket> {
    constructor(options: ServerOptions<typeof LimitedWebSocket>) {
      super({ ...options, ...LIMITS, WebSocket: LimitedWebSocket });
    }
  };
}

/** Ends a WebSocket at once that sends more pings and pongs than a client needs, or anything after its close. */
function endFlood(socket: WebSocket, traffic: Traffic): Pace {
  const pace = new Pace(CONTROL_FRAMES);
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  for (const event of ["ping", "pong"] as const)
    socket.on(event, () => {
      if (isOpen()) traffic.framesHeard += 1;
      if (!isOpen() || !pace.mayGoOn()) socket.terminate();
    });
  socket.on("message", () => isOpen() || socket.terminate());
  return pace;
}
