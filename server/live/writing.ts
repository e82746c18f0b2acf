/** How long after their newest words people count as writing, in milliseconds: phones send words every three seconds [B9]. */
const WRITES_FOR = 5_000;

/** [B10] How many are writing about their votes. It is kept in memory alone. `tell` is called when that changes. */
export function createWriting(tell: () => void) {
  const writing = new Map<string, NodeJS.Timeout>();

  function end(participantId: string): void {
    writing.delete(participantId);
    tell();
  }

  return {
    count: () => writing.size,

    wrote(participantId: string): void {
      const before = writing.get(participantId);
      clearTimeout(before);
      writing.set(participantId, setTimeout(() => end(participantId), WRITES_FOR).unref());
      if (!before) tell();
    },

    stop(): void {
      for (const ending of writing.values()) clearTimeout(ending);
      writing.clear();
    },
  };
}
