import type { IncomingMessage } from "node:http";
import { addressOf, neighbourhood } from "#server/http/address.ts";
import { named } from "#server/http/origin.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/others.ts";

/** [L6] From one address at a time: a hall of 5,000 that comes back at once, and some. */
const STRANGERS = 6_000;

/** [L6] Of one seat at a time, which is counted apart: a neighbour's silent ones keep out nobody who has a seat. */
const OF_A_SEAT = 20;

/**
 * Counts the connections that have not said yet who they are, by the seat whose ticket they bring, else by address, and
 * says whether there are too many.
 */
export function countStrangers(io: Sockets, tickets: Tickets): (request: IncomingMessage) => boolean {
  const strangers = new Map<string, number>();
  const introduced = new WeakMap<object, () => void>();
  const seatOf = ({ headers }: IncomingMessage) => tickets.seatIn(headers.cookie);
  const addressed = ({ headers }: IncomingMessage) => neighbourhood(addressOf(named(headers)));

  io.engine.on("connection", (connection) => {
    const place = seatOf(connection.request) ?? addressed(connection.request);
    const count = (more: number): void => {
      const now = (strangers.get(place) ?? 0) + more;
      if (now > 0) strangers.set(place, now);
      else strangers.delete(place);
    };
    let isStranger = true;
    const settle = (): void => {
      if (isStranger) count(-1);
      isStranger = false;
    };
    count(1);
    introduced.set(connection, settle);
    connection.once("close", settle);
  });
  io.on("connection", (socket) => introduced.get(socket.conn)?.());

  return (request) => {
    const seat = seatOf(request);
    const most = seat === null ? STRANGERS : OF_A_SEAT;
    return (strangers.get(seat ?? addressed(request)) ?? 0) >= most;
  };
}
