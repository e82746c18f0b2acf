/** Letters in a piece of a text that is compared: few enough for Japanese, many enough for English. */
const PIECE = 3;
/** How many of a text's pieces are looked at first. */
const SKETCH = 24;
/** [R25] From this share of common pieces on, two texts say the same in nearly the same words. */
const SIMILAR = 0.5;
/** Two texts that similar share more than a fifth of their sketches, but for one pair in thousands. */
const LIKELY = 0.2;

/** What is compared of a text: its different pieces as numbers, in their order. */
export type Fingerprint = { pieces: Uint32Array; sketch: Uint32Array };

/** Case, width, punctuation and spaces count for nothing. */
export function fingerprint(text: string): Fingerprint {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const all = new Set<number>();
  const [...each] = letters;
  for (let from = 0; from === 0 || from + PIECE <= each.length; from += 1)
    all.add(numberOf(each.slice(from, from + PIECE)));
  const pieces = Uint32Array.from(all).sort();
  return { pieces, sketch: pieces.slice(0, SKETCH) };
}

/** FNV-1a, so that the same piece is the same number everywhere and the least ones are a fair sample. */
function numberOf(piece: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const letter of piece) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** What share of the pieces of both is in both, 0..1. */
export function similarity({ pieces: some }: Fingerprint, { pieces: others }: Fingerprint): number {
  const common = inBoth(some, others);
  return common / (some.length + others.length - common);
}

/** [R25] Whether two texts say nearly the same. Most pairs are told apart by their sketches. */
export function areSimilar(one: Fingerprint, other: Fingerprint): boolean {
  const [fewer, more] = [one.pieces.length, other.pieces.length].sort((a, b) => a - b);
  if ((fewer ?? 0) < SIMILAR * (more ?? 0)) return false;
  if (inBoth(one.sketch, other.sketch) < LIKELY * Math.min(one.sketch.length, other.sketch.length))
    return false;
  return similarity(one, other) >= SIMILAR;
}

function inBoth(some: Uint32Array, others: Uint32Array): number {
  let [at, beside, common] = [0, 0, 0];
  while (at < some.length && beside < others.length) {
    const difference = (some[at] ?? 0) - (others[beside] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) beside += 1;
  }
  return common;
}
