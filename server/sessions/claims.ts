import { readWord, WORD_LENGTH } from "#debate/rules/passes.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { bindsCodes } from "#debate/rules/session-options.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** A phone's proof that a used code is its own. */
type Brought = { claim?: string | undefined; word?: string | undefined; isForm: boolean };

/** [J11] Limits on guessing words: for one code, and in one session from one address. */
const FOR_A_CODE = { max: 10, window: 24 * 60 * 60 };
const FROM_AN_ADDRESS = { max: 200, window: 60 * 60 };

/**
 * [J10] The proofs as keyed hashes. The first is stored with a new seat, and any reopens the seat that has it. Null if codes alone
 * reopen seats in this session [J7].
 */
export async function proofsOf(
  { limits, hashOfClaim }: Dependencies,
  { settings }: SessionRecord,
  seatId: string,
  { claim, word: typed, isForm }: Brought,
): Promise<Result<string[] | null>> {
  if (!bindsCodes(settings)) return accept(null);
  const proofs = claim === undefined ? [] : [hashOfClaim(seatId, "claim", claim)];
  const word = typed === undefined ? null : readWord(typed);
  // A form's answer may be lost, and then only a word reopens its seat.
  if (word === null && (isForm || typed !== undefined))
    return refuse("malformed", `word: at least ${WORD_LENGTH.least} characters`);
  if (word === null) return accept(proofs);
  // Counted before anything is looked up, so that simultaneous guesses are all counted and the count reveals nothing.
  const { retryAfter } = await limits.consume("word", seatId, FOR_A_CODE);
  if (retryAfter !== null) return tooOften(retryAfter);
  return accept([...proofs, hashOfClaim(seatId, "word", word)]);
}

/** [J11] Counts a word as a guess; null while guessing is allowed. */
export async function countWord({ limits }: Dependencies, { id }: SessionRecord, address: string) {
  const { retryAfter } = await limits.consume("words", `${address} ${id}`, FROM_AN_ADDRESS);
  return retryAfter === null ? null : tooOften(retryAfter);
}
