import type { CountingInput } from "#debate/counting/input.ts";
import {
  type VotersWords,
  type WordsNumbers,
  wordsInSlices,
  wordsNumbersInSlices,
} from "#debate/counting/words.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Ids } from "#server/sessions/dependencies.ts";

/** [V18] What voters wrote with their votes, by its id and in the order of ids, and how many did. */
export type KeptWords = { byId: ReadonlyMap<string, VotersWords>; numbers: WordsNumbers };

/** [L15] Counts once, when first asked, however many ask: results do not wait for it. */
export function createKeptWords(
  // Not all of what is counted, since endorsements and exposures would stay in memory.
  { ballots, rounds, rebuttals, isAnonymous = false }: CountingInput,
  { ofWords }: Pick<Ids, "ofWords">,
): () => Promise<KeptWords> {
  function* count(): Generator<void, KeptWords> {
    const words = yield* wordsInSlices({ ballots, rounds, rebuttals, isAnonymous }, ofWords);
    yield;
    const byId = new Map(words.map((each) => [each.id, each]));
    yield;
    return { byId, numbers: yield* wordsNumbersInSlices({ ballots, rounds }) };
  }

  let counted: Promise<KeptWords> | null = null;
  return () => {
    counted ??= inSlices(count()).catch((error) => {
      // The next one who asks has it tried again.
      counted = null;
      throw error;
    });
    return counted;
  };
}
