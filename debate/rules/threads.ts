import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** Rebuttals by what they answer, and what stands under one of them. */
export type Threads = {
  /** Those that answer none in the list, in the list's order. */
  roots: Rebuttal[];
  /** All replies under a rebuttal, replies to replies included, in reading order: each below what it answers, the oldest first. */
  under(id: string): Rebuttal[];
  /** How many answer it directly. */
  answers(id: string): number;
};

/** [R23] The threads of some rebuttals. */
export function threadsOf(rebuttals: readonly Rebuttal[]): Threads {
  const known = new Set(rebuttals.map(({ id }) => id));
  const replies = new Map<string, Rebuttal[]>();
  const roots: Rebuttal[] = [];
  for (const rebuttal of rebuttals) {
    const { replyTo } = rebuttal;
    if (replyTo === undefined || !known.has(replyTo)) roots.push(rebuttal);
    else if (!replies.get(replyTo)?.push(rebuttal)) replies.set(replyTo, [rebuttal]);
  }
  for (const each of replies.values())
    each.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  return {
    roots,
    under(id) {
      const found: Rebuttal[] = [];
      // Not by recursion, because a chain of replies may be longer than the call stack.
      const next = [...(replies.get(id) ?? [])].reverse();
      for (let reply = next.pop(); reply; reply = next.pop()) {
        found.push(reply);
        next.push(...[...(replies.get(reply.id) ?? [])].reverse());
      }
      return found;
    },
    answers: (id) => replies.get(id)?.length ?? 0,
  };
}
