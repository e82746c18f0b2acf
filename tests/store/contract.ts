import { randomUUID } from "node:crypto";
import { test } from "vitest";
import type { BallotIntent } from "#debate/rules/ballots.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Cast, Seating } from "#server/store/database.ts";
import type { NewRebuttal } from "#server/store/rebuttals/rebuttal-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import { createStore } from "#server/store/store.ts";
import { type Engine, takeDatabase } from "#tests/support/databases.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** Above what 32 bits hold, as every time in milliseconds is. */
export const NOW = Date.UTC(2026, 10, 26, 9);
export const HOST = "host";

export type Stored = Awaited<ReturnType<typeof openStore>>;

/** One promise of the store, kept on a database of its own of each engine. */
export function contract(title: string, keep: (stored: Stored) => Promise<void>): void {
  test.each<Engine>(["sqlite", "postgresql"])(`${title} (%s)`, async (engine) => {
    await using stored = await openStore(engine);
    await keep(stored);
  });
}

async function openStore(engine: Engine) {
  const own = await takeDatabase({ engine });
  const { database } = own;
  const store = createStore(database);
  await addInstructor(HOST);

  async function addInstructor(id: string, given: { helperId?: string } = {}): Promise<string> {
    const email = `${id}@example.org`;
    await database.write((to) => to.instructor.create({ data: { id, name: id, email, ...given } }));
    return id;
  }

  /** An open session in that phase. */
  async function session({
    settings = {},
    ...given
  }: Partial<Omit<SessionRecord, "settings">> & { settings?: GivenSettings } = {}): Promise<string> {
    const id = randomUUID();
    const record: SessionRecord = {
      ...{ id, code: id.slice(0, 6), hostId: HOST, settings: Settings.parse(settings) },
      ...{ phase: "lobby", version: 1, joins: 0, phaseVersion: 1, phaseEndsAt: null, timerCloses: false },
      ...{ locked: false, revealed: false, onWall: null, wallLook: {}, ofActivities: {}, step: null },
      ...{ opened: false, resultsVersion: 0, resultsKept: false, createdAt: NOW, closedAt: null },
      ...{ keys: { screen: "key", assistant: null, results: null }, schedule: null, classId: null },
      ...given,
    };
    await store.sessions.create(record, BUILT_IN_DEBATE, null, () => randomUUID().slice(0, 8), randomUUID());
    return id;
  }

  /** Seats of these names, which are their ids, too. */
  async function seats(sessionId: string, ...names: string[]): Promise<void> {
    await database.storeSeats(names.map((name) => seatOf(sessionId, name)));
  }

  async function post(
    sessionId: string,
    id: string,
    participantId: string,
    given: Partial<NewRebuttal> = {},
  ) {
    const rebuttal = { id, sessionId, participantId, side: "for" as const, body: `Words of ${id}`, at: NOW };
    return store.rebuttals.post({ ...rebuttal, ...given }, () => "published");
  }

  return {
    ...{ engine, database, store, addInstructor, session, seats, post },
    read: database.reader,
    setPhase: (id: string, phase: SessionRecord["phase"]) =>
      database.write((to) => to.session.update({ where: { id }, data: { phase } })),
    remove: (...ids: string[]) =>
      database.write((to) =>
        to.participant.updateMany({ where: { id: { in: ids } }, data: { removedAt: BigInt(NOW) } }),
      ),
    versionOf: async (id: string) =>
      (await database.reader.session.findUniqueOrThrow({ where: { id } })).version,
    vote: (sessionId: string, round: Round, choices: Record<string, Choice>) =>
      database.write((to) =>
        to.ballot.createMany({
          data: Object.entries(choices).map(([participantId, choice]) => ({
            ...{ participantId, sessionId, round, choice, seq: 1n, castAt: BigInt(NOW) },
          })),
        }),
      ),
    [Symbol.asyncDispose]: () => own.giveBack(),
  };
}

export const seatOf = (sessionId: string, id: string, given: Partial<Seating> = {}): Seating => ({
  ...{ id, sessionId, name: id, realName: null, claimHash: null, at: NOW },
  ...given,
});

export const castOf = (
  sessionId: string,
  participantId: string,
  ballot: Partial<BallotIntent> = {},
  at = NOW,
): Cast => ({ sessionId, participantId, at, ballot: { round: "before", choice: "for", seq: 1, ...ballot } });
