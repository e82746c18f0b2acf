"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { QrCode as QrIcon } from "#app/icons/icons.ts";
import { ask, type Reply } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

/** [S24] The summary for colleagues as a QR code, for those who sit in the same room. */
export function SummaryCode({ code }: { code: string }) {
  const t = useTranslations("summaryCode");
  const [summary, setSummary] = useState<Reply<unknown> | null>(null);
  const read = (isOpen: boolean) => {
    if (!isOpen) return;
    setSummary(null);
    void ask("GET", `/api/sessions/${code}/summary`).then(setSummary);
  };
  const text = summary?.ok ? JSON.stringify(summary.value) : null;
  return (
    <Dialog
      title={t("open")}
      description={t("lead")}
      onOpenChange={read}
      trigger={
        <Button>
          <QrIcon aria-hidden="true" className="size-4.5" />
          {t("open")}
        </Button>
      }
    >
      {text !== null && <QrCode address={text} label={t("label")} className="mx-auto w-full max-w-md" />}
      {summary === null && <p role="status">{t("loading")}</p>}
      {summary?.ok === false && <Notice kind="warning">{t("failed")}</Notice>}
    </Dialog>
  );
}
