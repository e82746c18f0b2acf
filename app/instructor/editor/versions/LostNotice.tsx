"use client";
import { useTranslations } from "next-intl";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

/** [D12] Why what was typed can't be saved any more. It stays to be copied. */
export function LostNotice({ lost, onDiscard }: { lost: Lost; onDiscard: () => void }) {
  const t = useTranslations("instructor.versions.lost");
  return (
    <Notice
      kind="warning"
      title={t(`${lost}.title`)}
      action={
        <Button size="small" onClick={onDiscard}>
          {t("discard")}
        </Button>
      }
    >
      {t("copyBody")}
    </Notice>
  );
}
