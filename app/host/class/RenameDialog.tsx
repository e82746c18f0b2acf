"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useSessionClass } from "#app/host/class/session-class.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { STUDENT_NAME_LENGTH } from "#debate/rules/classes.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Seat } from "#debate/rules/snapshot.ts";

type RenameDialogProps = { code: string; identity: Identity; seat: Seat | null; onClose: () => void };

/** [Q10] Corrects a student's name: the one that the class sees, or behind a pseudonym the real one. */
export function RenameDialog({ code, identity, seat, onClose }: RenameDialogProps) {
  const t = useTranslations("host.class.rename");
  const own = useTranslations("host.class");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const of = useSessionClass();
  const form = useId();
  const [isPending, run] = usePending();
  const [error, setError] = useState<string | null>(null);
  // Keeps the name while it fades away.
  const [shown, setShown] = useState(seat);
  if (seat && seat !== shown) {
    setShown(seat);
    setError(null);
  }
  const isReal = identity === "pseudonym";
  const before = (isReal ? shown?.realName : shown?.name) ?? "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (name === "") return setError(own("nameMissing"));
    if (name === before) return onClose();
    void run(async () => {
      const path = `/api/sessions/${code}/seats/${shown?.participantId}/name`;
      const reply = await press("PUT", path, { name });
      if (!reply.ok) return setError(reply.code === "duplicate" ? t("taken") : refusals(reply.code));
      toast.success(t("done", { name: isolated(name) }));
      void of?.reload();
      onClose();
    });
  };
  return (
    <Dialog
      open={seat !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button type="submit" form={form} variant="primary" pending={isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} key={shown?.participantId} onSubmit={submit} noValidate>
        <Field
          name="name"
          dir="auto"
          autoComplete="off"
          label={t(isReal ? "labelReal" : "label")}
          hint={isReal ? t("hintReal", { name: isolated(shown?.name ?? "") }) : t("hint")}
          defaultValue={before}
          maxLength={STUDENT_NAME_LENGTH}
          error={error}
        />
      </form>
    </Dialog>
  );
}
