"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { CopyPlus } from "#app/icons/icons.ts";
import type { Failure } from "#app/shared/ask.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { openSession } from "#app/shared/sessions/open-session.ts";
import { SESSION_NAME_LENGTH } from "#debate/rules/session-options.ts";

type SameAgainProps = { code: string; name: string; variant?: "secondary" | "quiet"; className?: string };

/** [I11] Opens another session like this one, under a name that starts as this one's. */
export function SameAgain({ code, name, variant = "secondary", className }: SameAgainProps) {
  const t = useTranslations("sameAgain");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const { pending, problem, start, forget } = useSameAgain(code);
  return (
    <Dialog
      title={t("title")}
      description={t("body")}
      onOpenChange={forget}
      initialFocus={field}
      trigger={
        <Button
          variant={variant}
          className={className}
          aria-label={t("openNamed", { session: name || code })}
        >
          {/* On a phone's card three words and a bin have no room for pictures. */}
          <CopyPlus
            aria-hidden="true"
            className={classNames("size-4.5", variant === "quiet" && "max-sm:hidden")}
          />
          {t("open")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button variant="quiet">{shared("cancel")}</Button>} />
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t("start")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={start} noValidate className="grid gap-4">
        {problem && <Notice kind="error">{refusals(problem)}</Notice>}
        <Field
          optional
          ref={field}
          name="name"
          dir="auto"
          autoComplete="off"
          label={t("name")}
          limit={SESSION_NAME_LENGTH}
          defaultValue={name}
          // Typing replaces the old name.
          onFocus={({ target }) => target.select()}
        />
      </form>
    </Dialog>
  );
}

function useSameAgain(from: string) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  async function start(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    setPending(true);
    setProblem(null);
    const reply = await openSession({ from, name });
    if (reply.ok) return router.push(`/host/${reply.value.code}`);
    setPending(false);
    setProblem(reply.code);
  }
  return { pending, problem, start, forget: () => setProblem(null) };
}
