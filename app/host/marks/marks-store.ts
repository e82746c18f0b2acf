import {
  type AllTyped,
  afterRead,
  afterSaved,
  type Entry,
  entryOf,
  type MarksState,
  markOf,
  sendable,
  typedAfter,
} from "#app/host/marks/marks-state.ts";
import { ask, type Failure, type Reply } from "#app/shared/ask.ts";
import {
  forgetDraft,
  keepDraft,
  onKeepNow,
  ownDraftName,
  storedDraft,
  takeDraft,
} from "#app/shared/storage/drafts.ts";
import { marksDraft } from "#app/shared/storage/session-drafts.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";
import type { SaveMarks } from "#debate/protocol/requests.ts";

type Draft = { v: 1; by: string; typed: AllTyped };

/** In milliseconds: the pause after which typed marks are sent, and how long until a failed request is tried again. */
const PAUSE = 600;
const AGAIN = 10_000;
/** What the server never takes, so that it is not sent again until it is changed. */
const FINAL: readonly Failure[] = ["too-long", "malformed", "forbidden", "foreign"];

export const isUnsaved = ({ typed }: MarksState): boolean => Object.keys(typed).length > 0;
export type MarksStore = ReturnType<typeof createMarks>;

/** [Q21] The marks of a session: saved while the host types; unsaved ones are kept on this device. */
export function createMarks(code: string, first: Marks, by: string) {
  const path = `/api/sessions/${code}/marks`;
  const draftName = ownDraftName(marksDraft(code), by);
  const listeners = new Set<() => void>();
  let state: MarksState = {
    ...first,
    ...{ typed: {}, conflicts: [], isSending: false, hasSaved: false, problem: null, isKept: false },
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  let forgetKeeper = () => {};

  function become(change: Partial<MarksState>): void {
    state = { ...state, ...change };
    state = { ...state, isKept: kept() };
    for (const listener of listeners) listener();
  }

  function kept(): boolean {
    if (!isUnsaved(state)) {
      forgetDraft(draftName);
      return false;
    }
    const { typed } = state;
    keepDraft(draftName, { v: 1, by, typed } satisfies Draft);
    return JSON.stringify((storedDraft(draftName) as Draft | null)?.typed) === JSON.stringify(typed);
  }

  function later(run: () => void, wait: number): void {
    clearTimeout(timer);
    if (!isEnded) timer = setTimeout(run, wait);
  }

  async function load(): Promise<void> {
    const reply = await ask<Marks>("GET", path, undefined, { by });
    if (reply.ok && !state.isSending) become({ ...afterRead(state, reply.value), problem: null });
    else if (!reply.ok) failed(reply.code);
    if (reply.ok && sendable(state).length > 0) void save();
  }

  function failed(problem: Failure): void {
    become({ problem, isSending: false });
    if (!FINAL.includes(problem) && problem !== "not-found") later(() => void wake(), AGAIN);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    const sent = Object.fromEntries(sendable(state));
    if (state.isSending || Object.keys(sent).length === 0) return;
    become({ isSending: true });
    const marks = Object.entries(sent).map(([participantId, each]) => ({ participantId, ...each }));
    const reply: Reply<Marks> = await ask("PUT", path, { marks } satisfies SaveMarks, { by });
    if (reply.ok) {
      become({ ...afterSaved(state, reply.value, sent), isSending: false, hasSaved: true, problem: null });
      if (sendable(state).length > 0) isEnded ? void save() : later(save, PAUSE);
    } else if (reply.code === "stale") {
      become({ ...afterRead(state, reply.answer as Marks), isSending: false, problem: null });
      void save();
    } else {
      failed(reply.code);
      // A seat may have been deleted meanwhile.
      if (reply.code === "not-found") void load();
    }
  }

  /** Saves criteria or the release, and returns why not. What is typed goes first. */
  async function put(change: Pick<SaveMarks, "criteria" | "released">): Promise<Failure | null> {
    const reply: Reply<Marks> = await ask("PUT", path, change, { by });
    if (!reply.ok) return reply.code;
    become(afterRead(state, reply.value));
    return null;
  }

  function wake(): void {
    if (!state.isSending) void (sendable(state).length > 0 ? save() : load());
  }

  function change(id: string, change: Partial<Entry>): void {
    const problem = state.problem !== null && FINAL.includes(state.problem) ? null : state.problem;
    become({ typed: typedAfter(state, id, change), problem });
    later(save, PAUSE);
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (): MarksState => state,
    put,
    wake,
    saveNow: () => void save(),

    /** Begins with what this device kept, if anything. */
    begin(): void {
      isEnded = false;
      forgetKeeper();
      forgetKeeper = onKeepNow(() => (isUnsaved(state) ? draftName : null));
      const draft = takeDraft(marksDraft(code), draftName, by) as Draft | null;
      if (draft?.v !== 1 || isUnsaved(state)) return;
      become(afterRead({ ...state, typed: draft.typed }, state));
      void save();
    },

    comment: (id: string, comment: string) => change(id, { comment }),

    /** Null takes the level away. */
    setLevel(id: string, criterion: string, level: number | null): void {
      const { [criterion]: _, ...others } = entryOf(state, id).levels;
      change(id, { levels: level === null ? others : { ...others, [criterion]: level } });
    },

    /** [Q21] What becomes of marks that were changed in two places. */
    settle(id: string, choice: "mine" | "theirs"): void {
      const { [id]: mine, ...typed } = state.typed;
      const conflicts = state.conflicts.filter((each) => each !== id);
      const version = markOf(state, id)?.version ?? 0;
      const isMine = choice === "mine" && mine;
      become({ typed: isMine ? { ...typed, [id]: { ...mine, version } } : typed, conflicts });
      void save();
    },

    /** The page is being left: sends what is unsaved once more. */
    end(): void {
      isEnded = true;
      forgetKeeper();
      void save();
    },
  };
}
