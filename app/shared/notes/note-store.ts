import { ask, type Failure, type Reply } from "#app/shared/ask.ts";
import {
  forgetDraft,
  keepDraft,
  onKeepNow,
  storedDraft,
  tabDraftName,
  takeDraft,
} from "#app/shared/storage/drafts.ts";
import { forgetSessionDrafts, noteDraft } from "#app/shared/storage/session-drafts.ts";
import type { Note } from "#debate/protocol/answers/host.ts";

/** What was typed and not saved, whose it is, and the note that it goes over. `sent`: what may be saved, as its answer was lost. */
type Draft = { v: 1; by: string; text: string; base: Note; sent?: string };

export type NoteState = {
  text: string;
  /** Null until it was read. */
  base: Note | null;
  isSending: boolean;
  /** Why it was not read or saved. */
  problem: Failure | null;
  /** Saved elsewhere while this one was being written: the host chooses. */
  theirs: Note | null;
  /** Whether unsaved text is stored on this device. */
  isKept: boolean;
};

/** What the server never takes, so that it is not sent again until it is changed. */
const FINAL: readonly Failure[] = ["too-long", "malformed", "not-found", "forbidden", "foreign"];
/** In milliseconds: how long a pause in typing is, and how long until something that failed is tried again. */
const PAUSE = 800;
const AGAIN = 10_000;

export const isUnsaved = ({ text, base }: NoteState): boolean => base !== null && text !== base.text;
const pathOf = (code: string) => `/api/sessions/${code}/note`;

/** [W24] Where the answer to the deletion was lost. */
export async function forgetNoteIfDeleted(code: string): Promise<void> {
  const reply = await ask("GET", pathOf(code));
  if (!reply.ok && reply.code === "not-found") forgetSessionDrafts(code);
}

/** [V20] Reads the private note on a session, saves it while the host types, and keeps unsaved text on the device. */
export function createNote(code: string) {
  const path = pathOf(code);
  const listeners = new Set<() => void>();
  let state: NoteState = {
    text: "",
    base: null,
    isSending: false,
    problem: null,
    theirs: null,
    isKept: false,
  };
  let name: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  let forgetKeeper = () => {};
  /** Counts what was typed and sent, so that an answer from before is not taken for newer. */
  let changes = 0;
  /** Sent, and the answer was lost. It is sent again before anything newer, or it would be taken for someone else's. */
  let unanswered: string | null = null;

  function become(change: Partial<NoteState>): void {
    state = { ...state, ...change };
    state = { ...state, isKept: kept() };
    for (const listener of listeners) listener();
  }

  /** Stores unsaved text on this device, and deletes it once it is saved. */
  function kept(): boolean {
    if (name === null || state.base === null) return false;
    if (!isUnsaved(state)) forgetDraft(name);
    else {
      const { base, text } = state;
      const draft: Draft = {
        ...{ v: 1, by: base.by, text, base },
        ...(unanswered !== null && { sent: unanswered }),
      };
      keepDraft(name, draft);
    }
    return isUnsaved(state) && (storedDraft(name) as Draft | null)?.text === state.text;
  }

  function later(run: () => void, wait: number): void {
    clearTimeout(timer);
    if (!isEnded) timer = setTimeout(run, wait);
  }

  function failed(problem: Failure, again: () => void): void {
    become({ problem, isSending: false });
    if (problem === "not-found") forgetSessionDrafts(code);
    if (!FINAL.includes(problem)) later(again, AGAIN);
  }

  /** What the server has now. */
  function receive(note: Note): void {
    const { text, base } = state;
    if (base === null || !isUnsaved(state)) become({ base: note, text: note.text, problem: null });
    else if (note.text === text.trim()) become({ base: { ...note, text }, problem: null });
    else if (note.etag !== base.etag && note.text !== unanswered?.trim())
      become({ problem: null, theirs: note });
    else void save();
  }

  async function load(): Promise<void> {
    const asked = changes;
    const reply = await ask<Note>("GET", path);
    if (changes !== asked) return;
    if (reply.ok) receive(reply.value);
    else failed(reply.code, load);
  }

  async function save(): Promise<void> {
    const { base, isSending, theirs } = state;
    if (base === null || !isUnsaved(state) || isSending || theirs) return;
    clearTimeout(timer);
    changes += 1;
    const text = unanswered ?? state.text;
    become({ isSending: true });
    const headers = { "if-match": base.etag };
    const reply: Reply<Note> = await ask("PUT", path, { text }, { headers });
    changes += 1;
    unanswered = !reply.ok && reply.code === "offline" ? text : null;
    if (reply.ok) {
      become({ base: { ...reply.value, text }, isSending: false, problem: null });
      if (isEnded) void save();
      else if (isUnsaved(state)) later(save, PAUSE);
    } else if (reply.code === "stale")
      become({ theirs: reply.answer as Note, isSending: false, problem: null });
    else failed(reply.code, save);
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (): NoteState => state,

    /** Begins with what this device kept, if anything. */
    begin(): void {
      isEnded = false;
      name ??= tabDraftName(noteDraft(code));
      // It is kept with each change.
      forgetKeeper();
      forgetKeeper = onKeepNow(() => (isUnsaved(state) ? name : null));
      const draft = takeDraft(noteDraft(code), name) as Draft | null;
      if (draft?.v === 1 && state.base === null) {
        unanswered = draft.sent ?? null;
        become({ text: draft.text, base: draft.base });
      }
      void load();
    },

    /** The window came back, or the network did. */
    wake(): void {
      if (state.theirs || state.isSending) return;
      void (isUnsaved(state) ? save() : load());
    },

    type(text: string): void {
      changes += 1;
      become({ text, ...(state.problem !== null && FINAL.includes(state.problem) && { problem: null }) });
      if (isUnsaved(state)) later(save, PAUSE);
    },

    save: () => void save(),

    /** What becomes of two notes: both, one below the other, or one of them. */
    settle(choice: "both" | "mine" | "theirs"): void {
      const { theirs, text } = state;
      if (!theirs) return;
      changes += 1;
      const texts = { both: `${theirs.text}\n\n${text.trim()}`.trim(), mine: text, theirs: theirs.text };
      become({ base: theirs, text: texts[choice], theirs: null });
      void save();
    },

    /** The page is being left: sends unsaved text once more. */
    end(): void {
      isEnded = true;
      forgetKeeper();
      clearTimeout(timer);
      void save();
    },
  };
}
