import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, figure, flood, rawFrames, rawSeat } from "#tests/attacks/raw.ts";
import { type Classroom, openClassroom } from "#tests/faults/classroom.ts";
import { type Program, startProgram } from "#tests/support/program.ts";
import type { Seat } from "#tests/support/requests.ts";

let program: Program;
let classroom: Classroom;
beforeAll(async () => {
  program = await startProgram();
  classroom = await openClassroom(program);
});
afterAll(() => program[Symbol.asyncDispose]());

const sockets = () => figure(program.url, 'connections{role="student"}');
const connectOf = (seat: Seat | undefined) =>
  clientFrame(`40${JSON.stringify({ code: classroom.code, ticket: seat?.ticket })}`);

test("[L2] 1,500 CONNECTs in one write make no more than one socket, and its connection is closed", async () => {
  const [seat] = await classroom.seats(1);
  const socket = await rawFrames(program.url);
  const gone = closed(socket);
  let told = "";
  socket.on("data", (text) => {
    told += text;
  });
  await flood(socket, Buffer.concat(Array<Buffer>(1_500).fill(connectOf(seat))), 1);
  await gone;
  expect(told.split("40{").length - 1).toBeLessThanOrEqual(1);
  expect(await sockets()).toBe(0);
});

test("[L2] of 60 connections that authenticate as one seat at once, 20 are let in", async () => {
  const [seat] = await classroom.seats(1);
  const connections = await Promise.all(Array.from({ length: 60 }, () => rawFrames(program.url)));
  const answers = connections.map((socket) => once(socket, "data"));
  for (const socket of connections) socket.write(connectOf(seat));
  const told = (await Promise.all(answers)).map(([text]) => String(text));
  expect(told.filter((text) => text.includes("40{"))).toHaveLength(20);
  expect(told.filter((text) => text.includes("too-many"))).toHaveLength(40);
  expect(await sockets()).toBe(20);
  // A socket that leaves its namespace but stays connected still counts; a closed one does not.
  for (const socket of connections) socket.write(clientFrame("41"));
  await expect(rawSeat(program.url, { code: classroom.code, ticket: seat?.ticket })).rejects.toThrow(
    "too-many",
  );
  const ends = connections.map(closed);
  for (const socket of connections) socket.destroy();
  await Promise.all(ends);
  let again: Awaited<ReturnType<typeof rawSeat>> | undefined;
  while (!again)
    again = await rawSeat(program.url, { code: classroom.code, ticket: seat?.ticket }).catch(() => undefined);
  again.terminate();
});

test("[L6] a handshake with an empty sid counts as a new connection", async () => {
  const [seat] = await classroom.seats(1);
  const cookie = `seat-${classroom.code}=${seat?.ticket}`;
  const opened = await Promise.allSettled(
    Array.from({ length: 25 }, () => rawFrames(program.url, { sid: "", cookie })),
  );
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  const polling = `${program.url}/socket.io/?EIO=4&transport=polling&sid=`;
  expect((await fetch(polling, { headers: { cookie } })).status).toBe(403);
  for (const each of opened) if (each.status === "fulfilled") each.value.destroy();
});

test("[L6] of 200 handshakes of a seat in one write, 20 are let in", async () => {
  const [seat] = await classroom.seats(1);
  const cookie = `seat-${classroom.code}=${seat?.ticket}`;
  const handshake = asking("/socket.io/?EIO=4&transport=polling", { cookie });
  const statuses = await pipelined(program.url, [handshake.repeat(200), ...Array<string>(199).fill("")], 1);
  expect([...statuses].sort()).toEqual([
    [200, 20],
    [403, 180],
  ]);
});
