"use client";
import { useCallback, useMemo, useState } from "react";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

export type Selection = {
  isOn: boolean;
  /** The ticked ones that still exist. */
  picked: readonly Rebuttal[];
  has(id: string): boolean;
  toggle(): void;
  pick(id: string, isPicked: boolean): void;
  pickAll(ids: readonly string[]): void;
};

/** [R26] Which rebuttals of a list are ticked, to be decided at once. */
export function useSelection(rebuttals: ReadonlyMap<string, Rebuttal>): Selection {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const picked = useMemo(() => [...(ids ?? [])].flatMap((id) => rebuttals.get(id) ?? []), [ids, rebuttals]);
  const toggle = useCallback(() => setIds((before) => (before ? null : new Set())), []);
  const pickAll = useCallback((all: readonly string[]) => setIds(new Set(all)), []);
  const pick = useCallback(
    (id: string, isPicked: boolean) =>
      setIds((before) => {
        const next = new Set(before);
        if (isPicked) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  return { isOn: ids !== null, picked, has: (id) => ids?.has(id) ?? false, toggle, pick, pickAll };
}
