import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/cluster.ts";
import { limitHandshakes } from "#server/sockets/handshake-limit.ts";

const tickets = createTickets("a secret", Date.now);
const asked = (address: string, seat?: string) =>
  ({
    headers: {
      "x-resolved-address": address,
      ...(seat && { cookie: `seat-ABC123=${tickets.issue(seat)}` }),
    },
  }) as unknown as IncomingMessage;

const PER_ADDRESS = { ofAddress: 4, ofSeat: 2, ofSeats: 5 };

/** The limits of a server without sockets of its own. */
function limited(inAll: number, limits?: typeof PER_ADDRESS) {
  const io = Object.assign(new EventEmitter(), { engine: new EventEmitter() });
  const tooMany = limitHandshakes(io as unknown as Sockets, tickets, inAll, limits);
  const connect = (request: IncomingMessage, close = vi.fn()) => {
    const connection = Object.assign(new EventEmitter(), { request, close });
    io.engine.emit("connection", connection);
    return connection;
  };
  return { io, tooMany, connect };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("[L6] silent connections of many seats count against their address, and block neither others nor people without a seat", () => {
  const { io, tooMany, connect } = limited(4, PER_ADDRESS);
  const connections = [1, 2, 3, 4, 5].map((n) => connect(asked("192.0.2.7", `seat ${n}`)));
  expect(tooMany(asked("192.0.2.7", "seat 6"))).toBe(true);
  expect(tooMany(asked("192.0.2.8", "seat 6"))).toBe(false);
  expect(tooMany(asked("192.0.2.7"))).toBe(false);
  // One says who it is, another one goes.
  io.emit("connection", { conn: connections[0] });
  connections[1]?.emit("close");
  connections[1]?.emit("close");
  connect(asked("192.0.2.7", "seat 6"));
  expect(tooMany(asked("192.0.2.7", "seat 7"))).toBe(false);
  connect(asked("192.0.2.7", "seat 6"));
  expect(tooMany(asked("192.0.2.7", "seat 7"))).toBe(true);
});

test("[L6] a connection that says nothing for ten seconds is closed at once, one that has said who it is stays", () => {
  const { io, connect } = limited(6_000);
  const [silent, host] = [connect(asked("192.0.2.7")), connect(asked("192.0.2.7"))];
  io.emit("connection", { conn: host });
  vi.advanceTimersByTime(9_999);
  expect(silent.close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(silent.close.mock.calls).toEqual([[true]]);
  expect(host.close).not.toHaveBeenCalled();
});

test("[L26] where an address has no place left, the connection that has been silent longest is closed", () => {
  const { io, tooMany, connect } = limited(3, { ...PER_ADDRESS, ofAddress: 3 });
  const closed: string[] = [];
  const begin = (name: string, address = "192.0.2.7") => {
    const connection = connect(
      asked(address),
      vi.fn(() => {
        closed.push(name);
        connection.emit("close");
      }),
    );
    return connection;
  };
  const host = begin("host");
  for (const name of ["first", "second"]) begin(name);
  begin("elsewhere", "192.0.2.8");
  io.emit("connection", { conn: host });
  begin("third");
  expect([tooMany(asked("192.0.2.7")), closed]).toEqual([false, ["first"]]);
  // A request that is being answered has its place, and no connection that could be closed.
  for (const name of ["second", "third"]) expect([name, tooMany(asked("192.0.2.7"))]).toEqual([name, false]);
  expect([tooMany(asked("192.0.2.7")), closed]).toEqual([true, ["first", "second", "third"]]);
});
