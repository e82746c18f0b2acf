import type { WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import type { RebuttalCount } from "#debate/rules/snapshot.ts";

/** [R28] Counts sent to a class per second: 300 every 150 seconds. */
const A_SECOND = 2;

export type Unplaced = Omit<WrittenRebuttal, "rank" | "hostRank">;

/**
 * [R28] Separates what a class is sent: words, once and when they change, and counts, which change all the time and are batched.
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

    /** Notes words that the class got elsewhere. */
    know(rebuttals: readonly Unplaced[]): void {
      for (const rebuttal of rebuttals) sent.set(rebuttal.id, wordsOf(rebuttal));
    },

    drop(ids: readonly string[]): void {
      for (const id of ids) {
        sent.delete(id);
        waiting.delete(id);
      }
    },

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

/** Everything but the counts. */
function wordsOf(rebuttal: Unplaced): string {
  const { status, downWith, editedAt, replyTo, merged, mergedInto, author } = rebuttal;
  const authors = merged.map(({ participantId, author }) => `${participantId} ${author}`);
  return [status, downWith, editedAt, replyTo, ...authors, mergedInto, author].join(" ");
}
