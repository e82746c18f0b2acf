"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Download, Trash2 } from "#app/icons/icons.ts";
import { PasswordField } from "#app/instructor/account/PasswordField.tsx";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { forgetDrafts } from "#app/shared/storage/drafts.ts";

type OwnDataProps = { email: string; hasPassword: boolean; sessions: number; debates: number };

/** What is stored about an instructor: to take along, or to delete with the account. */
export function OwnData(props: OwnDataProps) {
  const t = useTranslations("instructor.data");
  const [open, setOpen] = useState(false);
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">
          {t.rich("lead", {
            more: (chunks) => (
              <a href="/privacy" className="underline underline-offset-4">
                {chunks}
              </a>
            ),
          })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <a href="/api/account/data" download className={buttonStyle()}>
          <Download aria-hidden="true" className="size-5" />
          {t("download")}
        </a>
        <Dialog
          title={t("deleteTitle")}
          description={t("deleteBody", { sessions: props.sessions, debates: props.debates })}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button variant="danger">
              <Trash2 aria-hidden="true" className="size-5" />
              {t("delete")}
            </Button>
          }
        >
          <DeleteForm {...props} />
        </Dialog>
      </div>
    </Card>
  );
}

function DeleteForm({ email, hasPassword }: OwnDataProps) {
  const t = useTranslations("instructor.data");
  const account = useTranslations("instructor.account");
  const why = useWhy();
  const by = useSignedIn();
  const { errors, pending, submit } = useSubmission(["proof"], async ({ proof }) => {
    if (proof === "") return { proof: hasPassword ? account("passwordMissing") : account("emailWrong") };
    const reply = await ask("DELETE", "/api/account", { proof });
    if (reply.ok) {
      forgetDrafts(by);
      window.location.replace("/");
      return null;
    }
    if (reply.code === "forbidden")
      return { proof: hasPassword ? account("currentWrong") : account("emailWrong") };
    return { form: reply.code === "too-many" ? account("tooManyChanges") : why(reply.code) };
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4 pb-1">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      {/* For password managers, which need to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword ? (
        <PasswordField
          label={account("currentPassword")}
          name="proof"
          autoComplete="current-password"
          error={errors.proof}
        />
      ) : (
        <Field
          label={t("typeEmail", { email })}
          id="proof"
          name="proof"
          type="email"
          autoComplete="off"
          error={errors.proof}
        />
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose render={<Button variant="quiet" />}>{t("keep")}</DialogClose>
        <Button type="submit" variant="danger" pending={pending}>
          {t("deleteConfirm")}
        </Button>
      </div>
    </form>
  );
}
