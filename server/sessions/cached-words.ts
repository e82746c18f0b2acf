import type { CountingInput } from "#debate/counting/input.ts";
import {
  type VotersWords,
  type WordsNumbers,
  wordsInSlices,
  wordsNumbersInSlices,
} from "#debate/counting/words.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Ids } from "#server/sessions/dependencies.ts";

/** [V18] Voters' words, sorted by id, and how many wrote some. */
export type CachedWords = { byId: ReadonlyMap<string, VotersWords>; numbers: WordsNumbers };

/** [L15] Counts lazily and once: results don't wait for it. */
export function createCachedWords(
  // Not the whole input, which would keep endorsements and exposures in memory.
  { ballots, rounds, rebuttals, isAnonymous = false }: CountingInput,
  { ofWords }: Pick<Ids, "ofWords">,
): () => Promise<CachedWords> {
  function* count(): Generator<void, CachedWords> {
    const words = yield* wordsInSlices({ ballots, rounds, rebuttals, isAnonymous }, ofWords);
    yield;
    const byId = new Map(words.map((each) => [each.id, each]));
    yield;
    return { byId, numbers: yield* wordsNumbersInSlices({ ballots, rounds }) };
  }

  let counted: Promise<CachedWords> | null = null;
  return () => {
    counted ??= inSlices(count()).catch((error) => {
      // Try again at the next request.
      counted = null;
      throw error;
    });
    return counted;
  };
}
