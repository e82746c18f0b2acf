"use client";
import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { Download } from "#app/icons/icons.ts";
import { ask } from "#app/shared/ask.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { saveFile } from "#app/shared/save-file.ts";
import type { MarkStore } from "#app/student/read/marks.ts";

type DownloadMineProps = {
  code: string;
  /** [X11] What only this phone has. */
  marks?: Pick<MarkStore, "marks"> | undefined;
};

/** [G1] A link to everything that the server has about a seat; where this phone has marks, a file with both. */
export function DownloadMine({ code, marks }: DownloadMineProps) {
  const t = useTranslations("student.data");
  const [hasFailed, setHasFailed] = useState(false);
  const path = `/api/sessions/${code}/mine`;
  const withMarks = async (event: MouseEvent) => {
    const own = marks?.marks() ?? [];
    if (own.length === 0) return;
    event.preventDefault();
    setHasFailed(false);
    const reply = await ask<object>("GET", path);
    if (!reply.ok) return setHasFailed(true);
    const file = JSON.stringify({ ...reply.value, onThisDevice: { marks: own } }, null, 2);
    saveFile(`${code}-my-data.json`, new Blob([file], { type: "application/json" }));
  };
  return (
    <>
      <a href={path} download className={buttonStyle()} onClick={withMarks}>
        <Download aria-hidden="true" className="size-5" />
        {t("download")}
      </a>
      {hasFailed && <Notice kind="error">{t("downloadFailed")}</Notice>}
    </>
  );
}
