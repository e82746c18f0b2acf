import type { WordsId } from "#debate/counting/words.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";

/** A UUID that only this server can derive from a text. */
export function keyedUuid(secret: string, text: string): string {
  const bytes = keyedHmac(secret).update(text).digest().subarray(0, 16);
  // A UUID of version 8, which allows custom bits.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-");
}

/**
 * [V18] The id of a voter's words says nothing of whose they are, nor which words are by the same voter. It includes the text:
 * what the host picked is never something else later.
 */
export function createWordsId(secret: string): WordsId {
  return ({ participantId, round }, kind, text) =>
    keyedUuid(secret, `words:${participantId}:${round}:${kind}:${text}`);
}
