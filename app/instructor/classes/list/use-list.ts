"use client";
import { useMemo, useRef, useState } from "react";
import {
  type Choices,
  type PreviewRead,
  previewOf,
  type Refused,
  type Source,
} from "#app/instructor/classes/list/list-request.ts";
import { useSavedDraft } from "#app/instructor/editor/use-saved-draft.ts";
import { ownDraftName, takeDraft } from "#app/shared/storage/drafts.ts";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";

/** A list on its way to a class: typed or chosen, then read. What was typed survives a reload. */
export function useList(classId: string, by: string) {
  const kind = `class-list.${classId}`;
  const [name] = useState(() => ownDraftName(kind, by));
  const [text, setText] = useState(() => (takeDraft(kind, name, by) as { text?: string } | null)?.text ?? "");
  const draft = useMemo(() => (text.trim() === "" ? null : { by, text }), [by, text]);
  useSavedDraft(name, draft);
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [preview, setPreview] = useState<ListPreview | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const cancel = useRef<AbortController | null>(null);

  const forget = () => {
    cancel.current?.abort();
    setPending(false);
    setPreview(null);
    setRefused(null);
    setChoices({});
  };
  async function read(source: Source, chosen: Choices): Promise<PreviewRead | null> {
    cancel.current?.abort();
    const reading = new AbortController();
    cancel.current = reading;
    setPending(true);
    setRefused(null);
    setChoices(chosen);
    const reply = await previewOf(source, chosen, reading.signal);
    if (reading.signal.aborted) return null;
    setPending(false);
    if (reply.ok) setPreview(reply.preview);
    else setRefused(reply.refused);
    return reply;
  }
  const source: Source = file ? { file } : { text };

  return {
    ...{ text, file, preview, refused, pending },
    write: (next: string) => {
      forget();
      setFile(null);
      setText(next);
    },
    choose: (next: File) => {
      forget();
      setFile(next);
      return read({ file: next }, {});
    },
    check: () => read(source, {}),
    /** Reads it again with other columns, or another class of it. */
    again: (changed: Choices) => read(source, { ...choices, ...changed }),
    clear: () => {
      forget();
      setFile(null);
      setText("");
    },
  };
}
export type ListWork = ReturnType<typeof useList>;
