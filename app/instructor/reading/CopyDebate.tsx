"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Copy } from "#app/icons/icons.ts";
import { useShelving } from "#app/instructor/dashboard/use-shelving.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** A built-in debate can't be edited, so the instructor gets a copy of their own. */
export function CopyDebate({ id }: { id: string }) {
  const t = useTranslations("instructor.debate");
  const { copy } = useShelving(id);
  const [pending, setPending] = useState(false);
  const start = async () => {
    setPending(true);
    await copy();
    setPending(false);
  };
  return (
    <Button variant="quiet" pending={pending} onClick={start}>
      <Copy aria-hidden="true" className="size-5" />
      {t("copy")}
    </Button>
  );
}
