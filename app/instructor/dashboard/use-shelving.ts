"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/toast.ts";
import type { Debate } from "#debate/content/debate.ts";

/** Copies a debate, archives it and puts it back. */
export function useShelving(id: string) {
  const t = useTranslations("instructor.shelves");
  const router = useRouter();
  const why = useWhy();

  const archive = async (archived: boolean): Promise<void> => {
    const reply = await ask("PUT", `/api/debates/${id}/archived`, { archived });
    if (!reply.ok) return toast.error(why(reply.code));
    router.refresh();
    if (!archived) return toast.success(t("restored"), { id: `archived ${id}` });
    const undo = { label: t("undo"), onClick: () => void archive(false) };
    toast.success(t("archived"), { id: `archived ${id}`, action: undo });
  };

  const copy = async (): Promise<void> => {
    const reply = await ask<{ debate: Debate }>("POST", `/api/debates/${id}/copy`);
    if (!reply.ok) return toast.error(why(reply.code));
    router.push(`/debates/${reply.value.debate.id}/edit`);
  };

  return { archive, copy };
}
