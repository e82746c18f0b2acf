"use client";
import { useTranslations } from "next-intl";
import { useShelving } from "#app/instructor/dashboard/use-shelving.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** [D16] Takes a debate out of the archive, on its own page. */
export function RestoreDebate({ id }: { id: string }) {
  const t = useTranslations("instructor.shelves.menu");
  const { archive } = useShelving(id);
  return (
    <Button size="small" onClick={() => archive(false)}>
      {t("restore")}
    </Button>
  );
}
