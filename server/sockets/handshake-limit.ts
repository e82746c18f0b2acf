import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import { named } from "#server/http/origin.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/cluster.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";

/**
 * [L6] How many at a time. From one address: a hall of 5,000 reconnecting at once, and some. Of one seat: counted separately,
 * so a neighbor's silent connections can't keep out a student with a seat. And of all seats at one address.
 */
const mostOf = (phones: number) => ({ ofAddress: phones, ofSeat: 20, ofSeats: 2 * phones });

/** [L6] For so long a connection may be there without saying who it is, in milliseconds. */
export const SILENT_FOR = 10_000;

type Place = [place: string, most: number];
type Connection = Socket["conn"];

/**
 * Counts the connections that have not said yet who they are, by the seat whose ticket they bring, else by address, and
 * says whether there are too many. Those of seats count against their address, too. [L26] Of an address without a seat's
 * ticket, the one that has been silent longest makes room: a control room or projector says within a moment who it is.
 */
export function countStrangers(
  io: Sockets,
  tickets: Tickets,
  phonesPerAddress: number,
  most = mostOf(phonesPerAddress),
): (request: IncomingMessage) => boolean {
  const strangers = new Map<string, number>();
  const introduced = new WeakMap<object, () => void>();
  const reserved = new WeakMap<object, () => void>();
  const places = new WeakMap<object, Place[]>();
  /** Those without a seat's ticket, by address, the one that has been silent longest first. */
  const seatless = new Map<string, Set<Connection>>();
  const seatOf = ({ headers }: IncomingMessage) => tickets.seatIn(headers.cookie);
  /** Where a connection counts, and how many may there. */
  const placesOf = (request: IncomingMessage): Place[] => {
    // Asked for twice a connection, and a ticket is proved by a hash.
    const known = places.get(request);
    if (known) return known;
    const found = findPlaces(request);
    places.set(request, found);
    return found;
  };
  const findPlaces = (request: IncomingMessage): Place[] => {
    const address = neighbourhood(addressOf(named(request.headers)));
    const seat = seatOf(request);
    if (seat === null) return [[address, most.ofAddress]];
    return [
      [seat, most.ofSeat],
      [`seats at ${address}`, most.ofSeats],
    ];
  };

  /** Counts a place more; answers with what gives it back. */
  const take = (taken: Place[]): (() => void) => {
    const count = (more: number): void => {
      for (const [place] of taken) {
        const now = (strangers.get(place) ?? 0) + more;
        if (now > 0) strangers.set(place, now);
        else strangers.delete(place);
      }
    };
    let isTaken = true;
    count(1);
    return () => {
      if (isTaken) count(-1);
      isTaken = false;
    };
  };

  const remember = ([[place] = ["", 0], ...others]: Place[], connection: Connection): (() => void) => {
    if (others.length > 0) return () => undefined;
    const silent = seatless.get(place) ?? new Set();
    seatless.set(place, silent.add(connection));
    return () => {
      silent.delete(connection);
      if (silent.size === 0) seatless.delete(place);
    };
  };
  const closeLongestSilent = (place: string): void => {
    const [longest] = seatless.get(place) ?? [];
    // Without a last poll: a client that says nothing does not come for it, and Engine.IO would wait 30 seconds.
    longest?.close(true);
  };

  io.engine.on("connection", (connection) => {
    reserved.get(connection.request)?.();
    reserved.delete(connection.request);
    const taken = placesOf(connection.request);
    const giveBack = take(taken);
    const forget = remember(taken, connection);
    const silent = setTimeout(() => connection.close(true), SILENT_FOR);
    const settle = (): void => {
      clearTimeout(silent);
      giveBack();
      forget();
    };
    introduced.set(connection, settle);
    connection.once("close", settle);
  });
  // Connections stay for hours, and nothing of this with them.
  io.on("connection", ({ conn }) => {
    const settle = introduced.get(conn);
    if (!settle) return;
    settle();
    introduced.delete(conn);
    conn.off("close", settle);
  });

  return (request) => {
    const asked = placesOf(request);
    const isFull = ([place, most]: Place): boolean => (strangers.get(place) ?? 0) >= most;
    for (const place of asked) if (isFull(place)) closeLongestSilent(place[0]);
    if (asked.some(isFull)) return true;
    // Of many requests in one read, each is asked about before the first is a connection; what is none by then is let go.
    const letGo = take(asked);
    reserved.set(request, letGo);
    setImmediate(letGo);
    return false;
  };
}
