"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { usePending } from "#app/host/use-pending.ts";
import { Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { forgetNoteIfDeleted } from "#app/shared/notes/note-store.ts";
import { press } from "#app/shared/press.ts";
import { forgetSessionDrafts } from "#app/shared/storage/session-drafts.ts";
import { readCode } from "#debate/rules/codes.ts";

/** Deletes the session permanently, once its code has been typed. */
export function DeleteThisSession({ code }: { code: string }) {
  const t = useTranslations("host.session");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const form = useId();
  const [error, setError] = useState<string | null>(null);
  const [isPending, run] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("code") ?? "");
    if (readCode(typed) !== code) return setError(t("deleteMismatch"));
    setError(null);
    await run(async () => {
      const reply = await press("DELETE", `/api/sessions/${code}`);
      // Another window may have deleted it already.
      if (reply.ok || reply.code === "not-found") {
        forgetSessionDrafts(code);
        return router.replace("/dashboard");
      }
      setError(refusals(reply.code));
      if (reply.code === "late") void forgetNoteIfDeleted(code);
    });
  }

  return (
    <Dialog
      title={t("deleteTitle")}
      onOpenChange={() => setError(null)}
      trigger={
        <Button variant="danger">
          <Trash2 aria-hidden="true" className="size-4.5" />
          {t("delete")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button type="submit" form={form} variant="danger" pending={isPending}>
            {t("deleteConfirm")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        <DialogText>{t("deleteBody")}</DialogText>
        <Field
          label={t("deleteField", { code })}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...(error && { error })}
        />
      </form>
    </Dialog>
  );
}
