import { forgetRooms } from "#app/shared/storage/saved-room.ts";

/** Drafts of unsaved text, stored on this device until the text is saved. */
const PREFIX = "resolved.draft.";

/** When an instructor signed out on this device, so that no page from before keeps a draft of theirs any more. */
const SIGNED_OUT = "resolved.signed-out.";

/** This page: a duplicated tab is another one, although it has the session storage of the first. */
const PAGE = Math.random().toString(36).slice(2);

let agreedToLeave = false;
/** Drafts that the browser did not store. */
const refused = new Set<string>();

/** Stores a draft at once instead of a moment after the change. Returns its name, or null if everything is saved. */
type Keeper = () => string | null;
const keepers = new Set<Keeper>();

export function onKeepNow(keep: Keeper): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

export function keepDraft(name: string, draft: object): void {
  try {
    if (hasSignedOut((draft as { by?: string }).by)) return;
    localStorage.setItem(PREFIX + name, JSON.stringify({ ...draft, at: Date.now() }));
    refused.delete(name);
  } catch {
    // Storage is full or forbidden: the page still warns before it is left.
    refused.add(name);
  }
}

const hasSignedOut = (by: string | undefined): boolean =>
  by !== undefined && Number(localStorage.getItem(SIGNED_OUT + by)) > performance.timeOrigin;

export function storedDraft(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}

/** [D12] What this page calls its draft of something: two tabs that edit the same each keep their own. */
export const tabDraftName = (name: string): string => `${name}.${PAGE}`;

/** The same for one of several instructors who share this device. */
export const ownDraftName = (name: string, by: string): string => tabDraftName(`${name}.${by}`);

/**
 * This page's draft; else the one that this tab kept before it was loaded again; else the newest that another tab has left. It is this
 * page's from now on. `by`: only what this instructor wrote, so that a colleague's stays where it is.
 */
export function takeDraft(name: string, own: string, by?: string): unknown {
  const before = nameBefore(by === undefined ? name : `${name}.${by}`, own);
  const kept = storedDraft(own);
  if (kept !== null) return kept;
  const left = draftNames(name)
    .map((each) => ({ each, draft: storedDraft(each) as { at?: number; by?: string } | null }))
    .filter(({ draft }) => draft !== null && (by === undefined || draft.by === by))
    .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0));
  const taken = left.find(({ each }) => each === before) ?? left[0];
  if (!taken?.draft) return null;
  // First, as both may not have room.
  forgetDraft(taken.each);
  keepDraft(own, taken.draft);
  return taken.draft;
}

/** What this tab called its draft the last time, which survives a reload. */
function nameBefore(name: string, own: string): string | null {
  try {
    const before = sessionStorage.getItem(PREFIX + name);
    sessionStorage.setItem(PREFIX + name, own);
    return before;
  } catch {
    return null;
  }
}

/** Calls back when another tab took over or forgot a draft that this page keeps. */
export function onTaken(name: string, listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === PREFIX + name && newValue === null) listener();
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/** All that was kept of something, in whatever tab. `by`: without what other instructors wrote. */
export function forgetAllDrafts(name: string, by?: string): void {
  for (const each of draftNames(name)) if (by === undefined || isBy(each, by)) forgetDraft(each);
}

/** Those from before drafts had an author are anyone's. */
function isBy(name: string, by: string): boolean {
  return ((storedDraft(name) as { by?: string } | null)?.by ?? by) === by;
}

const draftNames = (name: string): string[] =>
  allNames().filter((each) => each === name || each.startsWith(`${name}.`));

function allNames(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Keeps what this page has not saved. Its drafts' names, whether or not the browser could store them. */
export const keepNow = (): string[] => [...keepers].map((keep) => keep()).filter((name) => name !== null);

/** [D12] How many unsaved things of this instructor signing out would delete, also where the browser can't store drafts. */
export function countUnsaved(by: string): number {
  const names = new Set([...keepNow(), ...allNames()]);
  return [...names].filter((name) => isBy(name, by)).length;
}

/**
 * [D12] Call on sign-out: the next person at this device should find no draft of this instructor, nor a student's room. `wasAsked`:
 * the instructor agreed to lose unsaved changes.
 */
export function forgetDrafts(by: string, { wasAsked = false } = {}): void {
  agreedToLeave = wasAsked || keepNow().length === 0;
  try {
    localStorage.setItem(SIGNED_OUT + by, String(Date.now()));
  } catch {
    // Nothing is kept where storage is forbidden.
  }
  forgetRooms();
  for (const name of allNames()) if (isBy(name, by)) forgetDraft(name);
}

/** Calls back when this instructor signs out in another tab, which asked about every draft that could be stored. */
export function onSignedOutElsewhere(by: string, listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key !== SIGNED_OUT + by || newValue === null) return;
    agreedToLeave = !keepNow().some((name) => refused.has(name));
    listener();
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/** Whether this page is left by signing out, with nothing unsaved that the instructor was not asked about. */
export const hasAgreedToLeave = (): boolean => agreedToLeave;
