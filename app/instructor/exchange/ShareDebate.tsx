"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { Users } from "#app/icons/icons.ts";
import { DebateLinkPart } from "#app/instructor/exchange/DebateLinkPart.tsx";
import { useSharing } from "#app/instructor/exchange/use-sharing.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { DEBATE_RIGHTS, type DebateRight, SHARINGS } from "#debate/rules/debate-rights.ts";

type ShareDebateProps = { id: string; resolution: string; hasSeries: boolean };

/** [I19] Lets colleagues use, copy or edit a debate: everyone on this server, or some by their addresses. */
export function ShareDebate({ id, resolution, hasSeries }: ShareDebateProps) {
  const t = useTranslations("instructor.exchange.share");
  const words = useTranslations("shared");
  const sharing = useSharing(id);
  const { shared, pending, problem, load, change } = sharing;
  const group = useId();
  return (
    <Dialog
      title={t("title")}
      description={<Written>{resolution}</Written>}
      onOpenChange={(open) => {
        if (open) void load();
      }}
      trigger={
        <Button variant="quiet" className="px-3!">
          <Users aria-hidden="true" className="size-5" />
          {t("open")}
        </Button>
      }
      actions={<DialogClose render={<Button variant="primary" />}>{t("done")}</DialogClose>}
    >
      <div className="grid gap-6">
        {problem && <Notice kind="error">{problem}</Notice>}
        {!shared && !problem && (
          <p role="status" className="text-ink-soft">
            {words("loading")}
          </p>
        )}
        {shared && (
          <>
            <fieldset className="grid gap-1">
              <legend className="mb-1 font-semibold">{t("everyone")}</legend>
              {SHARINGS.map((right) => (
                <label
                  key={right}
                  className="flex min-h-touch cursor-pointer items-start gap-3 rounded-control px-2 py-2 hover:bg-sunken"
                >
                  <input
                    type="radio"
                    name={group}
                    checked={shared.everyone === right}
                    aria-disabled={pending}
                    onChange={async () => {
                      if (await change({ everyone: right })) toast.success(t(`saved.${right}`));
                    }}
                    className="mt-1 size-5 shrink-0 accent-ink"
                  />
                  <span>
                    <span className="font-medium">{t(`rights.${right}.name`)}</span>
                    <span className="block text-sm text-ink-soft text-pretty">
                      {t(`rights.${right}.hint`)}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
            <Colleague sharing={sharing} />
            {shared.addresses.length > 0 && <Addresses sharing={sharing} />}
            <DebateLinkPart id={id} hasSeries={hasSeries} />
          </>
        )}
      </div>
    </Dialog>
  );
}

type PartProps = { sharing: ReturnType<typeof useSharing> };

/** [I21] One colleague, by address, whether or not it has an account. */
function Colleague({ sharing: { pending, change } }: PartProps) {
  const t = useTranslations("instructor.exchange.share");
  const [email, setEmail] = useState("");
  const [right, setRight] = useState<DebateRight>("read");
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const rightId = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === "") {
      setError(t("emailMissing"));
      return field.current?.focus();
    }
    setError(null);
    if (!(await change({ email: email.trim(), right }))) return field.current?.focus();
    setEmail("");
    field.current?.focus();
    toast.success(t("shared"));
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        ref={field}
        type="email"
        autoComplete="off"
        label={t("email")}
        hint={t("emailHint")}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
        {...(error && { error })}
      />
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid flex-1 basis-48 gap-1.5">
          <label htmlFor={rightId} className="font-semibold">
            {t("right")}
          </label>
          <select
            id={rightId}
            value={right}
            onChange={({ target }) => setRight(target.value as DebateRight)}
            className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
          >
            {DEBATE_RIGHTS.map((each) => (
              <option key={each} value={each}>
                {t(`rights.${each}.name`)}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" pending={pending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}

function Addresses({ sharing: { shared, pending, change } }: PartProps) {
  const t = useTranslations("instructor.exchange.share");
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="shared-with">
      <h3 id="shared-with" ref={heading} tabIndex={-1} className="font-semibold">
        {t("with")}
      </h3>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {shared?.addresses.map(({ email, right }) => (
          <li key={email} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-40">
              <span className="font-medium wrap-anywhere">{email}</span>
              <span className="block text-sm text-ink-soft">{t(`rights.${right}.name`)}</span>
            </span>
            <Button
              size="small"
              disabled={pending}
              aria-label={t("takeBackNamed", { email })}
              onClick={async () => {
                // The row and its button go [F11].
                heading.current?.focus();
                if (await change({ email, right: "none" })) toast.success(t("saved.none"));
              }}
            >
              {t("takeBack")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
