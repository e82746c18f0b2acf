"use client";
import { useEffect, useMemo, useState } from "react";
import { type Held, heldList, holding } from "#app/student/argue/held-threads.ts";
import { creditsMe, isMine } from "#app/student/argue/rebuttal-list.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { type Filter, filtered, isFiltering } from "#debate/rules/rebuttal-filter.ts";
import { type Order, ordered } from "#debate/rules/rebuttal-order.ts";
import { type Threads, threadsOf } from "#debate/rules/threads.ts";

const NOTHING: Held = { of: "", ids: [], newest: 0 };

/** [R27] The threads that the reader asked for, in an order that holds still until more is asked for. */
export function useHeldThreads(order: Order, filter: Filter) {
  const { state, you } = useSeat();
  const { rebuttals } = state;
  const [held, setHeld] = useState(NOTHING);
  const published = useMemo(
    () => [...rebuttals.values()].filter(({ status }) => status === "published"),
    [rebuttals],
  );
  const threads: Threads = useMemo(() => threadsOf(published), [published]);
  // A search lists only what matches, with the replies folded under it.
  const isFlat = isFiltering(filter) || order === "unanswered";
  const wanted = useMemo(() => {
    if (isFlat) {
      const own = [...rebuttals.values()].filter(creditsMe(rebuttals, you)).map(({ id }) => id);
      return filtered(ordered(published, order), filter, new Set(own)).filter(
        (each) => filter.mine || !isMine(each, you),
      );
    }
    const roots = threads.roots.filter((root) => !isMine(root, you));
    if (order !== "newest") return ordered(roots, order);
    const at = new Map(roots.map((root) => [root.id, latest(threads, root.id, root.at)]));
    return roots.sort((one, other) => (at.get(other.id) ?? 0) - (at.get(one.id) ?? 0));
  }, [isFlat, rebuttals, published, threads, order, filter, you]);
  const of = `${order} ${JSON.stringify(filter)}`;
  const { list, fresh, isOutdated } = heldList(held, of, wanted);

  const inOrder = list.map(({ id }) => id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another order or other rebuttals are held anew.
  useEffect(() => setHeld((before) => holding(of, list, before)), [of, inOrder]);

  return {
    threads,
    isFlat,
    list,
    fresh,
    isOutdated,
    all: useMemo(() => published.filter((each) => !isMine(each, you)).length, [published, you]),
    /** New ones come first, where the student sees them. */
    showFresh: () => setHeld(holding(of, [...fresh, ...list])),
    sortAgain: () => setHeld(holding(of, wanted)),
  };
}

function latest({ under }: Threads, id: string, at: number): number {
  return under(id).reduce((newest, reply) => Math.max(newest, reply.at), at);
}
