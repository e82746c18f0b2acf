"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { createSimilarFinder, pairOf, type SimilarGroup } from "#app/host/stages/similar-finder.ts";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Combine } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type SimilarRebuttalsProps = { code: string; rebuttals: ReadonlyMap<string, Rebuttal> };

/** [R25] Rebuttals that say nearly the same, offered for merging; nothing is merged without a press. */
export function SimilarRebuttals({ code, rebuttals }: SimilarRebuttalsProps) {
  const t = useTranslations("host.similar");
  const [find] = useState(createSimilarFinder);
  const [apart, keepApart] = useApart(code);
  const groups = useMemo(() => find(rebuttals, apart), [find, rebuttals, apart]);
  if (groups.length === 0) return null;
  return (
    <details className="rounded-card border border-line bg-surface px-4">
      <summary className="flex min-h-touch cursor-pointer items-center gap-2 font-semibold">
        <Combine aria-hidden="true" className="size-4.5" />
        {t("title", { count: groups.length })}
      </summary>
      <p className="text-sm text-ink-soft">{t("lead")}</p>
      <ul className="grid grid-cols-1 divide-y divide-line">
        {groups.map((group) => (
          <Group key={group[0]?.id} group={group} onApart={keepApart} />
        ))}
      </ul>
    </details>
  );
}

type GroupProps = { group: SimilarGroup; onApart: (pairs: string[]) => void };

function Group({ group, onApart }: GroupProps) {
  const t = useTranslations("host.similar");
  const { merge } = useCommands();
  const [isPending, run] = usePending();
  const [head, ...others] = group;
  const named = useNamed(head ?? { body: "" });
  if (!head) return null;
  const pairs = group.flatMap((one) => group.map((other) => pairOf(one.id, other.id)));
  return (
    <li className="grid grid-cols-1 gap-2 py-3">
      <One rebuttal={head} />
      {others.map((other) => (
        <div key={other.id} className="border-s-2 border-line-strong ps-3">
          <One rebuttal={other} />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          {...named(t("merge", { count: others.length }), "merge")}
          size="small"
          pending={isPending}
          onClick={() =>
            run(() =>
              merge(
                others.map(({ id }) => id),
                head.id,
              ),
            )
          }
        >
          {t("merge", { count: others.length })}
        </Button>
        <Button {...named(t("apart"), "apart")} size="small" variant="quiet" onClick={() => onApart(pairs)}>
          {t("apart")}
        </Button>
      </div>
    </li>
  );
}

function One({ rebuttal: { by, body } }: { rebuttal: Rebuttal }) {
  const t = useTranslations("host.rebuttals");
  return (
    <p className="wrap-anywhere">
      <Written className="font-serif">{body}</Written>{" "}
      {by && <span className="block text-sm text-ink-soft">{t.rich("by", { name: inSentence(by) })}</span>}
    </p>
  );
}

/** The pairs that the host has called different, kept in this browser. */
function useApart(code: string): [ReadonlySet<string>, (pairs: string[]) => void] {
  const [kept] = useState(
    () =>
      new StoredValue<readonly string[]>(`resolved.apart.${code}`, [], (stored) =>
        Array.isArray(stored) ? stored : null,
      ),
  );
  const pairs = useSyncExternalStore(kept.subscribe, kept.value, kept.atFirst);
  return [
    useMemo(() => new Set(pairs), [pairs]),
    (more) => kept.change((before) => [...new Set([...before, ...more])]),
  ];
}
