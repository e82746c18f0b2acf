import type { Refusal } from "#debate/rules/result.ts";

/** [L18] Counts the bytes that are held for requests: at most `each` for one sender, and `all` together. */
export function createByteRoom({ each, all }: { each: number; all: number }) {
  const held = new Map<string, number>();
  let total = 0;

  return {
    /** Takes room for so many more bytes; answers with why there is none. */
    take(who: string, bytes: number): Extract<Refusal, "too-many" | "busy"> | null {
      const own = (held.get(who) ?? 0) + bytes;
      if (own > each) return "too-many";
      if (total + bytes > all) return "busy";
      held.set(who, own);
      total += bytes;
      return null;
    },
    giveBack(who: string, bytes: number): void {
      const left = (held.get(who) ?? 0) - bytes;
      if (left > 0) held.set(who, left);
      else held.delete(who);
      total -= bytes;
    },
  };
}
