"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Trash2 } from "#app/icons/icons.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { forgetNoteIfDeleted } from "#app/shared/notes/note-store.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { press } from "#app/shared/press.ts";
import { forgetSessionDrafts } from "#app/shared/storage/session-drafts.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { readCode } from "#debate/rules/codes.ts";

/** Everything about a session goes, votes included, so its code must be typed to say which one is meant. */
export function DeleteSession({ code, resolution }: { code: string; resolution: string }) {
  const t = useTranslations("instructor.dashboard");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("deleteSessionTitle", { code })}
      description={t("deleteSessionBody")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="quiet"
          className="touch px-3!"
          data-same="delete"
          aria-label={t("deleteSessionNamed", { code })}
        >
          <Trash2 aria-hidden="true" className="size-5" />
        </Button>
      }
    >
      <ConfirmByCode code={code} resolution={resolution} onDeleted={() => setOpen(false)} />
    </Dialog>
  );
}

type ConfirmByCodeProps = { code: string; resolution: string; onDeleted: () => void };

function ConfirmByCode({ code, resolution, onDeleted }: ConfirmByCodeProps) {
  const t = useTranslations("instructor.dashboard");
  const router = useRouter();
  const why = useWhy();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const remove = async () => {
    if (pending) return;
    if (readCode(typed) !== code) return setError(t("codeDiffers", { code }));
    setPending(true);
    setProblem(null);
    const reply = await press("DELETE", `/api/sessions/${code}`);
    setPending(false);
    // [W21, W24] It may have been deleted.
    if (!reply.ok && reply.code === "late") {
      router.refresh();
      void forgetNoteIfDeleted(code);
    }
    // Deleted meanwhile, in another tab, is as good as deleted now.
    if (!reply.ok && reply.code !== "not-found") return setProblem(why(reply.code));
    forgetSessionDrafts(code);
    toast.success(t("sessionDeleted", { code }));
    onDeleted();
    router.refresh();
  };

  return (
    <form
      className="grid gap-4 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <Written as="p" className="font-serif text-lg wrap-anywhere">
        {resolution}
      </Written>
      {problem && <Notice kind="error">{problem}</Notice>}
      <Field
        label={t("typeCode", { code })}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(null);
        }}
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose render={<Button variant="quiet" />}>{t("keep")}</DialogClose>
        <Button type="submit" variant="danger" pending={pending}>
          {t("deleteSession")}
        </Button>
      </div>
    </form>
  );
}
