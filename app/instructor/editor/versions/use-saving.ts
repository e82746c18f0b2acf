"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useJoined } from "#app/i18n/use-joined.ts";
import { createDebate } from "#app/instructor/create-debate.ts";
import { goToFirstFault } from "#app/instructor/editor/SaveBar.tsx";
import type { Editing } from "#app/instructor/editor/use-editing.ts";
import { isLost, type Lost } from "#app/instructor/editor/versions/lost.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { DebateDraft } from "#debate/content/debate.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** What a save goes over; the id is null where the server has no such debate yet. */
export type Stored = { id: string | null; etag: string };
type Options = {
  /** The id of a debate that is saved as a new one. */
  newId: string;
  editing: Editing;
  /** Everything is saved: nothing is left to keep. */
  onSaved: () => void;
};

/** [D11] Saves over the version that the editing began with, and says what stands in the way. */
export function useSaving({ newId, editing, onSaved }: Options) {
  const t = useTranslations("instructor.editor");
  const router = useRouter();
  const why = useWhy();
  const { sentences } = useJoined();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<DebatePage | Lost | null>(null);

  const finish = (savedId: string) => {
    setConflict(null);
    onSaved();
    toast.success(t("savedNow"));
    router.push(`/debates/${savedId}`);
    router.refresh();
  };

  const insist = () => {
    flushSync(() => {
      setConflict(null);
      editing.insist();
    });
    goToFirstFault();
  };

  /** Over a version, so that what was saved since is never replaced unseen. */
  const save = async ({ id, etag }: Stored, draft: DebateDraft | null = editing.draft) => {
    setProblem(null);
    if (draft === null) return insist();
    if (id === null) return saveAsNew(draft);
    setPending(true);
    const reply = await ask(
      "PUT",
      `/api/debates/${id}`,
      { debate: draft },
      { headers: { "if-match": etag } },
    );
    setPending(false);
    if (reply.ok) finish(id);
    else if (reply.code === "stale") setConflict(reply.answer as DebatePage);
    else if (isLost(reply.code)) setConflict(reply.code);
    else setProblem(sentences(why(reply.code), t("stillHere")));
  };

  const saveAsNew = async (draft: DebateDraft | null = editing.draft) => {
    if (draft === null) return insist();
    setPending(true);
    const reply = await createDebate(newId, draft);
    setPending(false);
    if (reply.ok) return finish(reply.value.debate.id);
    setConflict(null);
    setProblem(sentences(why(reply.code), t("stillHere")));
  };

  return { pending, problem, conflict, setConflict, save, saveAsNew };
}
