"use client";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Copy } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { Notice } from "#app/shared/Notice.tsx";
import type { Invitation } from "#debate/protocol/pages.ts";

export type Made = { invitation: Invitation; url: string };

/** The link of an invitation, which is shown once: the server keeps none. */
export function InvitationLink({ invitation: { expiresAt }, url }: Made) {
  const t = useTranslations("instructor.colleagues");
  const format = useFormatter();
  async function copy(): Promise<void> {
    if (await copyText(url)) toast.success(t("copied"));
    else toast.message(t("copyFailed", { link: url }), { duration: 20_000 });
  }
  return (
    <Notice kind="success" title={t("madeTitle")}>
      <p className="my-2 font-mono wrap-anywhere select-all">{url}</p>
      <p>{t("madeBody", { until: format.dateTime(expiresAt, { dateStyle: "medium" }) })}</p>
      <Button onClick={copy} className="mt-3 text-sm!">
        <Copy aria-hidden="true" className="size-4.5" />
        {t("copy")}
      </Button>
    </Notice>
  );
}
