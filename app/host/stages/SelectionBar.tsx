"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import type { Selection } from "#app/host/use-selection.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type SelectionBarProps = {
  selection: Selection;
  shown: readonly Rebuttal[];
  /** Whether replies stand under these, which are not among them. */
  hasReplies?: boolean;
  actions: readonly Exclude<Moderation, "keep">[];
  /** Whether similar ones may be merged here. */
  merges?: boolean;
};

/** [R26] What can be done with the rebuttals that are ticked. Each can be undone, so none is asked about. */
export function SelectionBar({
  selection,
  shown,
  hasReplies = false,
  actions,
  merges = false,
}: SelectionBarProps) {
  const t = useTranslations("host.several");
  const { moderateSeveral, merge } = useCommands();
  const [isPending, run] = usePending();
  const { picked, pickAll } = selection;
  const ids = picked.map(({ id }) => id);
  const hasAll = shown.length > 0 && shown.every(({ id }) => selection.has(id));
  const decide = (act: () => Promise<boolean>) => run(async () => (await act()) && pickAll([]));
  const head = headAmong(picked);
  const others = ids.filter((id) => id !== head?.id);
  return (
    <fieldset className="sticky top-0 z-10 flex flex-wrap items-center gap-2 rounded-card border border-line-strong bg-surface p-3">
      <legend className="sr-only">{t("label")}</legend>
      <p aria-live="polite" className="mr-auto font-semibold tabular-nums">
        {t("selected", { count: picked.length })}
      </p>
      <Button size="small" onClick={() => pickAll(hasAll ? [] : shown)}>
        {hasAll ? t("clear") : t(hasReplies ? "roots" : "all", { count: shown.length })}
      </Button>
      {actions.map((action) => (
        <Button
          key={action}
          size="small"
          disabled={ids.length === 0}
          pending={isPending}
          onClick={() => decide(() => moderateSeveral(picked, action))}
        >
          {t(action)}
        </Button>
      ))}
      {merges && (
        <Button
          size="small"
          disabled={head === null || others.length === 0}
          pending={isPending}
          onClick={() => head && decide(() => merge(others, head.id))}
        >
          {t("merge")}
        </Button>
      )}
      {merges && ids.length > 1 && head === null && (
        <p className="w-full text-sm text-ink-soft text-pretty">{t("cantMerge")}</p>
      )}
    </fieldset>
  );
}

/** [R24] The one that would stand for the others: the best published one, where all are of its side. */
function headAmong(picked: readonly Rebuttal[]): Rebuttal | null {
  const [head] = picked
    .filter(({ status }) => status === "published")
    .sort((one, other) => other.endorsements - one.endorsements || one.at - other.at);
  return head && picked.every(({ side }) => side === head.side) ? head : null;
}
