import { forgetRooms } from "#app/shared/storage/kept-room.ts";

/** What is being written and not yet saved, kept on this device until it is. */
const PREFIX = "resolved.draft.";

// A page that is left because its instructor signed out would keep its draft once more on the way out.
let signedOut = false;
let agreedToLeave = false;

/** Keeps at once what is otherwise kept a moment after each change; the name of its draft, or null if all is saved. */
type Keeper = () => string | null;
const keepers = new Set<Keeper>();

export function onKeepNow(keep: Keeper): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

export function keepDraft(name: string, draft: object): void {
  if (signedOut) return;
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    // Storage is full or forbidden: the page still warns before it is left.
  }
}

export function keptDraft(name: string): unknown {
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

/** [D12] What this tab calls its draft of something: two tabs that edit the same each keep their own. */
export function tabDraftName(name: string): string {
  try {
    const known = sessionStorage.getItem(PREFIX + name);
    const own = known ?? `${name}.${Math.random().toString(36).slice(2)}`;
    sessionStorage.setItem(PREFIX + name, own);
    return own;
  } catch {
    return name;
  }
}

/** The same for one of several instructors who share this device. */
export const ownDraftName = (name: string, by: string): string => tabDraftName(`${name}.${by}`);

/**
 * This tab's draft, or else the newest that another tab has left, which is this one's from now on. `by`: only what this instructor
 * wrote, so that a colleague's stays where it is.
 */
export function takeDraft(name: string, own: string, by?: string): unknown {
  const kept = keptDraft(own);
  if (kept !== null) return kept;
  const left = draftNames(name)
    .map((each) => ({ each, draft: keptDraft(each) as { at?: number; by?: string } | null }))
    .filter(({ draft }) => draft !== null && (by === undefined || draft.by === by))
    .sort((a, b) => (b.draft?.at ?? 0) - (a.draft?.at ?? 0))[0];
  if (!left?.draft) return null;
  keepDraft(own, left.draft);
  forgetDraft(left.each);
  return left.draft;
}

/** All that was kept of something, in whatever tab. `by`: without what other instructors wrote. */
export function forgetAllDrafts(name: string, by?: string): void {
  for (const each of draftNames(name)) if (by === undefined || isBy(each, by)) forgetDraft(each);
}

/** Those from before drafts had an author are anyone's. */
function isBy(name: string, by: string): boolean {
  return ((keptDraft(name) as { by?: string } | null)?.by ?? by) === by;
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

/** What this page has not saved, whether or not the browser could store it. */
const unsavedHere = (): string[] => [...keepers].map((keep) => keep()).filter((name) => name !== null);

/** [D12] How many unsaved things of this instructor signing out would delete, also where the browser can't store drafts. */
export function countUnsaved(by: string): number {
  const names = new Set([...unsavedHere(), ...allNames()]);
  return [...names].filter((name) => isBy(name, by)).length;
}

/**
 * [D12] Call on sign-out: the next person at this device should find no draft of this instructor, nor a student's room. `wasAsked`:
 * the instructor agreed to lose what is unsaved.
 */
export function forgetDrafts(by: string, { wasAsked = false } = {}): void {
  signedOut = true;
  agreedToLeave = wasAsked || unsavedHere().length === 0;
  forgetRooms();
  for (const name of allNames()) if (isBy(name, by)) forgetDraft(name);
}

/** Whether this page is left by signing out, with nothing unsaved that the instructor was not asked about. */
export const hasAgreedToLeave = (): boolean => agreedToLeave;
