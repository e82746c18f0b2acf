"use client";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { InstructorsPage } from "#debate/protocol/pages.ts";

type Account = InstructorsPage["instructors"][number];
const QUESTIONS = ["lock", "removeFactor", "delete"] as const;
type Action = (typeof QUESTIONS)[number] | "unlock";

const REQUESTS = {
  lock: ["PUT", "/lock"],
  unlock: ["DELETE", "/lock"],
  removeFactor: ["DELETE", "/second-factor"],
  delete: ["DELETE", ""],
} as const satisfies Record<Action, readonly ["PUT" | "DELETE", string]>;

/** [I42] One account, with what its owner may do with it. */
export function ManagedInstructor(account: Account) {
  const { id, name, email, since, lastSignIn, secondFactor, sessions, lockedAt, isOwner } = account;
  const t = useTranslations("instructor.managed");
  const format = useFormatter();
  const day = (at: number) => format.dateTime(at, { dateStyle: "medium" });
  const facts = [
    t("since", { when: day(since) }),
    lastSignIn === null ? t("neverSignedIn") : t("lastSignIn", { when: day(lastSignIn) }),
    t(secondFactor ? "withFactor" : "withoutFactor"),
    t("sessions", { count: sessions }),
  ];
  return (
    <li className="grid gap-3 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Written as="span" className="font-semibold wrap-anywhere">
            {name}
          </Written>
          {isOwner && <span className="text-sm text-ink-soft">{t("owner")}</span>}
          {lockedAt !== null && (
            <span className="text-sm font-semibold text-danger">{t("locked", { when: day(lockedAt) })}</span>
          )}
        </p>
        <p className="text-sm text-ink-soft wrap-anywhere">{email}</p>
        <ul className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      {!isOwner && <Actions {...{ id, name, email, secondFactor, sessions, isLocked: lockedAt !== null }} />}
    </li>
  );
}

type ActionsProps = Pick<Account, "id" | "name" | "email" | "secondFactor" | "sessions"> & {
  isLocked: boolean;
};

function Actions({ id, name, email, secondFactor, sessions, isLocked }: ActionsProps) {
  const t = useTranslations("instructor.managed");
  const why = useWhy();
  const router = useRouter();
  const [asked, setAsked] = useState<Action | null>(null);
  const [pending, setPending] = useState<Action | null>(null);
  const act = async (action: Action) => {
    setPending(action);
    const [method, path] = REQUESTS[action];
    const reply = await ask(method, `/api/instructors/${id}${path}`);
    setPending(null);
    setAsked(null);
    if (reply.ok || reply.code === "not-found") {
      if (reply.ok) toast.success(t(`done.${action}`, { name }));
      router.refresh();
    } else toast.error(why(reply.code));
  };
  const shown = [
    isLocked ? "unlock" : "lock",
    ...(secondFactor ? ["removeFactor"] : []),
    "delete",
  ] as Action[];
  return (
    <div className="flex flex-wrap gap-2">
      {shown.map((action) => (
        <Button
          key={action}
          className="text-sm!"
          pending={pending === action}
          aria-label={t(`named.${action}`, { name })}
          onClick={() => (action === "unlock" ? act(action) : setAsked(action))}
        >
          {t(`do.${action}`)}
        </Button>
      ))}
      {QUESTIONS.map((action) => (
        <Dialog
          key={action}
          isAlert
          title={t(`ask.${action}.title`, { name })}
          description={t(`ask.${action}.body`, { email, sessions })}
          open={asked === action}
          onOpenChange={(open) => setAsked(open ? action : null)}
          actions={
            <>
              <DialogClose render={<Button variant="quiet" />}>{t("cancel")}</DialogClose>
              <Button variant="danger" pending={pending === action} onClick={() => act(action)}>
                {t(`ask.${action}.confirm`)}
              </Button>
            </>
          }
        />
      ))}
    </div>
  );
}
