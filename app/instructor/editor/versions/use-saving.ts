"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useJoined } from "#app/i18n/use-joined.ts";
import { check } from "#app/instructor/editor/check.ts";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { goToFirstFault } from "#app/instructor/editor/SaveBar.tsx";
import type { Editing } from "#app/instructor/editor/use-editing.ts";
import { isLost, type Lost } from "#app/instructor/editor/versions/lost.ts";
import type { SaveDebate } from "#app/instructor/save-debate.ts";
import { useWhy } from "#app/instructor/why.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

/** What a save goes over; the id is null where the server has no such debate yet. */
export type Stored = { id: string | null; etag: string };
type Options = {
  /** The id of a debate that is saved as a new one. */
  newId: string;
  editing: Editing;
  saveDebate: SaveDebate;
  /** Called with the stored debate and the form that was sent. Returns whether nothing was typed since. */
  onSaved: (page: DebatePage, sent: DebateForm) => boolean;
};

/** [D11] Saves over the version that the editing began with, and says what stands in the way. */
export function useSaving({ newId, editing, saveDebate, onSaved }: Options) {
  const t = useTranslations("instructor.editor");
  const router = useRouter();
  const why = useWhy();
  const { sentences } = useJoined();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<DebatePage | Lost | null>(null);
  const hasStayed = useRef(false);
  useEffect(() => {
    return () => {
      // Else Back to this page would show it as it was before.
      if (hasStayed.current) router.refresh();
    };
  }, [router]);

  const finish = (page: DebatePage, sent: DebateForm) => {
    setConflict(null);
    if (!onSaved(page, sent)) {
      // [D12] Leaving would lose what was typed meanwhile.
      hasStayed.current = true;
      toast.success(t("savedBefore"));
      return;
    }
    toast.success(t("savedNow"));
    router.push(`/debates/${page.debate.id}`);
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
  const save = async ({ id, etag }: Stored, form: DebateForm = editing.form) => {
    setProblem(null);
    const { draft } = check(form);
    if (draft === null) return insist();
    setPending(true);
    const reply = await saveDebate(id === null ? { id: newId, etag: null } : { id, etag }, { debate: draft });
    setPending(false);
    if (reply.ok) return finish(reply.value, form);
    if (reply.code === "stale") return setConflict(reply.answer as DebatePage);
    if (isLost(reply.code)) return setConflict(reply.code);
    setConflict(null);
    setProblem(sentences(why(reply.code), t("stillHere")));
  };

  return { pending, problem, conflict, setConflict, save };
}
