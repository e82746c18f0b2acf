"use client";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Copy } from "#app/icons/icons.ts";
import { type DebateForm, languageOfForm } from "#app/instructor/editor/debate-form.ts";
import { type Difference, differences } from "#app/instructor/editor/versions/compare.ts";
import { Differences } from "#app/instructor/editor/versions/Differences.tsx";
import { useDifferenceLabel } from "#app/instructor/editor/versions/use-difference-label.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { caseOf } from "#debate/content/expert-words.ts";
import { SIDES } from "#debate/rules/choices.ts";

type CompareDialogProps = {
  /** `conflict`: the debate was saved elsewhere. `aside`: a version that was set aside comes back. */
  kind: "conflict" | "aside";
  base: DebateForm;
  mine: DebateForm;
  theirs: DebateForm;
  onClose: () => void;
  onChosen: (taken: ReadonlySet<string>, among: readonly Difference[]) => void;
};

/** [D12] What differs between two versions, and which of it counts. It is there only while it is open. */
export function CompareDialog({ kind, base, mine, theirs, onClose, onChosen }: CompareDialogProps) {
  const t = useTranslations("instructor.versions");
  const locale = useLocale();
  const found = useMemo(() => differences(base, mine, theirs), [base, mine, theirs]);
  const ids = useMemo(() => found.map(({ id }) => id), [found]);
  // What only the other version changed is new to this one; what this one changed stays.
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        kind === "aside" ? [] : found.filter(({ changed }) => changed === "theirs").map(({ id }) => id),
      ),
  );
  const nameOf = (place: 0 | 1) =>
    mine.positions[place].name.trim() || caseOf(SIDES[place], languageOfForm(mine) ?? locale);
  const experts: [string, string] = [nameOf(0), nameOf(1)];
  const label = useDifferenceLabel(experts);
  const copy = async () => {
    const texts = found.map((difference) => `${label.said(difference)}\n${difference.mine}`).join("\n\n");
    if (await copyText(texts)) toast.success(t("copied"));
    else toast.warning(t("copyFailed"));
  };
  return (
    <Dialog
      open
      size="wide"
      title={t(`${kind}.title`)}
      description={t(`${kind}.body`, { count: found.length })}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      actions={
        <>
          <DialogClose render={<Button variant="quiet" />}>{t("back")}</DialogClose>
          <Button variant="primary" onClick={() => onChosen(taken, found)}>
            {t(`${kind}.choose`)}
          </Button>
        </>
      }
    >
      <div className="mb-5 flex flex-wrap gap-2">
        <Button size="small" onClick={() => setTaken(new Set())}>
          {t(`${kind}.allMine`)}
        </Button>
        <Button size="small" onClick={() => setTaken(new Set(ids))}>
          {t(`${kind}.allTheirs`)}
        </Button>
        <Button size="small" variant="quiet" onClick={copy}>
          <Copy aria-hidden="true" className="size-4.5" />
          {t("copy")}
        </Button>
      </div>
      <Differences
        differences={found}
        names={{ mine: t(`${kind}.mine`), theirs: t(`${kind}.theirs`) }}
        experts={experts}
        withChanged={kind === "conflict"}
        taken={taken}
        onChoose={(id, theirsIsChosen) =>
          setTaken((before) => {
            const next = new Set(before);
            if (theirsIsChosen) next.add(id);
            else next.delete(id);
            return next;
          })
        }
      />
    </Dialog>
  );
}
