// Apart from slips themselves, which the projector does not load.

/** [Y18] How many can answer what only phones are asked. */
export function phonesIn({ joined, onPaper = 0 }: { joined: number; onPaper?: number }): number {
  return Math.max(0, joined - onPaper);
}
