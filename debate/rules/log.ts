import type { Activity } from "#debate/activities/activity.ts";
import { LOGGED } from "#debate/activities/index.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import { type Actor, DECISIONS, undoable } from "#debate/rules/moderation.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { LogEntry } from "#debate/rules/snapshot.ts";

/** How many entries the host is sent. */
export const LOG_LENGTH = 200;

const CORE_KINDS = [
  "opened",
  "phase",
  "step",
  "timer",
  "more-time",
  "locked",
  "unlocked",
  "revealed",
  "covered",
  "spotlight",
  "blanked",
  "wall-look",
  "picked",
  "unpicked",
  "results-kept",
  "results-open",
  "approve-first",
  "approve-after",
  "linked",
  "unlinked",
  "codes",
  "reported",
  "removed",
  "restored",
  "hide",
  "show",
  "approve",
  "keep",
  "undo-hide",
  "undo-show",
  "undo-approve",
  "undo-keep",
  "merge",
  "undo-merge",
  "separate",
  "undo-separate",
  "words-deleted",
  "seat-deleted",
  "rebuttal-deleted",
  "withdrawn",
  "paper",
  "paper-deleted",
  "dates",
  "date-missed",
] as const;
type ActivityKind = keyof typeof LOGGED;
export type EventKind = (typeof CORE_KINDS)[number] | ActivityKind;
/** The kinds of log entry. Another server may write kinds that this one does not know yet. */
export const EVENT_KINDS: readonly EventKind[] = [...CORE_KINDS, ...(Object.keys(LOGGED) as ActivityKind[])];

type Event = Omit<LogEntry, "detail" | "rebuttalId" | "seat" | "canUndo" | "count"> & {
  detail: string;
  was: string | null;
  count?: number;
};

const OF_ACTIVITIES: NonNullable<Activity["log"]> = LOGGED;
export type SeatEvent =
  | "removed"
  | "restored"
  | { [Kind in ActivityKind]: (typeof LOGGED)[Kind] extends { about: "seat" } ? Kind : never }[ActivityKind];
export type KindAboutTable = {
  [Kind in ActivityKind]: (typeof LOGGED)[Kind] extends { about: "table" } ? Kind : never;
}[ActivityKind];

/** Of what the host does in an activity, an assistant is not told some. */
export function tellsEvent(reader: Actor, { kind, actor }: { kind: string; actor: string }): boolean {
  const logged: NonNullable<Activity["log"]> = LOGGED;
  return reader === "host" || actor !== "host" || !(Object.hasOwn(logged, kind) && logged[kind]?.hostOnly);
}

/**
 * [Z8] Whether joining was stopped before the first vote opened, and never allowed again. Then no one could
 * secretly take extra seats to fill up small groups. `events` are in order.
 */
export function isClosedForVotes(events: readonly { kind: string; detail: string }[]): boolean {
  let [isLocked, hasVoted] = [false, false];
  for (const { kind, detail } of events) {
    if (kind === "locked") isLocked = true;
    if (kind === "unlocked") isLocked = false;
    if (kind === "phase" && detail === "before") hasVoted = true;
    if (hasVoted && !isLocked) return false;
  }
  return isLocked;
}

/** Whether an event's detail is a seat, which only some sessions may name. */
export function isAboutSeat(kind: string): kind is SeatEvent {
  return kind === "removed" || kind === "restored" || OF_ACTIVITIES[kind]?.about === "seat";
}

/** [P39] Whether an event's detail is a table. */
export function isAboutTable(kind: string): kind is KindAboutTable {
  return Object.hasOwn(LOGGED, kind) && OF_ACTIVITIES[kind]?.about === "table";
}

function isAboutRebuttal({ kind, detail }: Pick<Event, "kind" | "detail">): boolean {
  // A rebuttal's id is one word of 36 characters; anything else on the wall is shorter or has a space.
  if (kind === "spotlight") return /^[0-9a-f-]{36}$/u.test(detail);
  return kind === "reported" || (DECISIONS.includes(kind) && !isAboutSeat(kind));
}

/**
 * [R11] The log as the host may read it, the newest first. Seats have the names that the class sees, or none in
 * anonymous sessions. `decidedLater`: the rebuttals and seats that later entries decide about.
 */
export function logFor(
  identity: Identity,
  newestFirst: readonly Event[],
  names: ReadonlyMap<string, string>,
  decidedLater: Iterable<string> = [],
): LogEntry[] {
  const canUndo = undoable(newestFirst, decidedLater);
  return newestFirst.map((event) => {
    const { id, at, actor, kind, detail, count = 1 } = event;
    const entry = { id, at, actor, kind, ...(count > 1 && { count }), canUndo: canUndo.has(id) };
    if (isAboutRebuttal(event)) return { ...entry, rebuttalId: detail };
    if (!isAboutSeat(kind)) return { ...entry, ...(detail !== "" && { detail }) };
    // [V7] Only anonymous sessions from before this rule have such entries.
    if (!tells(identity, "host", "id")) return { ...entry, canUndo: false };
    const known = names.get(detail) ?? "";
    const { name = "" } = personFor("class", identity, { id: detail, name: known, realName: null });
    return { ...entry, ...(name !== "" && { seat: { name } }) };
  });
}
