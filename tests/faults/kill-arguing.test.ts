import { randomUUID } from "node:crypto";
import BetterSqlite3 from "better-sqlite3";
import { expect, test } from "vitest";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { openClassroom } from "#tests/faults/classroom.ts";
import { createDice } from "#tests/support/chance.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";

const SEATS = 15;

/** Answered by the server, and sent to it without an answer so far; each as its row is found again. */
type Sent = { answered: Set<string>; waiting: Map<string, { name: string; payload: object }> };

test("[B2] [R18] SIGKILL loses no rebuttal, endorsement or exposure that was answered, and what is sent again is stored once", async () => {
  const dice = createDice();
  await using program = await startProgram({ kind: "server" });
  const room = await openClassroom(program);
  const seats = await room.seats(SEATS);
  await room.asHost((host) => moveTo(host, "rebuttal"));
  const sent: Sent = { answered: new Set(), waiting: new Map() };
  const ids: string[] = [];
  let enough = 0;
  let isEnough: () => void = () => undefined;

  async function send(wire: PhoneConnection, row: string, name: string, payload: object): Promise<void> {
    sent.waiting.set(row, { name, payload });
    const answer = (await wire.send(name, payload)) as { ok: boolean; code?: string };
    // A seat's room is used up in the end [R14]; everything else fits.
    if (answer.ok) sent.answered.add(row);
    else expect(answer.code).toBe("too-many");
    sent.waiting.delete(row);
    if (sent.answered.size >= enough) isEnough();
  }

  /** Writes, reads and endorses, one after the other, until the server is gone. */
  async function argue(wire: PhoneConnection, participantId: string): Promise<void> {
    for (;;) {
      const id = randomUUID();
      await send(wire, `rebuttal ${id} ${participantId}`, "rebuttal:post", {
        id,
        side: "for",
        body: "Words.",
      });
      if (sent.answered.has(`rebuttal ${id} ${participantId}`)) ids.push(`${id} ${participantId}`);
      const others = ids.filter((each) => !each.endsWith(participantId));
      if (others.length === 0) continue;
      const [rebuttalId = ""] = dice.pick(others).split(" ");
      const row = `${rebuttalId} ${participantId}`;
      await send(wire, `exposure ${row}`, "rebuttal:seen", { ids: [rebuttalId] });
      await send(wire, `endorsement ${row}`, "rebuttal:endorse", { rebuttalId, on: true });
    }
  }

  const enterAll = () =>
    Promise.all(
      seats.map(async ({ participantId, ticket }) => {
        const wire = new PhoneConnection(program.url);
        await wire.enter({ code: room.code, ticket });
        return { wire, participantId };
      }),
    );
  const arguing = await enterAll();
  enough = 20 + dice.below(60);
  const reached = new Promise<void>((resolve) => {
    isEnough = resolve;
  });
  for (const { wire, participantId } of arguing) void argue(wire, participantId);
  await reached;
  await program.end("SIGKILL");
  for (const { wire } of arguing) wire.close();
  await program.start("server");
  const stored = new Set(rowsOf(program.database));
  expect([...sent.answered].filter((row) => !stored.has(row))).toEqual([]);

  // A phone sends again what was not answered.
  const wires = await enterAll();
  const unanswered = [...sent.waiting];
  for (const [row, { name, payload }] of unanswered) {
    const by = wires.find(({ participantId }) => row.endsWith(participantId));
    if (by) await send(by.wire, row, name, payload);
  }
  const rows = rowsOf(program.database);
  expect([...sent.answered].filter((row) => !rows.includes(row))).toEqual([]);
  expect(new Set(rows).size).toBe(rows.length);
  for (const { wire } of wires) wire.close();
  process.stdout.write(`${sent.answered.size} answered, 0 missing; ${unanswered.length} sent again\n`);
});

function rowsOf(file: string): string[] {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    const query = `
      SELECT 'rebuttal ' || "id" || ' ' || "participantId" FROM "rebuttal" UNION ALL
      SELECT 'endorsement ' || "rebuttalId" || ' ' || "participantId" FROM "endorsement" UNION ALL
      SELECT 'exposure ' || "rebuttalId" || ' ' || "participantId" FROM "exposure"`;
    return database.prepare(query).pluck().all() as string[];
  } finally {
    database.close();
  }
}
