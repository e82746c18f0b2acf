"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { createNote, isUnsaved, type NoteState } from "#app/shared/notes/note-store.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useSavedWhileShown } from "#app/shared/storage/use-saved-while-shown.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { NOTE_LENGTH } from "#debate/protocol/limits.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** The note on a session, while the page shows it. */
function useNote(code: string) {
  const [note] = useState(() => createNote(code));
  const state = useSyncExternalStore(note.subscribe, note.read, note.read);
  // Only where nothing could be kept does leaving lose something.
  useSavedWhileShown(note, () => isUnsaved(note.read()) && !note.read().isKept);
  return { note, state };
}

/** How many characters are left when it begins to say so. */
const NEARLY_FULL = 500;

/** [V20] The host's private note on a session, saved while the host types. Never printed. `labelled`: false where the surrounding section has a title for it. */
export function SessionNote({ code, labelled = true }: { code: string; labelled?: boolean }) {
  const t = useTranslations("notes");
  const { note, state } = useNote(code);
  const { text, base, theirs, problem, isSending } = state;
  const field = useRef<HTMLTextAreaElement>(null);
  const settle = (how: Parameters<typeof note.settle>[0]) => {
    note.settle(how);
    // The pressed button is about to go.
    field.current?.focus();
  };
  const isLong = countCharacters(text) > NOTE_LENGTH - NEARLY_FULL;
  return (
    <div className="grid gap-2 print:hidden">
      <Field
        ref={field}
        multiline
        label={<span className={labelled ? undefined : "sr-only"}>{t("title")}</span>}
        hint={t("hint")}
        value={text}
        disabled={base === null}
        onChange={(event) => note.type(event.target.value)}
        onBlur={note.save}
        style={{ maxHeight: "50vh" }}
        {...(isLong && { limit: NOTE_LENGTH })}
      />
      {problem === null && !theirs && (
        <p className="min-h-5 text-sm text-ink-soft">
          {base === null ? t("loading") : isSending || isUnsaved(state) ? t("saving") : text && t("saved")}
        </p>
      )}
      {problem !== null && <Problem state={state} onAgain={note.wake} />}
      {theirs && (
        <Notice kind="warning" title={t("conflict.title")}>
          <p>{t("conflict.body")}</p>
          <Written
            as="blockquote"
            className="my-3 max-h-40 overflow-y-auto border-s-4 border-line-strong ps-3 whitespace-pre-wrap text-ink wrap-anywhere"
          >
            {theirs.text === "" ? t("conflict.empty") : theirs.text}
          </Written>
          <div className="flex flex-wrap gap-2">
            <Button size="small" variant="primary" onClick={() => settle("both")}>
              {t("conflict.both")}
            </Button>
            <Button size="small" onClick={() => settle("mine")}>
              {t("conflict.mine")}
            </Button>
            <Button size="small" onClick={() => settle("theirs")}>
              {t("conflict.theirs")}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

/** What stands in the way, and where the words are meanwhile. */
function Problem({ state, onAgain }: { state: NoteState; onAgain: () => void }) {
  const t = useTranslations("notes");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { sentences } = useJoined();
  const { problem, base, isKept } = state;
  if (problem === null) return null;
  const isOffline = problem === "offline";
  const why = isOffline ? t("offline") : problem === "too-long" ? t("tooLong") : refusals(problem);
  return (
    <Notice
      kind={isOffline ? "offline" : "warning"}
      title={t(base === null ? "notLoaded" : "notSaved")}
      action={
        <Button size="small" onClick={onAgain}>
          {shared("retry")}
        </Button>
      }
    >
      {sentences(why, isUnsaved(state) && t(isKept ? "kept" : "notKept"))}
    </Notice>
  );
}
