"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { DebateEditor } from "#app/instructor/editor/DebateEditor.tsx";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { type DebateForm, formOf } from "#app/instructor/editor/debate-form.ts";
import { DraftStatus } from "#app/instructor/editor/draft/DraftStatus.tsx";
import { useAutosave } from "#app/instructor/editor/draft/use-autosave.ts";
import { goTo } from "#app/instructor/editor/focus.ts";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { EditorViews } from "#app/instructor/editor/preview/EditorViews.tsx";
import { SaveBar } from "#app/instructor/editor/SaveBar.tsx";
import { ToDebate } from "#app/instructor/editor/ToDebate.tsx";
import { useEditing } from "#app/instructor/editor/use-editing.ts";
import { usePlace } from "#app/instructor/editor/use-place.ts";
import { useSavedDraft } from "#app/instructor/editor/use-saved-draft.ts";
import { AsideNotices } from "#app/instructor/editor/versions/AsideNotices.tsx";
import type { Aside } from "#app/instructor/editor/versions/aside.ts";
import { CompareDialog } from "#app/instructor/editor/versions/CompareDialog.tsx";
import { type Difference, merged, withRestOf } from "#app/instructor/editor/versions/compare.ts";
import { LostDialog } from "#app/instructor/editor/versions/LostDialog.tsx";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { RestoredNotice } from "#app/instructor/editor/versions/RestoredNotice.tsx";
import {
  type Beginning,
  begin,
  beginNew,
  type StoredDraft,
} from "#app/instructor/editor/versions/set-aside.ts";
import { useAsides } from "#app/instructor/editor/versions/use-asides.ts";
import { useSaving } from "#app/instructor/editor/versions/use-saving.ts";
import { debateSaver } from "#app/instructor/save-debate.ts";
import { NotFoundNote } from "#app/shared/layout/NotFoundNote.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { forgetDraft } from "#app/shared/storage/drafts.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

type EditDeskProps = {
  /** Null for a debate that is yet to be written. */
  id: string | null;
  /** The instructor who writes. */
  by: string;
  /** The saved debate; null if it is new or was deleted. */
  current: DebatePage | null;
  lost?: Lost;
};

export function EditDesk(props: EditDeskProps) {
  const [times, setTimes] = useState(0);
  const isHydrated = useHydrated();
  const isElsewhere = isHydrated && props.id === null && !window.location.pathname.endsWith("/new");
  useEffect(() => {
    // Back to a page that had no debate yet when it was left, and has its address now.
    if (isElsewhere) window.location.reload();
  }, [isElsewhere]);
  if (!isHydrated || isElsewhere) return <DeskSkeleton />;
  return <Begun key={times} {...props} onStartOver={() => setTimes(times + 1)} />;
}

type BegunProps = EditDeskProps & { onStartOver: () => void };

function Begun(props: BegunProps) {
  const rights = useTranslations("instructor.import")("ownRights");
  const [beginning] = useState(() =>
    props.id === null ? beginNew(props.by, rights) : begin(props.id, props.by, props.current),
  );
  if (beginning) return <Desk {...props} {...beginning} />;
  return props.lost === "forbidden" ? <ToDebate id={props.id ?? ""} /> : <NotFoundNote />;
}

const NO_REMARKS: never[] = [];
const nothing = () => {};

function Desk({ by, current, lost, isRestored, onStartOver, newId, ...beginning }: BegunProps & Beginning) {
  const t = useTranslations("instructor.editor");
  const hand = useTranslations("instructor.hand");
  const router = useRouter();
  const { id, name, moveTo, startAnew } = usePlace(beginning, by);
  const editing = useEditing(beginning.form);
  const { form } = editing;
  const [done, setDone] = useState(false);
  const [base, setBase] = useState(beginning.base);
  const [saved, setSaved] = useState(isRestored ? null : beginning.form);
  const [compared, setCompared] = useState<Aside | null>(null);
  const { asides, add, remove } = useAsides(id ?? "", by);
  const isDraft = base.draft === true;
  const [isByHand] = useState(isDraft);
  const [saveDebate] = useState(() => debateSaver(by));
  const latestForm = useRef(form);
  latestForm.current = form;
  const unsaved = !done && form !== saved;
  const draft = useMemo(
    () =>
      unsaved
        ? ({
            ...{ v: 1, saved: JSON.stringify(base.debate), etag: base.etag, by, newId, form },
            ...(isDraft && { draft: true }),
          } satisfies StoredDraft)
        : null,
    [unsaved, base, isDraft, by, newId, form],
  );
  useSavedDraft(name, draft);
  const finish = () => {
    flushSync(() => setDone(true));
    forgetDraft(name);
  };
  /** Whether that is all that was typed: what was typed during a save is not saved yet. */
  const take = (page: DebatePage, savedForm: DebateForm, leaves: boolean): boolean => {
    const isAll = savedForm === latestForm.current;
    setBase(page);
    setSaved(savedForm);
    if (isAll) forgetDraft(name);
    moveTo(page.debate.id, leaves && isAll);
    return isAll;
  };
  const { pending, problem, conflict, setConflict, save } = useSaving({
    ...{ newId, editing, saveDebate },
    onSaved: (page, sent) => take(page, sent, true),
  });
  const [held, setHeld] = useState<DebatePage | Lost | null>(null);
  const autosave = useAutosave({
    isOn: isDraft && !done && !pending,
    saveDebate,
    ...{ id, newId, etag: base.etag, form, saved },
    onConflict: setHeld,
    // Back to this page, and the list that it may have been left for, show what was saved, not what they were made of.
    onLeft: () => router.refresh(),
    onSaved: (page, savedForm) => take(page, savedForm, false),
  });
  useEffect(() => {
    const at = window.location.hash.slice(1);
    if (at !== "") goTo(document.getElementById(decodeURIComponent(at)));
  }, []);
  // What was typed until the automatic save that is under way has ended.
  const latest = useRef(save);
  latest.current = save;
  const newer = typeof conflict === "string" ? null : conflict;
  const forms = useMemo(
    () => ({ base: formOf(base.debate, true), newer: newer && formOf(newer.debate, true) }),
    [base, newer],
  );

  /** [D12] Saves what was chosen, over what it was compared with; what was not chosen is set aside. */
  const settle = (taken: ReadonlySet<string>, among: readonly Difference[]) => {
    if (!newer || !forms.newer) return;
    const next = withRestOf(forms.newer, merged(form, forms.newer, taken));
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
      // [D11] A new debate that was stored before, and changed since.
      moveTo(newer.debate.id);
    });
    if (isDraft) return autosave.resume();
    void save({ id: newer.debate.id, etag: newer.etag }, next);
  };

  return (
    <div className="mx-auto grid max-w-[100rem] grid-cols-1 gap-6">
      <h1 className="font-serif text-3xl font-medium tracking-tight">
        {isByHand ? hand("title") : t("editTitle")}
      </h1>
      {/* Once something was saved, it is about an older version than the server's. */}
      {isRestored && base === beginning.base && (
        <RestoredNotice
          kind={
            current === null && beginning.id !== null
              ? (lost ?? "not-found")
              : current === null || current.etag === base.etag
                ? "current"
                : "stale"
          }
          onCompare={() => setConflict(current)}
          onStartOver={() => {
            finish();
            onStartOver();
          }}
        />
      )}
      <AsideNotices asides={asides} onCompare={setCompared} onDelete={remove} />
      <EditorViews form={form}>
        <DebateEditor
          isByHand={isByHand}
          editing={editing}
          remarks={NO_REMARKS}
          onDismiss={nothing}
          bar={
            <SaveBar
              editing={editing}
              remarksLeft={0}
              pending={pending}
              problem={problem}
              onSave={async () => {
                const stored = await autosave.settled();
                void latest.current(stored);
              }}
              {...(isDraft && {
                saveLabel: hand("finish"),
                status: (
                  <DraftStatus
                    state={autosave.state}
                    isDue={unsaved}
                    lost={typeof held === "string" ? held : null}
                    onCompare={held === null ? null : () => setConflict(held)}
                  />
                ),
              })}
            />
          }
        />
      </EditorViews>
      {/* A draft is saved when its page is left, if it can be. */}
      <LeavingQuestion
        unsaved={unsaved && !(isDraft && (autosave.state === "idle" || autosave.state === "saved"))}
      />
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
      {typeof conflict === "string" && (
        <LostDialog
          lost={conflict}
          pending={pending}
          onClose={() => setConflict(null)}
          onSaveAsNew={() => {
            if (!isDraft) return save({ id: null, etag: base.etag });
            setConflict(null);
            startAnew();
            autosave.resume();
          }}
        />
      )}
    </div>
  );
}
