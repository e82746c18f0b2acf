"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { Helped } from "#app/instructor/colleagues/Helped.tsx";
import { OneTimeLink } from "#app/instructor/colleagues/OneTimeLink.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { newId } from "#app/shared/new-id.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Invited } from "#debate/protocol/answers/accounts.ts";
import { INVITATION_NOTE_LENGTH } from "#debate/protocol/limits.ts";
import type { Instructor, Invitation } from "#debate/protocol/pages.ts";

type ColleaguesProps = { invitations: Invitation[]; helped: Instructor[] };

/** Invitations to other instructors: the one just made with its link, those that are open, and who accepted one. */
export function Colleagues({ invitations, helped }: ColleaguesProps) {
  const t = useTranslations("instructor.colleagues");
  const format = useFormatter();
  const router = useRouter();
  const [made, setMade] = useState<Invited | null>(null);
  const onMade = (next: Invited) => {
    setMade(next);
    router.refresh();
  };
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-2xl">{t("title")}</h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      {made && (
        <OneTimeLink
          title={t("madeTitle")}
          url={made.url}
          body={t("madeBody", {
            until: format.dateTime(made.invitation.expiresAt, { dateStyle: "medium" }),
          })}
        />
      )}
      <InviteForm key={made?.invitation.id} onMade={onMade} />
      {invitations.length > 0 && (
        <div className="grid gap-2 border-t border-line pt-5">
          <h3 className="font-semibold">{t("open")}</h3>
          <ul className="divide-y divide-line">
            {invitations.map((invitation) => (
              <OpenInvitation
                key={invitation.id}
                invitation={invitation}
                onRevoked={() => {
                  setMade((before) => (before?.invitation.id === invitation.id ? null : before));
                  router.refresh();
                }}
              />
            ))}
          </ul>
        </div>
      )}
      {helped.length > 0 && <Helped helped={helped} />}
    </Card>
  );
}

function InviteForm({ onMade }: { onMade: (made: Invited) => void }) {
  const t = useTranslations("instructor.colleagues");
  const why = useWhy();
  // [D11] Sent again after a lost answer, it is the same invitation, with the same link. The next one has a form of its own.
  const [id] = useState(newId);
  const { errors, pending, submit } = useSubmission(["note"], async ({ note }) => {
    const reply = await ask<Invited>("POST", "/api/invitations", {
      id,
      ...(note.trim() !== "" && { note }),
    });
    if (!reply.ok) return { form: reply.code === "too-many" ? t("tooMany") : why(reply.code) };
    onMade(reply.value);
    return {};
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        label={t("note")}
        hint={t("noteHint")}
        id="note"
        name="note"
        autoComplete="off"
        dir="auto"
        optional
        maxLength={INVITATION_NOTE_LENGTH}
      />
      <div>
        <Button type="submit" pending={pending}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}

function OpenInvitation({ invitation, onRevoked }: { invitation: Invitation; onRevoked: () => void }) {
  const t = useTranslations("instructor.colleagues");
  const format = useFormatter();
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const { id, note = t("unnamed"), expiresAt } = invitation;
  const revoke = async () => {
    setPending(true);
    const reply = await ask("DELETE", `/api/invitations/${id}`);
    setPending(false);
    // Used or withdrawn meanwhile: not an error, and the new list shows which.
    if (!reply.ok && reply.code !== "not-found") return toast.error(why(reply.code));
    toast.success(t("revoked"));
    onRevoked();
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 py-2">
      <div className="min-w-0 flex-1 basis-28">
        <Written as="p" className="font-semibold wrap-anywhere">
          {note}
        </Written>
        <p className="text-sm text-ink-soft">
          {t("until", { until: format.dateTime(expiresAt, { dateStyle: "medium" }) })}
        </p>
      </div>
      <Button
        variant="quiet"
        pending={pending}
        onClick={revoke}
        aria-label={t("revokeNamed", { note })}
        className="px-3! text-sm!"
      >
        {t("revoke")}
      </Button>
    </li>
  );
}
