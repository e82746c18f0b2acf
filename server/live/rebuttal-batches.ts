import { mayRead, rebuttalFor, type WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import type { Rebuttal, RebuttalBatch, RebuttalCount } from "#debate/rules/snapshot.ts";
import type { Audience } from "#debate/rules/views.ts";
import { onePage } from "#server/sessions/rebuttal-pages.ts";
import type { RoomRecord } from "#server/store/sessions/sessions.ts";

/** [R20] The most pages of changes sent at once. If there are more, only the newest is, and clients ask for the rest. */
const PAGES = 5;
/** The most authors who get a message of their own, as each costs an encoding of all changes. */
const MOST_AUTHORS = 12;

/** What changed since the last message to an audience. `withdrawn`: the ids of those that were deleted. */
export type Changes = { room: RoomRecord; written: WrittenRebuttal[]; withdrawn: string[] };
/** `apart`: seats that get only their `own` batches. */
type ForStudents = { everybody: RebuttalBatch[]; apart: string[]; own: Map<string, RebuttalBatch[]> };

/**
 * [W9] The room at the version of what was written, which is read after it and may be newer: pages drop a batch that is no newer
 * than the state they have.
 */
export function asOf(room: RoomRecord, written: readonly { changed: number }[]): RoomRecord {
  return {
    ...room,
    version: written.reduce((newest, { changed }) => Math.max(newest, changed), room.version),
  };
}

/** [R15] One page of changes in each, the oldest first. */
export function batchesFor(audience: Audience, { room, written, withdrawn }: Changes): RebuttalBatch[] {
  const reads = (rebuttal: WrittenRebuttal) => mayRead(audience, rebuttal, room);
  const visible = written.filter(reads).map((rebuttal) => rebuttalFor(audience, rebuttal, room.settings));
  const removed = [...withdrawn, ...written.filter((rebuttal) => !reads(rebuttal)).map(({ id }) => id)];
  const batch = (changed: Rebuttal[]) => ({ cursor: room.version, changed, removed: [] as string[] });
  const pages: Rebuttal[][] = [];
  let rest = visible.toReversed();
  while (rest.length > 0 && pages.length < PAGES) {
    const page = onePage(rest);
    rest = rest.slice(page.length);
    pages.unshift(page.reverse());
  }
  if (rest.length > 0) return [{ ...batch(pages.at(-1) ?? []), removed, more: true }];
  const [first = [], ...others] = pages;
  return [{ ...batch(first), removed }, ...others.map(batch)];
}

/**
 * [R20] The class gets the same bytes; authors get their own words once more, as they see them. Few authors, and those of words that
 * the class may not read, get everything in one batch instead. [R28] `counts` go with each last batch.
 */
export function batchesForStudents(changes: Changes, counts: RebuttalCount[] = []): ForStudents {
  const { everybody, apart, own } = wordsForStudents(changes);
  if (counts.length > 0)
    for (const batches of [everybody, ...apart.map((author) => own.get(author))]) {
      const last = batches?.at(-1);
      if (last) last.counts = counts;
    }
  return { everybody, apart, own };
}

function wordsForStudents(changes: Changes): ForStudents {
  const everybody = batchesFor({ role: "student", participantId: null }, changes);
  const own = new Map<string, RebuttalBatch[]>();
  // If everyone has to ask for more, authors get their own words then.
  if (everybody.some(({ more }) => more)) return { everybody, apart: [], own };
  const byAuthor = new Map<string, WrittenRebuttal[]>();
  for (const rebuttal of changes.written) {
    const known = byAuthor.get(rebuttal.participantId);
    if (known) known.push(rebuttal);
    else byAuthor.set(rebuttal.participantId, [rebuttal]);
  }
  const apart: string[] = [];
  for (const [participantId, written] of byAuthor) {
    const isApart = byAuthor.size <= MOST_AUTHORS || written.some(({ status }) => status !== "published");
    if (isApart) apart.push(participantId);
    const seen = isApart ? changes : { ...changes, written, withdrawn: [] };
    own.set(participantId, batchesFor({ role: "student", participantId }, seen));
  }
  return { everybody, apart, own };
}
