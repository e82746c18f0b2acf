import { createHash } from "node:crypto";
import { ARMS, type Arm, type Stratum } from "#debate/activities/experiment/terms.ts";

/** The ways to put two of each arm into a block of four. */
const BLOCKS = ["aabb", "abab", "abba", "baab", "baba", "bbaa"] as const;
const BLOCK_SIZE = 4;

/**
 * [M24] Permuted blocks of four: the arm of a stratum's `place`th seat, from 1 on. Of SHA-256 of `seed/stratum/block` (blocks from 1
 * on, UTF-8) the first four bytes, as a whole number with the highest first, modulo 6, choose the block.
 */
export function armAt(seed: string, stratum: Stratum, place: number): Arm {
  const { block, placeInBlock } = blockOf(place);
  const hash = createHash("sha256").update(`${seed}/${stratum}/${block}`).digest();
  const arms = BLOCKS[hash.readUInt32BE(0) % BLOCKS.length] ?? BLOCKS[0];
  return arms[placeInBlock - 1] === "a" ? ARMS[0] : ARMS[1];
}

/** Both from 1 on. */
export function blockOf(place: number): { block: number; placeInBlock: number } {
  return { block: Math.floor((place - 1) / BLOCK_SIZE) + 1, placeInBlock: ((place - 1) % BLOCK_SIZE) + 1 };
}
