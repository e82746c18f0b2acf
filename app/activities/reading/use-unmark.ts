"use client";
import { useTranslations } from "next-intl";
import { toast } from "#app/shared/notices/toast.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Mark } from "#app/student/read/marks.ts";

/** [X11] Removes a mark. A note that goes with it is nowhere else, so that can be undone. */
export function useUnmark(): (mark: Mark) => void {
  const t = useTranslations("student.guide");
  const { marks } = useSeat().desk;
  return (mark) => {
    marks.remove(mark);
    if (mark.note.trim() === "") return;
    toast.info(t("unmarked"), {
      id: "unmarked",
      action: { label: t("undo"), onClick: () => marks.restore(mark) },
    });
  };
}
