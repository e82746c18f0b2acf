"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Play } from "#app/icons/icons.ts";
import { CapacityLink } from "#app/instructor/capacity/CapacityLink.tsx";
import { rememberedSettings, rememberSettings } from "#app/instructor/opening/remembered.ts";
import { SettingsFields } from "#app/instructor/opening/SettingsFields.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/Dialog.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { Written } from "#app/shared/Written.tsx";

type OpenSessionProps = { debateId: string; resolution: string; variant?: "primary" | "secondary" };

/** Two clicks from a debate to its control room: this button, and the one in the dialog. */
export function OpenSession({ debateId, resolution, variant = "primary" }: OpenSessionProps) {
  const t = useTranslations("instructor.opening");
  const [open, setOpen] = useState(false);
  // What is remembered is read when the dialog opens, which only ever happens in a browser.
  const [settings, setSettings] = useState(() => rememberedSettings());
  const { pending, problem, start } = useOpening(debateId);
  return (
    <Dialog
      size="wide"
      title={t("title")}
      description={<Written>{resolution}</Written>}
      open={open}
      onOpenChange={(next) => {
        if (next) setSettings(rememberedSettings());
        setOpen(next);
      }}
      trigger={
        <Button variant={variant} aria-label={t("openNamed", { resolution })}>
          <Play aria-hidden="true" className="size-4.5" />
          {t("open")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button variant="quiet" />}>{t("notNow")}</DialogClose>
          <Button variant="primary" pending={pending} onClick={() => start(settings)}>
            {t("start")}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice kind="error" className="mb-4">
          {problem}
        </Notice>
      )}
      <SettingsFields settings={settings} onChange={setSettings} />
      <p className="mt-4">
        <CapacityLink />
      </p>
    </Dialog>
  );
}

function useOpening(debateId: string) {
  const router = useRouter();
  const why = useWhy();
  const language = useLocale();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (settings: ReturnType<typeof rememberedSettings>) => {
    setPending(true);
    setProblem(null);
    const reply = await ask<{ code: string }>("POST", "/api/sessions", {
      debateId,
      settings: { ...settings, language },
    });
    if (reply.ok) {
      rememberSettings(settings);
      router.push(`/host/${reply.value.code}`);
      return;
    }
    setPending(false);
    setProblem(why(reply.code));
  };
  return { pending, problem, start };
}
