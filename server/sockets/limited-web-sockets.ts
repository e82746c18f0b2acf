import { type ServerOptions, WebSocket, WebSocketServer } from "ws";
import type { Traffic } from "#server/sockets/frame-limit.ts";
import { SeatRate } from "#server/sockets/rate-limit.ts";

/** [L10] Fragments of a message; [O11] milliseconds for a client to answer a close. */
const LIMITS = { maxFragments: 64, closeTimeout: 500 };
/** [L10] The rate of pings and pongs, as of messages: ten times as many at once, twice as many a second. */
const CONTROL_FRAMES = 10;

/** [L10] The WebSockets of Engine.IO, which reports neither pings and pongs nor what arrives after a close. */
export function limitedWebSockets(traffic: Traffic) {
  class LimitedWebSocket extends WebSocket {
    readonly rate = endFlood(this, traffic);
  }

  return class extends WebSocketServer<typeof LimitedWebSocket> {
    constructor(options: ServerOptions<typeof LimitedWebSocket>) {
      super({ ...options, ...LIMITS, WebSocket: LimitedWebSocket });
    }
  };
}

/** Ends a WebSocket at once that sends more pings and pongs than a client needs, or anything after its close. */
function endFlood(socket: WebSocket, traffic: Traffic): SeatRate {
  const rate = new SeatRate(CONTROL_FRAMES);
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  for (const event of ["ping", "pong"] as const)
    socket.on(event, () => {
      if (isOpen()) traffic.framesReceived += 1;
      if (!isOpen() || !rate.countFrame()) socket.terminate();
    });
  socket.on("message", () => isOpen() || socket.terminate());
  return rate;
}
