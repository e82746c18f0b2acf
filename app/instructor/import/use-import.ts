"use client";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { blankForm, type DebateForm } from "#app/instructor/editor/debate-form.ts";
import { useEditing } from "#app/instructor/editor/use-editing.ts";
import { useSavedDraft } from "#app/instructor/editor/use-saved-draft.ts";
import { draftOver, type StoredDraft } from "#app/instructor/editor/versions/set-aside.ts";
import {
  type FileSource,
  importName,
  type Reading,
  type StoredImport,
  takeImport,
  understand,
} from "#app/instructor/import/import-draft.ts";
import { isOpen } from "#app/instructor/import/remarks.ts";
import { debateSaver } from "#app/instructor/save-debate.ts";
import { newId } from "#app/shared/new-id.ts";
import { forgetDraft, keepDraft, ownDraftName } from "#app/shared/storage/drafts.ts";
import type { DebateDraft } from "#debate/content/debate.ts";
import { readExported } from "#debate/content/exported.ts";
import type { FileText } from "#debate/content/file-remarks.ts";
import type { Missing } from "#debate/content/newsletter-remarks.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** The debate that an import became, and the form that it was made of. */
type Stored = { page: DebatePage; sent: DebateForm | null };

/** An import from its first pasted word to its last correction. All of it survives a reload. `by`: the instructor. */
export function useImport(by: string) {
  const t = useTranslations("instructor.import");
  const [name] = useState(() => importName(by));
  const [kept] = useState(() => takeImport(name, by));
  const [text, setText] = useState(kept?.text ?? "");
  const [reading, setReading] = useState<Reading | null>(kept?.reading ?? null);
  const [source, setSource] = useState<FileSource | null>(kept?.source ?? null);
  /** The file itself, which a reload forgets. */
  const [file, setFile] = useState<File | null>(null);
  /** [D48] In base64; a reload forgets them, too. */
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<Missing[]>(() =>
    kept && !kept.reading && kept.text.trim() !== "" ? missingIn(kept.text, kept.source) : [],
  );
  // [D31] Such a file is read again after a reload, too.
  const [exported, setExported] = useState(() => (kept && !kept.reading ? exportedIn(kept.text) : null));
  const [done, setDone] = useState(false);
  const [sentAs, setSentAs] = useState(kept?.sentAs);
  const [saveDebate] = useState(() => debateSaver(by));
  const [stored, setStored] = useState<Stored | null>(null);
  const editing = useEditing(kept?.form ?? blankForm(t("ownRights")));
  const { form, step } = editing;
  const latest = useRef({ form, sentAs });
  latest.current = { form, sentAs };
  const corrected = reading !== null && (reading.corrected || editing.canUndo);
  const unsaved = stored ? form !== stored.sent : !done && (text !== "" || reading !== null);
  const draft = useMemo<StoredImport | StoredDraft | null>(() => {
    if (!unsaved) return null;
    if (stored) return draftOver(stored.page, by, form);
    return {
      ...{ v: 1, by, text, source, reading: reading && { ...reading, corrected }, form },
      ...(sentAs !== undefined && { sentAs }),
    };
  }, [unsaved, stored, by, sentAs, text, source, reading, corrected, form]);
  // [D12] Text typed until the stored debate's page opens is a draft in its editor.
  useSavedDraft(stored ? ownDraftName(stored.page.debate.id, by) : name, draft);

  /** Reads a text anew, whatever was corrected. True when it was understood. */
  const read = (from: string, out: FileSource | null): boolean => {
    // [D11] Another debate is not saved over one whose answer was lost.
    if (from.trim() === "" || out?.name !== source?.name) setSentAs(undefined);
    setText(from);
    setSource(out);
    const understood = from.trim() === "" ? ({ ok: false, missing: [] } as const) : understand(from, out);
    setExported(exportedIn(from));
    if (understood.ok) {
      step({ do: "start", form: understood.form });
      setReading({ text: from, remarks: understood.remarks, corrected: false });
      setMissing([]);
      return true;
    }
    setReading(null);
    setMissing([...understood.missing]);
    return false;
  };

  return {
    text,
    source,
    file,
    pictures,
    reading,
    missing,
    exported,
    editing,
    corrected,
    unsaved,
    restored: kept !== null,
    remarks: useMemo(() => reading?.remarks.filter((remark) => isOpen(form, remark)) ?? [], [reading, form]),
    /** The text has been changed since it was read, and not read again for the sake of the corrections. */
    outdated: reading !== null && reading.text !== null && reading.text !== text,
    /** Reads the changed text in place of the corrections; where it is no debate any more, they stay. */
    readAgain: (): Missing[] => {
      const lacking = missingIn(text, source);
      if (lacking.length === 0) read(text, source);
      return lacking;
    },
    /** A changed text is read at once, unless that would undo corrections. */
    write: (next: string): boolean => {
      const isGone = next.trim() === "";
      if (isGone) setFile(null);
      if (!corrected) return read(next, isGone ? null : source);
      if (isGone) setSource(null);
      setText(next);
      return false;
    },
    /** Takes the text of a file in place of everything before it. */
    take: (from: File, { text: next, marked, remarks, pictures: found = [] }: FileText): boolean => {
      setFile(from);
      setPictures(found);
      // Also from a file of the same name.
      if (next !== text) setSentAs(undefined);
      return read(next, { name: from.name, marked, remarks });
    },
    writeByHand: () => {
      step({ do: "start", form: blankForm(t("ownRights")) });
      setReading({ text: null, remarks: [], corrected: true });
      setMissing([]);
    },
    dismiss: (key: number) =>
      setReading(
        (before) => before && { ...before, remarks: before.remarks.filter((remark) => remark.key !== key) },
      ),
    /** [D11] The id to save it as, or to send an exported file under: after a lost answer the same, also after a reload. */
    send: (): string => {
      const id = sentAs ?? newId();
      setSentAs(id);
      return id;
    },
    ...{ by, saveDebate },
    /**
     * It is stored as a debate. `isAll`: with everything that was typed; what was not, the editor goes on with [D12]. `isOther`: by now
     * another debate is being imported here.
     */
    become: (page: DebatePage, sent: DebateForm | null): { isAll: boolean; isOther: boolean } => {
      const { form, sentAs } = latest.current;
      const isOther = sentAs !== page.debate.id;
      const isAll = form === sent;
      if (!isOther) flushSync(() => setStored({ page, sent }));
      if (!isOther && !isAll) keepDraft(ownDraftName(page.debate.id, by), draftOver(page, by, form));
      return { isAll, isOther };
    },
    /** Nothing is left to keep on this device. */
    finish: () => {
      flushSync(() => setDone(true));
      forgetDraft(name);
    },
  };
}

export type Import = ReturnType<typeof useImport>;

function exportedIn(text: string): DebateDraft[] | null {
  const exported = readExported(text);
  return exported?.ok ? exported.drafts : null;
}

function missingIn(text: string, source: FileSource | null | undefined): Missing[] {
  const understood = understand(text, source);
  return understood.ok ? [] : understood.missing;
}
