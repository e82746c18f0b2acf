import { sortedInSlices } from "#debate/counting/sorted.ts";
import type { Marks, OwnMarks, StudentMark } from "#debate/protocol/answers/mark-answers.ts";
import type { SaveMarks } from "#debate/protocol/requests.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import { HIGHEST_LEVEL } from "#debate/rules/mark-limits.ts";
import { present } from "#debate/rules/present.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { MarkedSeat } from "#server/store/marks/mark-rows.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store">;

/** [Q24] */
export function mayMark({ settings }: SessionRecord): Result<void> {
  return tells(settings.identity, "host", "marks")
    ? accept(undefined)
    : refuse("forbidden", "An anonymous session has no marks: no one learns who wrote what.");
}

/** [Q20] A session's marks for its host, by real name. */
export async function marksOf({ store }: Reading, session: SessionRecord): Promise<Result<Marks>> {
  const allowed = mayMark(session);
  if (!allowed.ok) return allowed;
  const { id, settings } = session;
  const marking = await store.marks.markingOf(session);
  const seats = await store.marks.ofSession(id);
  // [E5] Numbers in names count as such.
  const { compare } = new Intl.Collator(settings.language, { numeric: true });
  const inOrder = sortedInSlices(seats.map(toRow), (one, other) =>
    compare(realNameOf(one), realNameOf(other)),
  );
  return accept({ ...marking, marks: await inSlices(inOrder) });

  function toRow({ number, levels, comment, version, ...seat }: MarkedSeat): StudentMark {
    const { id: participantId = "", name = "", realName } = personFor("host", settings.identity, seat);
    return {
      ...{ participantId, name, ...present({ realName, number }) },
      ...{ levels: { ...levels }, comment, version },
    };
  }
}

export const realNameOf = ({ realName, name }: StudentMark): string => realName ?? name;

/** [Q21] `isStale`: nothing was stored, as other marks are. */
export async function saveMarks(
  parts: Dependencies,
  session: SessionRecord,
  given: SaveMarks,
): Promise<Result<{ marks: Marks; isStale: boolean }>> {
  const allowed = mayMark(session);
  if (!allowed.ok) return allowed;
  const { marks = [] } = given;
  if (new Set(marks.map(({ participantId }) => participantId)).size < marks.length)
    return refuse("malformed", "marks: a seat twice");
  const saved = await parts.store.marks.save(session.id, given, { draw: parts.ids.uuid, at: parts.clock() });
  if (!saved.ok) return saved;
  const { outcome, isReleaseChanged } = saved.value;
  if (isReleaseChanged) parts.announce.changed(session.id, "now");
  const stored = await marksOf(parts, session);
  return stored.ok ? accept({ marks: stored.value, isStale: outcome === "stale" }) : stored;
}

/** [Q22] What a student may read of the own marks: null before they are released. */
export async function ownMarks({ store }: Reading, participantId: string): Promise<OwnMarks | null> {
  const released = await store.marks.released(participantId);
  if (!released) return null;
  const { criteria, mark } = released;
  return {
    levels: criteria.map(({ id, name, levels: words }) => {
      const level = mark.levels[id] ?? null;
      return { name, level, words: level === null ? "" : (words[level] ?? ""), most: HIGHEST_LEVEL };
    }),
    comment: mark.comment,
  };
}
