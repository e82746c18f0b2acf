"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { createNote, isUnsaved } from "#app/shared/notes/note-store.ts";
import { hasAgreedToLeave } from "#app/shared/storage/drafts.ts";

/** The note on a session, while the page shows it. */
export function useNote(code: string) {
  const [note] = useState(() => createNote(code));
  const state = useSyncExternalStore(note.subscribe, note.read, note.read);
  useEffect(() => {
    const { wake } = note;
    // Only where nothing could be kept does leaving lose something.
    const ask = (event: BeforeUnloadEvent) => {
      const { isKept } = note.read();
      if (isUnsaved(note.read()) && !isKept && !hasAgreedToLeave()) event.preventDefault();
    };
    note.begin();
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    window.addEventListener("beforeunload", ask);
    return () => {
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      window.removeEventListener("beforeunload", ask);
      note.end();
    };
  }, [note]);
  return { note, state };
}
