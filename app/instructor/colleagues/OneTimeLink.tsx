"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Copy } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";

/** A link for a colleague, which is shown once: the server keeps none. */
export function OneTimeLink({ title, url, body }: { title: ReactNode; url: string; body: string }) {
  const t = useTranslations("instructor.colleagues");
  async function copy(): Promise<void> {
    if (await copyText(url)) toast.success(t("copied"));
    else toast.warning(t("copyFailed", { link: url }));
  }
  return (
    <Notice kind="success" title={title}>
      <p className="my-2 font-mono wrap-anywhere select-all">{url}</p>
      <p>{body}</p>
      <Button onClick={copy} className="mt-3 text-sm!">
        <Copy aria-hidden="true" className="size-4.5" />
        {t("copy")}
      </Button>
    </Notice>
  );
}
