import { admits, type BallotIntent, holdsOnlyAsked } from "#debate/rules/ballots.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Client, Database } from "#server/store/database.ts";

/** A ballot on its way to the database. */
export type Cast = {
  participantId: string;
  sessionId: string;
  /** The device that speaks, if it speaks through a socket. */
  socketId?: string | undefined;
  ballot: BallotIntent;
  at: number;
};
/** Hears of ballots once they are on disk. */
export type OnStored = (casts: Cast[]) => void;

type Waiting = {
  cast: Cast;
  settle: (result: Result<{ seq: number }>) => void;
  fail: (error: unknown) => void;
};

/** More waiting ballots than this are refused with `busy`, and the sender tries again. */
const QUEUE_LENGTH = 20_000;
/** Ballots in one transaction: enough to share one write to disk, few enough to keep its turn short. */
const GROUP = 1_000;
const SETTINGS_KEPT = 10_000;

/**
 * The one way by which ballots are stored: a function that takes one and resolves when it is on disk, or with why it
 * was refused. [B2] Whatever arrives while a transaction runs is stored by the next one, which checks the phase inside it.
 */
export function createBallotWriter(
  { reader, storeBallots }: Pick<Database, "reader" | "storeBallots">,
  onStored: OnStored,
) {
  let waiting: Waiting[] = [];
  let isWriting = false;
  const settings = new Map<string, Settings>();

  async function writeGroup(): Promise<void> {
    const group = waiting.slice(0, GROUP);
    waiting = waiting.slice(GROUP);
    try {
      await learnSettings(group);
      const asked = group.filter(({ cast }) => holdsAsked(cast));
      const leftOut = asked.length === 0 ? [] : await storeBallots(asked.map(({ cast }) => cast));
      // The next group is on its way to the disk while this one is answered.
      writeNext();
      const unclear = new Set(leftOut.map((place) => asked[place]));
      if (asked.length < group.length)
        for (const each of group) if (!holdsAsked(each.cast)) unclear.add(each);
      const stored = unclear.size === 0 ? group : group.filter((each) => !unclear.has(each));
      for (const { cast, settle } of stored) settle(accept({ seq: cast.ballot.seq }));
      onStored(stored.map(({ cast }) => cast));
      if (unclear.size > 0) await explain([...unclear].filter((each) => each !== undefined));
    } catch (error) {
      for (const { fail } of group) fail(error);
      writeNext();
    }
  }

  function writeNext(): void {
    isWriting = waiting.length > 0;
    if (isWriting) void writeGroup();
  }

  /** A session's settings never change, so they are read once. */
  async function learnSettings(group: Waiting[]): Promise<void> {
    const ids = new Set<string>();
    for (const { cast } of group) if (!settings.has(cast.sessionId)) ids.add(cast.sessionId);
    if (ids.size === 0) return;
    if (settings.size > SETTINGS_KEPT) settings.clear();
    for (const row of await reader.session.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, settings: true },
    }))
      settings.set(row.id, Settings.parse(JSON.parse(row.settings)));
  }

  function holdsAsked({ sessionId, ballot }: Cast): boolean {
    const known = settings.get(sessionId);
    return known !== undefined && holdsOnlyAsked(known, ballot);
  }

  /** Asks the rules about ballots that were not stored. One that would be stored by now waits once more. */
  async function explain(group: Waiting[]): Promise<void> {
    const known = await contextOf(
      reader,
      group.map(({ cast }) => cast),
    );
    for (const each of group) {
      const decided = decide(known, each.cast);
      if (!decided.ok) each.settle(decided);
      else if (decided.value.store) wait(each);
      else each.settle(accept({ seq: each.cast.ballot.seq }));
    }
  }

  function wait(ballot: Waiting): void {
    waiting.push(ballot);
    if (isWriting) return;
    isWriting = true;
    // Whatever the sockets hold at this moment is read first, so that it shares the write to disk.
    setImmediate(() => void writeGroup());
  }

  return (cast: Cast): Promise<Result<{ seq: number }>> => {
    if (waiting.length >= QUEUE_LENGTH) return Promise.resolve(refuse("busy"));
    return new Promise((settle, fail) => wait({ cast, settle, fail }));
  };
}

type Known = {
  sessions: Map<string, { phase: Phase; settings: Settings }>;
  seats: Map<string, { sessionId: string; removed: boolean }>;
  seqs: Map<string, number>;
  authors: Map<string, { sessionId: string; participantId: string; status: string }>;
};

function decide({ sessions, seats, seqs, authors }: Known, cast: Cast): Result<{ store: boolean }> {
  const { sessionId, participantId, ballot } = cast;
  const session = sessions.get(sessionId);
  const seat = seats.get(participantId);
  if (!session || !seat) return refuse("not-found");
  // [B6] A seat votes in its own session: a signed ticket says who asks, not where.
  if (seat.sessionId !== sessionId) return refuse("unauthorized");
  const storedSeq = seqs.get(`${participantId} ${ballot.round}`) ?? null;
  const admitted = admits({ ...session, removed: seat.removed, storedSeq }, ballot);
  const credited = ballot.credit?.rebuttalId;
  if (!admitted.ok || !admitted.value.store || credited === undefined) return admitted;
  const author = authors.get(credited);
  if (author?.sessionId !== sessionId || author.status !== "published")
    return refuse("not-found", "credit.rebuttalId");
  // [C4] Nobody is moved by their own rebuttal.
  if (author.participantId === participantId) return refuse("forbidden", "credit.rebuttalId");
  return admitted;
}

async function contextOf(reader: Client, casts: Cast[]): Promise<Known> {
  const distinct = (ids: string[]) => ({ in: [...new Set(ids)] });
  const participants = distinct(casts.map(({ participantId }) => participantId));
  const credited = casts.flatMap(({ ballot }) => ballot.credit?.rebuttalId ?? []);
  const sessionRows = await reader.session.findMany({
    where: { id: distinct(casts.map(({ sessionId }) => sessionId)) },
    select: { id: true, phase: true, settings: true },
  });
  const seats = await reader.participant.findMany({
    where: { id: participants },
    select: { id: true, sessionId: true, removedAt: true },
  });
  const stored = await reader.ballot.findMany({
    where: { participantId: participants },
    select: { participantId: true, round: true, seq: true },
  });
  const rebuttals =
    credited.length === 0
      ? []
      : await reader.rebuttal.findMany({
          where: { id: distinct(credited) },
          select: { id: true, sessionId: true, participantId: true, status: true },
        });
  return {
    sessions: new Map(
      sessionRows.map(({ id, phase, settings }) => [
        id,
        { phase: phase as Phase, settings: Settings.parse(JSON.parse(settings)) },
      ]),
    ),
    seats: new Map(seats.map(({ id, removedAt, ...seat }) => [id, { ...seat, removed: removedAt !== null }])),
    seqs: new Map(stored.map(({ participantId, round, seq }) => [`${participantId} ${round}`, Number(seq)])),
    authors: new Map(rebuttals.map(({ id, ...rebuttal }) => [id, rebuttal])),
  };
}
