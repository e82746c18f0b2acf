"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { toast } from "sonner";
import { ask } from "#app/instructor/ask.ts";
import { forgetDraft, keptDraft } from "#app/instructor/drafts.ts";
import { DebateEditor } from "#app/instructor/editor/DebateEditor.tsx";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { type DebateForm, formOf } from "#app/instructor/editor/form.ts";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { goToFirstFault, SaveBar } from "#app/instructor/editor/SaveBar.tsx";
import { type Editing, useEditing } from "#app/instructor/editor/use-editing.ts";
import { useKept } from "#app/instructor/editor/use-kept.ts";
import { useHydrated } from "#app/instructor/use-hydrated.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/Button.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import type { Debate } from "#debate/content/debate.ts";

/** `saved` is what the debate was when the editing began: it may have been saved elsewhere since. */
type Kept = { v: 1; saved: string; form: DebateForm };

export function EditDesk({ debate }: { debate: Debate }) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return <DeskSkeleton />;
  return <Desk key={times} debate={debate} onStartOver={() => setTimes(times + 1)} />;
}

const NO_REMARKS: never[] = [];
const nothing = () => {};

function Desk({ debate, onStartOver }: { debate: Debate; onStartOver: () => void }) {
  const t = useTranslations("instructor.editor");
  const { id } = debate;
  const saved = useMemo(() => JSON.stringify(debate), [debate]);
  const [kept] = useState(() => keptDraft(id) as Kept | null);
  const found = kept?.v === 1 ? kept : null;
  const [start] = useState(() => found?.form ?? formOf(debate, true));
  const editing = useEditing(start);
  const [done, setDone] = useState(false);
  const { form } = editing;
  const unsaved = !done && (found !== null || editing.canUndo);
  const draft = useMemo(
    () => (unsaved ? ({ v: 1, saved: found?.saved ?? saved, form } satisfies Kept) : null),
    [unsaved, found, saved, form],
  );
  useKept(id, draft);
  const { pending, problem, save } = useSave(id, editing, setDone);
  const startOver = () => {
    flushSync(() => setDone(true));
    forgetDraft(id);
    onStartOver();
  };
  return (
    <div className="grid gap-6">
      <h1 className="font-serif text-3xl font-medium tracking-tight">{t("editTitle")}</h1>
      {found && (
        <Notice
          kind={found.saved === saved ? "info" : "warning"}
          title={t(found.saved === saved ? "restored" : "restoredStale")}
          action={
            <Button size="small" onClick={startOver}>
              {t("startOver")}
            </Button>
          }
        >
          {t(found.saved === saved ? "restoredBody" : "restoredStaleBody")}
        </Notice>
      )}
      <DebateEditor
        editing={editing}
        remarks={NO_REMARKS}
        onDismiss={nothing}
        bar={<SaveBar editing={editing} remarksLeft={0} pending={pending} problem={problem} onSave={save} />}
      />
      <LeavingQuestion unsaved={unsaved} />
    </div>
  );
}

function useSave(id: string, editing: Editing, setDone: (done: boolean) => void) {
  const t = useTranslations("instructor.editor");
  const router = useRouter();
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setProblem(null);
    if (editing.draft === null) {
      flushSync(editing.insist);
      goToFirstFault();
      return;
    }
    setPending(true);
    const reply = await ask("PUT", `/api/debates/${id}`, { debate: editing.draft });
    setPending(false);
    if (!reply.ok) return setProblem(`${why(reply.code)} ${t("stillHere")}`);
    setDone(true);
    forgetDraft(id);
    toast.success(t("savedNow"));
    router.push(`/debates/${id}`);
    router.refresh();
  };
  return { pending, problem, save };
}
