"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Play } from "#app/icons/icons.ts";
import { CapacityLink } from "#app/instructor/capacity/CapacityLink.tsx";
import { MoreSettings } from "#app/instructor/opening/MoreSettings.tsx";
import { Rehearse } from "#app/instructor/opening/Rehearse.tsx";
import { rememberedSettings } from "#app/instructor/opening/remembered.ts";
import { useOpening } from "#app/instructor/opening/use-opening.ts";
import { Button } from "#app/shared/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/Dialog.tsx";
import { Field } from "#app/shared/Field.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { Written } from "#app/shared/Written.tsx";
import { SESSION_NAME_LENGTH } from "#debate/rules/session-options.ts";

type OpenSessionProps = { debateId: string; resolution: string; variant?: "primary" | "secondary" };

/** [H7] Two clicks from a debate to its control room: this button, and the one in the dialog. */
export function OpenSession({ debateId, resolution, variant = "primary" }: OpenSessionProps) {
  const t = useTranslations("instructor.opening");
  const language = useLocale();
  const [open, setOpen] = useState(false);
  // What is remembered is read when the dialog opens, which only ever happens in a browser.
  const [settings, setSettings] = useState(() => rememberedSettings(language));
  const { pending, problem, start } = useOpening(debateId);
  const name = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      size="wide"
      title={t("title")}
      description={<Written>{resolution}</Written>}
      open={open}
      onOpenChange={(next) => {
        if (next) setSettings(rememberedSettings(language));
        setOpen(next);
      }}
      initialFocus={name}
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
      <div className="grid gap-6">
        {problem && <Notice kind="error">{problem}</Notice>}
        <Field
          optional
          ref={name}
          dir="auto"
          autoComplete="off"
          label={t("name.label")}
          hint={t("name.hint")}
          limit={SESSION_NAME_LENGTH}
          value={settings.name}
          onChange={(event) => setSettings({ ...settings, name: event.target.value })}
        />
        <MoreSettings settings={settings} onChange={setSettings} />
        <Rehearse debateId={debateId} settings={settings} />
        <p>
          <CapacityLink />
        </p>
      </div>
    </Dialog>
  );
}
