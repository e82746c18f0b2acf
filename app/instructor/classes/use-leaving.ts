"use client";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";

/** [Q16] Takes a student off the list, or puts one back; what they did stays. Answers whether that is done. */
export function useLeaving(work: ClassWork): (id: string, left: boolean) => Promise<boolean> {
  const t = useTranslations("classes.people");
  const why = useWhy();
  const latest = useRef(work);
  latest.current = work;
  return useCallback(
    async (id, left) => {
      const { now, correct } = latest.current;
      const student = now.students.find((each) => each.id === id);
      if (!student) return true;
      const { name, number } = student;
      const reply = await correct(id, { name, ...(number !== undefined && { number }), left });
      if (reply.ok) toast.success(t(left ? "takenOff" : "backAgain", { name: isolated(name) }));
      else toast.error(reply.code === "not-found" ? t("gone") : why(reply.code));
      return reply.ok || reply.code === "not-found";
    },
    [t, why],
  );
}
