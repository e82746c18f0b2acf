"use client";
import { useTranslations } from "next-intl";
import { Copy } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { Platforms } from "#debate/protocol/answers/platform-answers.ts";

const VALUES = ["loginUrl", "launchUrl", "jwksUrl", "targetUrl", "domain"] as const;

/** [Q40] What a platform's administrator enters there. */
export function ToolValues({ tool }: Pick<Platforms, "tool">) {
  const t = useTranslations("platforms.tool");
  const copy = async (value: string) => {
    if (await copyText(value)) toast.success(t("copied"));
    else toast.warning(t("copyFailed", { value }));
  };
  return (
    <Card as="section" padding="roomy" className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <ul className="divide-y divide-line">
        {VALUES.map((name) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-3 py-2">
            <div className="min-w-0 flex-1 basis-48">
              <p className="text-sm text-ink-soft">{t(name)}</p>
              <p className="font-mono text-sm select-all">{tool[name]}</p>
            </div>
            <Button
              variant="quiet"
              onClick={() => copy(tool[name])}
              aria-label={t("copyNamed", { name: t(name) })}
              className="px-3! text-sm!"
            >
              <Copy aria-hidden="true" className="size-4.5" />
              {t("copy")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
