import type { Server as HttpServer } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Server, type Socket } from "socket.io";
import { MESSAGE_BYTES } from "#debate/protocol/messages.ts";
import { type Refusal, refuse, tooOften, unreachable } from "#debate/rules/result.ts";
import { mayDo } from "#debate/rules/rights.ts";
import { type Log, refusalOf } from "#server/failures.ts";
import { markAddress } from "#server/http/address.ts";
import type { Caller } from "#server/http/caller.ts";
import { type Addressing, isOwnOrigin, named } from "#server/http/origin.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/others.ts";
import { roomOf, seatRoom } from "#server/live/room.ts";
import type { Rooms } from "#server/live/rooms.ts";
import type { SecondLook } from "#server/live/second-look.ts";
import type { Redis } from "#server/redis.ts";
import type { Parts } from "#server/sessions/parts.ts";
import { acknowledgement } from "#server/sockets/answer.ts";
import { type LimitOf, limitFrames } from "#server/sockets/frame-limit.ts";
import { identify, type Speaker } from "#server/sockets/handshake.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { createPaces, type Pace } from "#server/sockets/pace.ts";
import type { Traffic } from "#server/sockets/read-queue.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { countStrangers } from "#server/sockets/strangers.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { endUnread } from "#server/sockets/unread.ts";
import { RoomSocketServer } from "#server/sockets/web-socket.ts";

export const SOCKET_PATH = "/socket.io";
/** [L6] For so long a connection may be there without saying who it is, in milliseconds. */
const CONNECT_WITHIN = 10_000;

/** The Socket.IO server on an HTTP server, not yet letting anybody in. */
export function createSockets(
  server: HttpServer,
  {
    tickets,
    addressing,
    redis,
    traffic,
  }: { tickets: Tickets; addressing: Addressing; redis: Redis | null; traffic: Traffic },
): { io: Sockets; limitOf: LimitOf } {
  const io: Sockets = new Server(server, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false, // Next has upgrades of its own in development; see server/app.ts
    maxHttpBufferSize: MESSAGE_BYTES + 1024, // the frame around a message of the full length
    perMessageDeflate: false,
    connectTimeout: CONNECT_WITHIN,
    wsEngine: RoomSocketServer.bind(null, traffic),
    // [L6] Engine.IO 6 asks about new connections only, which are those whose `sid` is empty as it reads the query.
    allowRequest: (request, allow) => {
      const mayCome = isOwnOrigin(named(request.headers), addressing) && !tooManyStrangers(request);
      allow(mayCome ? null : "another site, or too many", mayCome);
    },
    ...(redis && { adapter: createAdapter(redis.patient) }),
  });
  const tooManyStrangers = countStrangers(io, tickets);
  const limitOf = limitFrames(io, traffic);
  endUnread(io);
  // Before anything else looks at a request.
  for (const event of ["request", "upgrade"] as const)
    server.prependListener(event, (request) => markAddress(request, addressing.trustProxy));
  return { io, limitOf };
}

type Options = {
  parts: Parts;
  rooms: Rooms;
  secondLook: SecondLook;
  caller: Caller;
  limitOf: LimitOf;
  log: Log;
  /** How many messages a second a seat may go on sending. */
  messagesPerSecond: number;
};

/** Lets in who may come in, and gives each role its messages. */
export function admit(
  io: Sockets,
  { parts, rooms, secondLook, caller, limitOf, log, messagesPerSecond }: Options,
): void {
  const paces = createPaces(messagesPerSecond);
  /** [L2] A place is kept until its connection is gone, whoever it turns out to be and whatever it does meanwhile. */
  const enter = (connection: Socket["conn"], key: string): Pace => {
    const pace = paces.enter(key);
    limitOf(connection).pace = pace;
    connection.on("close", () => paces.leave(key));
    return pace;
  };
  io.use((socket, next) => {
    const { auth, headers } = socket.handshake;
    // What was closed meanwhile would keep its place for ever.
    if (socket.conn.readyState !== "open") return next(refused("closed"));
    const reserve = (seat: string): number => {
      const wait = paces.wait(seat);
      if (wait === 0) enter(socket.conn, seat);
      return wait;
    };
    identify({ parts, caller, reserve }, { auth, headers })
      .then((speaker) => {
        if (!speaker.ok) return next(refused(speaker.code, speaker.retryAfter));
        socket.data = speaker.value;
        next();
      })
      .catch((error) => next(refused(refusalOf(error, log, "a handshake failed").code)));
  });

  io.on("connection", (socket) => {
    const speaker = socket.data as Speaker;
    const { sessionId } = speaker;
    const messages: Record<string, (...sent: unknown[]) => void> = messagesFor(speaker, socket.id);
    const seat = speaker.role === "student" ? speaker.participantId : null;
    const limit = limitOf(socket.conn);
    const pace = limit.pace ?? enter(socket.conn, socket.id);
    const cutOff = (): void => {
      if (seat === null) socket.disconnect(true);
      else io.local.in(seatRoom(seat)).disconnectSockets(true);
    };
    limit.cutOff = cutOff;
    // Whatever a role has no listener for is answered too: an unknown message, or another role's. It ends here, so
    // that Socket.IO does not look for listeners of its own. On the wire a name can also be a number.
    socket.use(([sentName, ...sent]: unknown[]) => {
      const wait = pace.hear();
      if (wait === Number.POSITIVE_INFINITY) return cutOff();
      if (wait > 0) return acknowledgement(sent)(tooOften(wait));
      const name = String(sentName);
      const listener =
        mayDo(speaker.role, name) && Object.hasOwn(messages, name) ? messages[name] : undefined;
      if (listener) listener(...sent);
      else acknowledgement(sent)(refuse(name.startsWith("host:") ? "forbidden" : "malformed"));
    });
    void socket.join(roomOf(sessionId, speaker.role));
    if (seat !== null) {
      void socket.join(seatRoom(seat));
      rooms.arrived(sessionId, seat);
    }
    // [A4, I6, J2] Since the handshake a key, sign-in or seat can have been taken back, when nobody would have found this
    // socket. Whoever's connection ends below Socket.IO comes back by itself.
    (seat === null ? secondLook.staff(sessionId) : secondLook.seat(seat)).catch((error) => {
      refusalOf(error, log, "somebody could not be looked at again");
      socket.conn.close();
    });
    socket.on("disconnect", () => rooms.left(sessionId, seat));
  });

  function messagesFor(speaker: Speaker, socketId: string) {
    const { sessionId } = speaker;
    switch (speaker.role) {
      case "host":
      case "assistant":
        return hostMessages(parts, rooms, { sessionId, role: speaker.role }, log);
      case "screen":
        return screenMessages(rooms, sessionId, log);
      case "student":
        return studentMessages(parts, { sessionId, participantId: speaker.participantId, socketId }, log);
      default:
        return unreachable(speaker);
    }
  }
}

function refused(code: Refusal, retryAfter?: number): Error {
  return Object.assign(new Error(code), { data: { code, ...(retryAfter !== undefined && { retryAfter }) } });
}
