import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server, type Socket } from "socket.io";
import { hasOpenActivity, hasQuietActivity } from "#debate/activities/open.ts";
import { type Answer, costOf, type Synced } from "#debate/protocol/events.ts";
import { type Handshake, MESSAGE_BYTES } from "#debate/protocol/messages.ts";
import { type Refusal, refuse, tooOften } from "#debate/rules/result.ts";
import { mayDo } from "#debate/rules/rights.ts";
import type { Caller } from "#server/http/caller.ts";
import { type Addressing, isMisdirected, isOwnOrigin, named } from "#server/http/origin.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { AccessRecheck } from "#server/live/access-recheck.ts";
import type { Sockets } from "#server/live/cluster.ts";
import { clickerRoom, roomOf, seatRoom } from "#server/live/room-names.ts";
import type { Rooms } from "#server/live/rooms.ts";
import { markAddress } from "#server/platform/address.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";
import type { InTurn } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type LimitOf, limitFrames, type Traffic } from "#server/sockets/frame-limit.ts";
import { acknowledgement, type Handler } from "#server/sockets/handler.ts";
import { type Arrival, identify, type Speaker } from "#server/sockets/handshake.ts";
import { limitHandshakes, SILENT_FOR } from "#server/sockets/handshake-limit.ts";
import { hostMessages } from "#server/sockets/host.ts";
import { limitedWebSockets } from "#server/sockets/limited-web-sockets.ts";
import { checkPressDeadlines } from "#server/sockets/press-deadlines.ts";
import { createSeatRates, type SeatRate } from "#server/sockets/rate-limit.ts";
import { screenMessages } from "#server/sockets/screen.ts";
import { studentMessages } from "#server/sockets/student.ts";
import { type SessionRecord, versionOnPhones } from "#server/store/sessions/session-rows.ts";

export const SOCKET_PATH = "/socket.io";
/** The interval of pings, in milliseconds. A phone has 20 seconds to answer. */
const PING_EVERY = 30_000;

/** Creates the Socket.IO server; `admit` lets clients in. */
export function createSockets(
  server: HttpServer,
  {
    tickets,
    addressing,
    traffic,
    inTurn,
    phonesPerAddress,
  }: {
    tickets: Tickets;
    addressing: Addressing;
    traffic: Traffic;
    inTurn: InTurn;
    phonesPerAddress: number;
  },
): { io: Sockets; limitOf: LimitOf } {
  const io: Sockets = new Server(server, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false, // Next has upgrades of its own in development; see below
    maxHttpBufferSize: MESSAGE_BYTES + 1024, // the frame around a message of the full length
    perMessageDeflate: false,
    pingInterval: PING_EVERY,
    connectTimeout: 2 * SILENT_FOR, // closed before [L6]
    wsEngine: limitedWebSockets(traffic),
    // [L6] [L25] Engine.IO 6 asks about new connections only: those whose `sid` it reads as empty.
    allowRequest: (request, allow) =>
      void inTurn(() => {
        const isOwn = isOwnOrigin(named(request.headers), addressing) && !isMisdirected(request, addressing);
        const mayCome = !request.socket.destroyed && isOwn && !tooManyStrangers(request);
        allow(mayCome ? null : "another site, or too many", mayCome);
      }),
  });
  const tooManyStrangers = limitHandshakes(io, tickets, phonesPerAddress);
  const limitOf = limitFrames(io, traffic);
  endUnread(io);
  // Between Node's and ws's error listeners.
  server.on("upgrade", (_request, socket) => socket.on("error", () => undefined));
  // Before anything else looks at a request.
  for (const event of ["request", "upgrade"] as const)
    server.prependListener(event, (request) => markAddress(request, addressing.trustProxy));
  return { io, limitOf };
}

type Options = {
  parts: Dependencies;
  rooms: Rooms;
  accessRecheck: AccessRecheck;
  caller: Caller;
  limitOf: LimitOf;
  log: Log;
  /** How many messages a second a seat may go on sending. */
  messagesPerSecond: number;
};

/** Identifies clients, and gives each role its messages. */
export function admit(
  io: Sockets,
  { parts, rooms, accessRecheck, caller, limitOf, log, messagesPerSecond }: Options,
): void {
  const rates = createSeatRates(messagesPerSecond);
  /** What each handshake read, and how many changes had been announced before it. */
  const arrivals = new WeakMap<Socket, Arrival & { changes: number }>();
  const ofStaff = hostMessages(parts, rooms, log);
  /** The messages of each role. */
  const messages: Record<Speaker["role"], Record<string, Handler<never>>> = {
    student: studentMessages(parts, log),
    host: ofStaff,
    assistant: ofStaff,
    screen: screenMessages(rooms, log),
  };
  /** [L2] Reserves a place until its connection is closed. */
  const enter = (connection: Socket["conn"], key: string): SeatRate => {
    const rate = rates.enter(key);
    limitOf(connection).rate = rate;
    connection.on("close", () => rates.leave(key));
    return rate;
  };
  io.use((socket, next) => {
    const { auth, headers } = socket.handshake;
    // A connection closed meanwhile would keep its place forever.
    if (socket.conn.readyState !== "open") return next(refused("closed"));
    const reserve = (seat: string): number => {
      const wait = rates.wait(seat);
      if (wait === 0) enter(socket.conn, seat);
      return wait;
    };
    const changes = rooms.changesSoFar();
    identify({ parts, caller, reserve }, { auth, headers })
      .then((arrival) => {
        if (!arrival.ok) return next(refused(arrival.code, arrival.retryAfter));
        arrivals.set(socket, { ...arrival.value, changes });
        socket.data = { ...arrival.value.speaker, socketId: socket.id };
        next();
      })
      .catch((error) => next(refused(refusalOf(error, log, "a handshake failed").code)));
  });

  io.on("connection", (socket) => {
    const speaker = socket.data as Speaker;
    const { sessionId } = speaker;
    const handlers = messages[speaker.role];
    const seat = speaker.role === "student" ? speaker.participantId : null;
    const { session = null, changes } = arrivals.get(socket) ?? {};
    arrivals.delete(socket);
    const limit = limitOf(socket.conn);
    const rate = limit.rate ?? enter(socket.conn, socket.id);
    const cutOff = (): void => {
      if (seat === null) socket.disconnect(true);
      else io.local.in(seatRoom(seat)).disconnectSockets(true);
    };
    limit.cutOff = cutOff;
    const timed = seat === null ? checkPressDeadlines(socket, parts.clock) : (sent: unknown[]) => sent;
    // Answer unknown messages and those of other roles, too, and don't pass any on to Socket.IO's listeners. The name can
    // also be a number.
    const handleFrom = (speaker: Speaker, [sentName, ...sent]: unknown[]) => {
      const name = String(sentName);
      const wait = rate.countMessage(costOf(name));
      if (wait === Number.POSITIVE_INFINITY) return cutOff();
      if (wait > 0) return acknowledgement(sent)(tooOften(wait));
      const handle = mayDo(speaker.role, name) && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      if (handle) {
        const inTime = timed(sent);
        if (inTime) handle(speaker as never, inTime);
      } else acknowledgement(sent)(refuse(name.startsWith("host:") ? "forbidden" : "malformed"));
    };
    socket.use((event) => handleFrom(speaker, event));
    void socket.join(roomOf(sessionId, speaker.role));
    if (speaker.role === "screen" && speaker.signIn !== undefined) void socket.join(clickerRoom(sessionId));
    let isNewest = false;
    if (seat !== null) {
      void socket.join(seatRoom(seat));
      isNewest = session !== null && rooms.arrived(session, seat);
    }
    // [W13] An implicit `sync`, at its cost.
    const { version: known } = socket.handshake.auth as Pick<Handshake, "version">;
    const tell = (answer: object): void => {
      socket.emit("synced", answer as Answer<Synced>);
    };
    const start = (now: SessionRecord | null): void => {
      if (known === undefined || !socket.connected) return;
      // Activities store some things without a new version.
      const mayHaveMore = now && (hasQuietActivity(now) || hasOpenActivity(now));
      if (now && versionOnPhones(now) === known && !mayHaveMore)
        tell({
          ok: true,
          unchanged: true,
          ...(seat !== null && { participantId: seat }),
          now: parts.clock(),
        });
      else handleFrom({ ...speaker, ...(now && { session: now }) }, ["sync", {}, tell]);
    };
    if (isNewest && changes === rooms.changesSoFar()) start(session);
    // [A4, I6, J2] Check again: something may have changed since the handshake, before this socket was in its rooms and
    // could be found, and a key, sign-in or seat been revoked. Closing `conn`, below Socket.IO, makes the client reconnect.
    else
      (seat === null ? accessRecheck.staff(sessionId).then(() => null) : accessRecheck.seat(seat))
        .then(start)
        .catch((error) => {
          refusalOf(error, log, "could not check a connection again");
          socket.conn.close();
        });
    socket.on("disconnect", () => rooms.left(sessionId, seat));
  });
}

function refused(code: Refusal, retryAfter?: number): Error {
  return Object.assign(new Error(code), { data: { code, ...(retryAfter !== undefined && { retryAfter }) } });
}

export const isForSockets = ({ url }: IncomingMessage): boolean =>
  url?.startsWith(`${SOCKET_PATH}/`) ?? false;

/** Rejects upgrades to other paths. Engine.IO leaves them open, because in development Next has one of its own. */
export function refuseOtherUpgrades(server: HttpServer): void {
  server.on("upgrade", (request, socket) => {
    if (!isForSockets(request)) socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
}

/** The most bytes that may wait behind the packets being sent to a connection. */
const MOST = 2 ** 20;
/** A packet's memory besides its text, in bytes. */
const PACKET = 256;

/**
 * [L8] Ends connections that do not read what they are sent. Only packets waiting behind those being sent count,
 * so one long answer never cuts a client off. A client that is cut off reconnects and gets the newest state in one answer.
 */
function endUnread(io: Sockets, most = MOST): void {
  io.engine.on("connection", (connection) => {
    let waiting = 0;
    connection.on("packetCreate", ({ data = "" }) => {
      if (waiting > most) connection.close(true);
      waiting += PACKET + data.length;
    });
    connection.on("flush", () => {
      waiting = 0;
    });
  });
}
