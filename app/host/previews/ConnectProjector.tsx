"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Cast } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { spokenAddress } from "#app/shared/links/spoken-address.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useConnectProjector } from "#app/shared/sessions/use-connect-projector.ts";
import type { HostPage } from "#debate/protocol/pages.ts";

type ConnectProjectorProps = {
  page: Pick<HostPage, "code" | "address">;
  /** In the bar of a window in which the other one is far down the page. */
  inBar?: boolean;
};

/** [V28] Has the classroom's computer show this session, by the code that it shows. */
export function ConnectProjector({ page: { code, address }, inBar = false }: ConnectProjectorProps) {
  const t = useTranslations("projector.connect");
  const shared = useTranslations("shared");
  const form = useId();
  const { state, connect, restart } = useConnectProjector(code);
  const isDone = state.state === "done";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void connect(String(new FormData(event.currentTarget).get("code") ?? ""));
  };
  return (
    <Dialog
      title={t("title")}
      onOpenChange={(isOpen) => isOpen && restart()}
      trigger={
        inBar ? (
          <Button variant="quiet" aria-label={t("open")} className="touch shrink-0 px-2! lg:hidden">
            <span aria-hidden="true" title={t("open")}>
              <Cast className="size-6" />
            </span>
          </Button>
        ) : (
          <Button className="max-lg:hidden">
            <Cast aria-hidden="true" className="size-4.5 shrink-0" />
            {t("open")}
          </Button>
        )
      }
      actions={
        <>
          <DialogClose render={<Button>{isDone ? shared("close") : shared("cancel")}</Button>} />
          {!isDone && (
            <Button type="submit" form={form} variant="primary" pending={state.state === "pending"}>
              {t("confirm")}
            </Button>
          )}
        </>
      }
    >
      {isDone ? (
        <Notice kind="success" title={t("done")} />
      ) : (
        <form id={form} onSubmit={submit} noValidate className="grid gap-4">
          <p>
            {t("how")} <strong className="wrap-anywhere">{`${spokenAddress(address)}/screen`}</strong>
          </p>
          <Field
            label={t("field")}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...(state.state === "failed" && { error: state.why })}
          />
        </form>
      )}
    </Dialog>
  );
}
