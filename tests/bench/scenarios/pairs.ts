import { randomInt, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { makeGroups } from "#debate/rules/pairing.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Database } from "#server/store/database.ts";
import { openDatabase } from "#server/store/open-database.ts";
import { createStore } from "#server/store/store.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";

/** Milliseconds, for a thousand. */
const MOST = 100;
const draw = (below: number) => randomInt(below);

/** [P23] Pairing a class: who sits with whom, and the same with reading votes and storing seats. */
export async function pairs(people: number, turns: number): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-pairs-"));
  const database = await openDatabase(`file:${path.join(folder, "pairs.db")}`, {
    migrations: path.resolve("prisma/migrations"),
    pool: 2,
    shared: false,
  });
  try {
    const sessionId = await seed(database, people);
    const store = createStore(database);
    const class_ = Array.from({ length: people }, (_, n) => ({ id: `${n}`, choice: CHOICES[n % 3] ?? null }));
    const drawn = await timed(turns, async () => makeGroups(class_, draw));
    const stored = await timed(turns, () =>
      store.pairs.make({ sessionId, at: Date.now(), isHere: () => true }, { draw, uuid: randomUUID }),
    );
    return [
      figure(`pairs of ${people}, drawn`, drawn),
      figure(`pairs of ${people}, votes read and seats stored`, stored),
    ];
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

function figure(name: string, times: number[]): Figure {
  const { p50 } = spread(times);
  return { name, unit: "ms", resolved: p50, bar: { text: `<= ${MOST} ms`, met: p50 <= MOST } };
}

async function timed(turns: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const begun = performance.now();
    await run();
    // The first one counts for nothing.
    if (turn > 0) times.push(performance.now() - begun);
  }
  return times;
}

/** A session in its pairs, whose seats have voted. */
async function seed({ write }: Database, people: number): Promise<string> {
  const [sessionId, hostId] = [randomUUID(), randomUUID()];
  const seats = Array.from({ length: people }, () => randomUUID());
  await write(async (transaction) => {
    await transaction.instructor.create({ data: { id: hostId, name: "Host", email: "host@example.org" } });
    await transaction.session.create({
      data: {
        ...{ id: sessionId, code: "PAIRS1", hostId, phase: "pairs", screenKey: "key", createdAt: 0n },
        settings: JSON.stringify(Settings.parse({ pairs: "instead" })),
        debate: { create: { resolution: BUILT_IN_DEBATE.resolution, content: "{}" } },
      },
    });
    await transaction.participant.createMany({
      data: seats.map((id, n) => ({ id, sessionId, name: `Student ${n}`, joinedAt: 0n })),
    });
    await transaction.ballot.createMany({
      data: seats.map((participantId, n) => ({
        ...{ participantId, sessionId, round: "before", seq: 1n, castAt: 0n },
        choice: CHOICES[n % 3] ?? "for",
      })),
    });
  });
  return sessionId;
}
