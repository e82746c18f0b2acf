"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { check } from "#app/instructor/editor/check.ts";
import { DebateEditor } from "#app/instructor/editor/DebateEditor.tsx";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { formOf } from "#app/instructor/editor/form.ts";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { SaveBar } from "#app/instructor/editor/SaveBar.tsx";
import { useEditing } from "#app/instructor/editor/use-editing.ts";
import { useKept } from "#app/instructor/editor/use-kept.ts";
import { AsideNotices } from "#app/instructor/editor/versions/AsideNotices.tsx";
import type { Aside } from "#app/instructor/editor/versions/aside.ts";
import { CompareDialog } from "#app/instructor/editor/versions/CompareDialog.tsx";
import { type Difference, merged } from "#app/instructor/editor/versions/compare.ts";
import { DeletedDialog } from "#app/instructor/editor/versions/DeletedDialog.tsx";
import { RestoredNotice } from "#app/instructor/editor/versions/RestoredNotice.tsx";
import { type Beginning, begin, type KeptDraft } from "#app/instructor/editor/versions/set-aside.ts";
import { useAsides } from "#app/instructor/editor/versions/use-asides.ts";
import { useSaving } from "#app/instructor/editor/versions/use-saving.ts";
import { forgetDraft } from "#app/shared/drafts.ts";
import { NotFoundNote } from "#app/shared/NotFoundNote.tsx";
import { useHydrated } from "#app/shared/use-hydrated.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

type EditDeskProps = {
  id: string;
  /** The instructor who writes. */
  by: string;
  /** What is saved now; null where the debate was deleted. */
  current: DebatePage | null;
};

export function EditDesk(props: EditDeskProps) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return <DeskSkeleton />;
  return <Begun key={times} {...props} onStartOver={() => setTimes(times + 1)} />;
}

type BegunProps = EditDeskProps & { onStartOver: () => void };

function Begun(props: BegunProps) {
  const [beginning] = useState(() => begin(props.id, props.by, props.current));
  return beginning ? <Desk {...props} {...beginning} /> : <NotFoundNote />;
}

const NO_REMARKS: never[] = [];
const nothing = () => {};

function Desk({ id, by, current, name, isRestored, onStartOver, ...beginning }: BegunProps & Beginning) {
  const t = useTranslations("instructor.editor");
  const editing = useEditing(beginning.form);
  const { form } = editing;
  const [done, setDone] = useState(false);
  const [base, setBase] = useState(beginning.base);
  const [compared, setCompared] = useState<Aside | null>(null);
  const { asides, add, remove } = useAsides(id);
  const unsaved = !done && (isRestored || editing.canUndo);
  const draft = useMemo(
    () =>
      unsaved
        ? ({ v: 1, saved: JSON.stringify(base.debate), etag: base.etag, by, form } satisfies KeptDraft)
        : null,
    [unsaved, base, by, form],
  );
  useKept(name, draft);
  const finish = () => {
    flushSync(() => setDone(true));
    forgetDraft(name);
  };
  const { pending, problem, conflict, setConflict, save, saveAsNew } = useSaving({
    id,
    editing,
    onSaved: finish,
  });
  const newer = conflict === "deleted" ? null : conflict;
  const forms = useMemo(
    () => ({ base: formOf(base.debate, true), newer: newer && formOf(newer.debate, true) }),
    [base, newer],
  );

  /** [D12] Saves what was chosen, over what it was compared with; what was not chosen is set aside. */
  const settle = (taken: ReadonlySet<string>, among: readonly Difference[]) => {
    if (!newer || !forms.newer) return;
    const next = merged(form, forms.newer, taken);
    const at = Date.now();
    const dropsMine = among.some(({ id: part, changed }) => taken.has(part) && changed !== "theirs");
    const dropsTheirs = among.some(({ id: part, changed }) => !taken.has(part) && changed !== "mine");
    add([
      ...(dropsMine ? [{ at, whose: "mine", form } as const] : []),
      ...(dropsTheirs ? [{ at, whose: "theirs", form: forms.newer } as const] : []),
    ]);
    flushSync(() => {
      editing.step({ do: "change", change: () => next });
      setBase(newer);
      setConflict(null);
    });
    void save(newer.etag, check(next).draft);
  };

  return (
    <div className="grid gap-6">
      <h1 className="font-serif text-3xl font-medium tracking-tight">{t("editTitle")}</h1>
      {isRestored && (
        <RestoredNotice
          kind={current === null ? "deleted" : current.etag === base.etag ? "current" : "stale"}
          onCompare={() => setConflict(current)}
          onStartOver={() => {
            finish();
            onStartOver();
          }}
        />
      )}
      <AsideNotices asides={asides} onCompare={setCompared} onDelete={remove} />
      <DebateEditor
        editing={editing}
        remarks={NO_REMARKS}
        onDismiss={nothing}
        bar={
          <SaveBar
            editing={editing}
            remarksLeft={0}
            pending={pending}
            problem={problem}
            onSave={() => save(base.etag)}
          />
        }
      />
      <LeavingQuestion unsaved={unsaved} />
      {newer && forms.newer && (
        <CompareDialog
          key={newer.etag}
          kind="conflict"
          base={forms.base}
          mine={form}
          theirs={forms.newer}
          onClose={() => setConflict(null)}
          onChosen={settle}
        />
      )}
      {compared && (
        <CompareDialog
          kind="aside"
          base={form}
          mine={form}
          theirs={compared.form}
          onClose={() => setCompared(null)}
          onChosen={(taken) => {
            editing.step({ do: "change", change: () => merged(form, compared.form, taken) });
            setCompared(null);
          }}
        />
      )}
      {conflict === "deleted" && (
        <DeletedDialog pending={pending} onClose={() => setConflict(null)} onSaveAsNew={saveAsNew} />
      )}
    </div>
  );
}
