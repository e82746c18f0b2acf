"use client";
import { useTranslations } from "next-intl";
import { isLost, type Lost } from "#app/instructor/editor/versions/lost.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

type RestoredNoticeProps = {
  /** `stale`: the debate was saved since. */
  kind: "current" | "stale" | Lost;
  onCompare: () => void;
  onStartOver: () => void;
};

/** Says that unsaved changes were kept on this device, and what has become of the debate since. */
export function RestoredNotice({ kind, onCompare, onStartOver }: RestoredNoticeProps) {
  const t = useTranslations("instructor.editor");
  const versions = useTranslations("instructor.versions");
  if (isLost(kind))
    return (
      <Notice
        kind="warning"
        title={versions(`lost.${kind}.title`)}
        action={
          <Button size="small" onClick={onStartOver}>
            {t("startOver")}
          </Button>
        }
      >
        {versions("lost.keptBody")}
      </Notice>
    );
  return (
    <Notice
      kind={kind === "stale" ? "warning" : "info"}
      title={t(kind === "stale" ? "restoredStale" : "restored")}
      action={
        <div className="flex flex-wrap gap-2">
          {kind === "stale" && (
            <Button size="small" onClick={onCompare}>
              {versions("compare")}
            </Button>
          )}
          <Button size="small" {...(kind === "stale" && { variant: "quiet" as const })} onClick={onStartOver}>
            {t("startOver")}
          </Button>
        </div>
      }
    >
      {t(kind === "stale" ? "restoredStaleBody" : "restoredBody")}
    </Notice>
  );
}
