"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { editionOf, type Ticked, tickedAmong } from "#app/host/rebuttal-lists.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

export type Selection = {
  isOn: boolean;
  /** The ticked ones that still exist, with the words that were ticked. */
  picked: readonly Rebuttal[];
  has(id: string): boolean;
  toggle(): void;
  pick(rebuttal: Rebuttal, isPicked: boolean): void;
  pickAll(rebuttals: readonly Rebuttal[]): void;
};

/** [R26] Which rebuttals of a list are ticked, to be decided at once. One whose words change is ticked no longer. */
export function useSelection(rebuttals: ReadonlyMap<string, Rebuttal>): Selection {
  const t = useTranslations("host.several");
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const { picked, changed } = useMemo(() => tickedAmong(ticked ?? NONE, rebuttals), [ticked, rebuttals]);
  useEffect(() => {
    if (changed.length === 0) return;
    setTicked((before) => before && new Map([...before].filter(([id]) => !changed.includes(id))));
    toast.info(t("changed", { count: changed.length }), { id: "unticked", description: t("changedBody") });
  }, [changed, t]);
  const toggle = useCallback(() => setTicked((before) => (before ? null : NONE)), []);
  const pickAll = useCallback(
    (all: readonly Rebuttal[]) => setTicked(new Map(all.map((each) => [each.id, editionOf(each)]))),
    [],
  );
  const pick = useCallback(
    (rebuttal: Rebuttal, isPicked: boolean) =>
      setTicked((before) => {
        const next = new Map(before);
        if (isPicked) next.set(rebuttal.id, editionOf(rebuttal));
        else next.delete(rebuttal.id);
        return next;
      }),
    [],
  );
  const has = (id: string) => (ticked?.has(id) ?? false) && !changed.includes(id);
  return { isOn: ticked !== null, picked, has, toggle, pick, pickAll };
}

const NONE: Ticked = new Map();
