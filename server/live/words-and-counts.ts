import type { WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import type { RebuttalCount } from "#debate/rules/snapshot.ts";

/** [R28] So many counts are sent to a class in a second: 300 of them every 150 seconds. */
const A_SECOND = 2;

export type Unplaced = Omit<WrittenRebuttal, "rank" | "hostRank">;

/**
 * [R28] Parts what a class is sent: words, which come once and again when they change, and counts of words that it has, which
 * change all the time and are gathered.
 */
export function createWordsAndCounts() {
  const sent = new Map<string, string>();
  const waiting = new Map<string, WrittenRebuttal>();
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    /** Takes what has changed, and returns those whose words the class is sent now. */
    take(changed: readonly WrittenRebuttal[]): WrittenRebuttal[] {
      return changed.filter((rebuttal) => {
        const { id } = rebuttal;
        const words = wordsOf(rebuttal);
        if (sent.get(id) === words) {
          waiting.set(id, rebuttal);
          return false;
        }
        sent.set(id, words);
        waiting.delete(id);
        return true;
      });
    },

    /** Notes words that the class has without having been sent them here. */
    know(rebuttals: readonly Unplaced[]): void {
      for (const rebuttal of rebuttals) sent.set(rebuttal.id, wordsOf(rebuttal));
    },

    drop(ids: readonly string[]): void {
      for (const id of ids) {
        sent.delete(id);
        waiting.delete(id);
      }
    },

    /** Of how many rebuttals the class has the words. */
    known: (): number => sent.size,

    /** In how many milliseconds the counts are due; null if none has changed. */
    dueIn: (now: number): number | null => (waiting.size === 0 ? null : Math.max(0, freeAt - now)),

    /** The counts that have changed. */
    counts(now: number): RebuttalCount[] {
      freeAt = now + (waiting.size / A_SECOND) * 1_000;
      const counts = [...waiting.values()]
        .filter(({ status }) => status === "published")
        .map(({ id, endorsed, rank }): RebuttalCount => [id, endorsed, rank]);
      waiting.clear();
      return counts;
    },
  };
}

/** All of it that a class is sent, but for its counts. */
function wordsOf(rebuttal: Unplaced): string {
  const { status, downWith, editedAt, replyTo, merged, mergedInto } = rebuttal;
  const authors = merged.map(({ participantId }) => participantId);
  return [status, downWith, editedAt, replyTo, ...authors, mergedInto].join(" ");
}
