"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { newId } from "#app/shared/new-id.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { Debate } from "#debate/content/debate.ts";

/** Copies a debate, archives it and puts it back. */
export function useShelving(id: string) {
  const t = useTranslations("instructor.shelves");
  const router = useRouter();
  const why = useWhy();
  // [D11] Asked for again before an answer came, or after it was lost, a copy is the same.
  const unanswered = useRef<string>(null);

  const archive = async (archived: boolean): Promise<void> => {
    const reply = await ask("PUT", `/api/debates/${id}/archived`, { archived });
    if (!reply.ok) return toast.error(why(reply.code));
    router.refresh();
    if (!archived) return toast.success(t("restored"), { id: `archived ${id}` });
    const undo = { label: t("undo"), onClick: () => void archive(false) };
    toast.success(t("archived"), { id: `archived ${id}`, action: undo });
  };

  const copy = async (): Promise<void> => {
    unanswered.current ??= newId();
    const reply = await ask<{ debate: Debate }>("POST", `/api/debates/${id}/copy`, {
      id: unanswered.current,
    });
    if (!reply.ok) return toast.error(why(reply.code));
    unanswered.current = null;
    router.push(`/debates/${reply.value.debate.id}/edit`);
  };

  return { archive, copy };
}
