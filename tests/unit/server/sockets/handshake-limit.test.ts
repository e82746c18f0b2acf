import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createTickets } from "#server/identity/tickets.ts";
import type { Sockets } from "#server/live/cluster.ts";
import { countStrangers } from "#server/sockets/handshake-limit.ts";

const tickets = createTickets("a secret", Date.now);
const asked = (address: string, seat?: string) =>
  ({
    headers: {
      "x-resolved-address": address,
      ...(seat && { cookie: `seat-ABC123=${tickets.issue(seat)}` }),
    },
  }) as unknown as IncomingMessage;

test("[L6] silent connections of many seats count against their address, and block neither others nor people without a seat", () => {
  const io = Object.assign(new EventEmitter(), { engine: new EventEmitter() });
  const tooMany = countStrangers(io as unknown as Sockets, tickets, { ofAddress: 4, ofSeat: 2, ofSeats: 5 });
  const connect = (request: IncomingMessage) => {
    const connection = Object.assign(new EventEmitter(), { request });
    io.engine.emit("connection", connection);
    return connection;
  };
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
