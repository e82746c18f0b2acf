import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import { named } from "#server/http/origin.ts";
import type { Tickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/cluster.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";

/**
 * [L6] Unidentified connections at a time: `ofAddress` without a ticket, enough for a hall of 5,000 that reconnects at once; `ofSeat`, so that
 * silent connections from the same address keep no student out; `ofSeats`, all seats at one address together.
 */
const mostOf = (phones: number) => ({ ofAddress: phones, ofSeat: 20, ofSeats: 2 * phones });

/** [L6] How long a connection may stay unidentified, in milliseconds. */
export const SILENT_FOR = 10_000;

type Slot = [slot: string, most: number];
type Connection = Socket["conn"];

/**
 * Limits unidentified connections by the seat in their ticket, and those without a ticket by address. Returns whether to refuse one. [L26] If
 * an address is full, its oldest connection without a ticket is closed: control rooms and projectors identify themselves at once.
 */
export function limitHandshakes(
  io: Sockets,
  tickets: Tickets,
  phonesPerAddress: number,
  most = mostOf(phonesPerAddress),
): (request: IncomingMessage) => boolean {
  const unidentified = new Map<string, number>();
  const introduced = new WeakMap<object, () => void>();
  const reserved = new WeakMap<object, () => void>();
  const slots = new WeakMap<object, Slot[]>();
  /** Connections without a ticket, by address, the oldest first. */
  const seatless = new Map<string, Set<Connection>>();
  const seatOf = ({ headers }: IncomingMessage) => tickets.seatIn(headers.cookie);
  /** The limits that a connection counts against: a key and the maximum for each. */
  const slotsOf = (request: IncomingMessage): Slot[] => {
    // Cached, as it is needed twice and a ticket costs a hash.
    const known = slots.get(request);
    if (known) return known;
    const found = findSlots(request);
    slots.set(request, found);
    return found;
  };
  const findSlots = (request: IncomingMessage): Slot[] => {
    const address = neighbourhood(addressOf(named(request.headers)));
    const seat = seatOf(request);
    if (seat === null) return [[address, most.ofAddress]];
    return [
      [seat, most.ofSeat],
      [`seats at ${address}`, most.ofSeats],
    ];
  };

  /** Adds one to each slot. Returns a function that takes it off again. */
  const take = (taken: Slot[]): (() => void) => {
    const count = (more: number): void => {
      for (const [slot] of taken) {
        const now = (unidentified.get(slot) ?? 0) + more;
        if (now > 0) unidentified.set(slot, now);
        else unidentified.delete(slot);
      }
    };
    let isTaken = true;
    count(1);
    return () => {
      if (isTaken) count(-1);
      isTaken = false;
    };
  };

  const remember = ([[slot] = ["", 0], ...others]: Slot[], connection: Connection): (() => void) => {
    if (others.length > 0) return () => undefined;
    const silent = seatless.get(slot) ?? new Set();
    seatless.set(slot, silent.add(connection));
    return () => {
      silent.delete(connection);
      if (silent.size === 0) seatless.delete(slot);
    };
  };
  const closeLongestSilent = (slot: string): void => {
    const [longest] = seatless.get(slot) ?? [];
    // Discard: Engine.IO would wait 30 seconds for a last poll of a silent client.
    longest?.close(true);
  };

  io.engine.on("connection", (connection) => {
    reserved.get(connection.request)?.();
    reserved.delete(connection.request);
    const taken = slotsOf(connection.request);
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
  // Connections stay for hours: don't keep this in memory.
  io.on("connection", ({ conn }) => {
    const settle = introduced.get(conn);
    if (!settle) return;
    settle();
    introduced.delete(conn);
    conn.off("close", settle);
  });

  return (request) => {
    const asked = slotsOf(request);
    const isFull = ([slot, most]: Slot): boolean => (unidentified.get(slot) ?? 0) >= most;
    for (const slot of asked) if (isFull(slot)) closeLongestSilent(slot[0]);
    if (asked.some(isFull)) return true;
    // Many requests in one read are all checked before the first is a connection; release those that never become one.
    const release = take(asked);
    reserved.set(request, release);
    setImmediate(release);
    return false;
  };
}
