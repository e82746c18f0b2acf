import type { Failure } from "#app/shared/ask.ts";
import type { Criterion, Marks, StudentMark } from "#debate/protocol/answers/mark-answers.ts";

/** What a host says of one student. */
export type Entry = Pick<StudentMark, "levels" | "comment">;
/** An entry that is not saved yet, and the version that it replaces. */
export type Typed = Entry & { version: number };
export type AllTyped = Readonly<Record<string, Typed>>;

export type MarksState = Marks & {
  /** By seat. */
  typed: AllTyped;
  /** [Q21] Seats whose stored marks changed elsewhere while others were typed here: the host chooses. */
  conflicts: readonly string[];
  isSending: boolean;
  hasSaved: boolean;
  /** Why marks were not saved. */
  problem: Failure | null;
  /** Whether unsaved marks are stored on this device. */
  isKept: boolean;
};

export const markOf = ({ marks }: Pick<MarksState, "marks">, id: string): StudentMark | undefined =>
  marks.find(({ participantId }) => participantId === id);

const EMPTY: Typed = { levels: {}, comment: "", version: 0 };
export const entryOf = (state: Pick<MarksState, "marks" | "typed">, id: string): Typed =>
  state.typed[id] ?? markOf(state, id) ?? EMPTY;

const levelsText = (levels: Entry["levels"]) => JSON.stringify(Object.entries(levels).sort());
const isSame = (one: Entry, other: Entry): boolean =>
  one.comment.trim() === other.comment.trim() && levelsText(one.levels) === levelsText(other.levels);

/** What is typed for a seat after a change; nothing where it is what is stored. */
export function typedAfter(state: MarksState, id: string, change: Partial<Entry>): AllTyped {
  const next = { ...entryOf(state, id), ...change };
  const { [id]: _, ...others } = state.typed;
  const stored = markOf(state, id) ?? EMPTY;
  const isSaved = stored.version === next.version && isSame(stored, next) && stored.comment === next.comment;
  const { levels, comment, version } = next;
  return isSaved ? others : { ...others, [id]: { levels, comment, version } };
}

/** Typed and not in conflict: what can be sent. */
export const sendable = ({ typed, conflicts }: MarksState): [string, Typed][] =>
  Object.entries(typed).filter(([id]) => !conflicts.includes(id));

/** After `sent` was saved. Of what was typed meanwhile the version is the stored one. */
export function afterSaved(state: MarksState, stored: Marks, sent: AllTyped): MarksState {
  const marks = stored.marks.map((mark) => {
    const own = sent[mark.participantId];
    // Typing goes on in what was typed, whose spaces the server trims.
    return own ? { ...mark, comment: own.comment } : mark;
  });
  const typed = Object.entries(state.typed).flatMap(([id, each]): [string, Typed][] => {
    const mark = marks.find(({ participantId }) => participantId === id);
    if (!mark || each === sent[id]) return [];
    return [[id, sent[id] ? { ...each, version: mark.version } : each]];
  });
  return { ...state, ...stored, marks, typed: Object.fromEntries(typed) };
}

/** [Q21] After the server said what is stored: what was typed over an older version is in conflict, unless it says the same. */
export function afterRead(state: MarksState, { criteria, released, marks }: Marks): MarksState {
  const typed = Object.entries(state.typed).filter(([id, each]) => {
    const mark = markOf({ marks }, id);
    return mark !== undefined && !isSame(mark, each);
  });
  const conflicts = typed
    .filter(([id, { version }]) => markOf({ marks }, id)?.version !== version)
    .map(([id]) => id);
  return { ...state, criteria, released, marks, typed: Object.fromEntries(typed), conflicts };
}

/** How many criteria of a student have a level. */
const countLevels = (criteria: readonly Criterion[], { levels }: Entry): number =>
  criteria.filter(({ id }) => levels[id] !== undefined).length;

export type Progress = "none" | "part" | "all";
/** Whether a student is marked: every criterion, or a comment where there are no criteria. */
export function progressOf(criteria: readonly Criterion[], entry: Entry): Progress {
  const levels = countLevels(criteria, entry);
  if (criteria.length > 0 && levels === criteria.length) return "all";
  const hasComment = entry.comment.trim() !== "";
  if (criteria.length === 0) return hasComment ? "all" : "none";
  return levels > 0 || hasComment ? "part" : "none";
}
