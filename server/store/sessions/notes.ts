import type { Database } from "#server/store/database.ts";
import { versionOf } from "#server/store/debates/debates.ts";

/** A note and its version, which changes with its text; an empty one is none. */
export type StoredNote = { text: string; version: string };
type Saving = { outcome: "saved" | "stale"; note: StoredNote };

const toNote = (text = ""): StoredNote => ({ text, version: versionOf(text) });

/** [V20] Hosts' private notes. They are no part of the session's state: saving one changes no version and tells no one. */
export function noteStore({ reader, write }: Database) {
  return {
    async of(sessionId: string): Promise<StoredNote> {
      return toNote((await reader.note.findUnique({ where: { sessionId } }))?.text);
    },

    /** An instructor's notes, by session. */
    async ofHost(hostId: string): Promise<Map<string, string>> {
      const rows = await reader.note.findMany({ where: { session: { hostId } } });
      return new Map(rows.map(({ sessionId, text }) => [sessionId, text]));
    },

    /** Stores a note if `fits` accepts the stored version; null if the session is gone. The same note again is a success. */
    save(sessionId: string, text: string, fits: (version: string) => boolean): Promise<Saving | null> {
      return write(async (transaction): Promise<Saving | null> => {
        const session = await transaction.session.findUnique({
          where: { id: sessionId },
          select: { note: { select: { text: true } } },
        });
        if (!session) return null;
        const stored = toNote(session.note?.text);
        if (stored.text !== text && !fits(stored.version)) return { outcome: "stale", note: stored };
        const where = { sessionId };
        if (text === "") await transaction.note.deleteMany({ where });
        else await transaction.note.upsert({ where, create: { sessionId, text }, update: { text } });
        return { outcome: "saved", note: toNote(text) };
      }, sessionId);
    },
  };
}
