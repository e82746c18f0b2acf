/** What is being written and not yet saved, kept on this device until it is. */
const PREFIX = "resolved.draft.";

// A page that is left because its instructor signed out would keep its draft once more on the way out.
let signedOut = false;

export function keepDraft(name: string, draft: unknown): void {
  if (signedOut) return;
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(draft));
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

/** For whoever signs out: the next person at this device should not find what was being written. */
export function forgetDrafts(): void {
  signedOut = true;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
