import { isOwn, mayRead, rebuttalFor } from "#debate/rules/rebuttal-view.ts";
import type { PageEnd, Rebuttal } from "#debate/rules/snapshot.ts";
import { type Audience, isOnWall, moderates } from "#debate/rules/views.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { withHeld } from "#server/sessions/listed-words.ts";
import { placed, placesOf } from "#server/sessions/ranking.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";
import type { RoomRecord } from "#server/store/sessions/sessions.ts";

/** [R15] The size of a page. */
const PAGE = { items: 200, bytes: 128 * 1024 };

/** The first rebuttals that fit on one page, at least one. */
export function onePage<T>(items: Iterable<T>): T[] {
  const page: T[] = [];
  let bytes = 0;
  for (const item of items) {
    bytes += Buffer.byteLength(JSON.stringify(item));
    if (page.length > 0 && bytes > PAGE.bytes) break;
    page.push(item);
    if (page.length === PAGE.items) break;
  }
  return page;
}

type Page = { rebuttals: Rebuttal[]; more?: PageEnd };

/**
 * [R15] A page of the rebuttals that an audience reads. The first page has those it needs most, then the best in its
 * order [K10]. The following pages have all, the newest first, because that order never changes; changes are sent live.
 */
export async function pageOf(
  { store }: Pick<Dependencies, "store">,
  room: RoomRecord,
  audience: Audience,
  after?: PageEnd,
): Promise<Page> {
  const all = await store.rebuttals.ofSession(room.id);
  const places = await placesOf({ store }, room, all);
  const reads = (rebuttal: RebuttalRecord) => mayRead(audience, rebuttal, room);
  const shown = (rebuttal: RebuttalRecord) =>
    rebuttalFor(audience, placed(withHeld(rebuttal, room.settings), places, all.length), room.settings);

  if (after) {
    const rest = newestFirst(all).filter((rebuttal) => isOlder(rebuttal, after) && reads(rebuttal));
    const rebuttals = onePage(map(rest, shown));
    const last = rebuttals.at(-1);
    return {
      rebuttals,
      ...(last && rebuttals.length < rest.length && { more: { at: last.at, id: last.id } }),
    };
  }
  const readable = all.filter(reads);
  const order = audience.role === "host" ? places.forHost : places.forOthers;
  const rebuttals = onePage(map(firstOf(readable, order, room, audience), shown));
  // [V5] Not the newest of all: the end of a page must not reveal rebuttals that the reader may not read.
  const newest = newestFirst(all).find(reads);
  if (!newest || rebuttals.length === readable.length) {
    const oldest = new Map(readable.map(({ id }, index) => [id, index]));
    return {
      rebuttals: rebuttals.sort((one, other) => (oldest.get(one.id) ?? 0) - (oldest.get(other.id) ?? 0)),
    };
  }
  return { rebuttals, more: { at: newest.at + 1, id: newest.id } };
}

/** The ones needed most come first: the reader's own, those waiting for moderation, and the one on the projector. */
function* firstOf(
  readable: readonly RebuttalRecord[],
  places: ReadonlyMap<string, number>,
  { onWall }: RoomRecord,
  audience: Audience,
): Generator<RebuttalRecord> {
  const isNeeded = (rebuttal: RebuttalRecord) =>
    isOnWall(onWall, rebuttal.id) ||
    isOwn(audience, rebuttal) ||
    (moderates(audience.role) && (rebuttal.status === "pending" || rebuttal.reports.length > 0));
  yield* readable.filter(isNeeded);
  const byId = new Map(readable.map((rebuttal) => [rebuttal.id, rebuttal]));
  // In the order of the ranking; newer ones come last.
  for (const id of new Set([...places.keys(), ...byId.keys()])) {
    const rebuttal = byId.get(id);
    if (rebuttal && !isNeeded(rebuttal)) yield rebuttal;
  }
}

const sorted = new WeakMap<readonly RebuttalRecord[], RebuttalRecord[]>();

/** Sorted once for everyone, until one changes. */
function newestFirst(all: readonly RebuttalRecord[]): RebuttalRecord[] {
  const known = sorted.get(all) ?? [...all].sort((one, other) => (isOlder(one, other) ? 1 : -1));
  sorted.set(all, known);
  return known;
}

function isOlder(one: PageEnd, other: PageEnd): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id);
}

function* map<T, R>(items: Iterable<T>, change: (item: T) => R): Generator<R> {
  for (const item of items) yield change(item);
}
