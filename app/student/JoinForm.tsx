"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#app/shared/Button.tsx";
import { Field } from "#app/shared/Field.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { NAME_LENGTH } from "#debate/rules/names.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Identity } from "#debate/rules/settings.ts";

type JoinFormProps = { code: string; identity: Identity; refused: Refusal | null };
type Trouble = Refusal | "unreachable";

/** Takes a seat. A plain form that posts; with scripts the same without leaving the page. */
export function JoinForm({ code, identity, refused }: JoinFormProps) {
  const t = useTranslations("student.join");
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(refused);
  const [isPending, startTransition] = useTransition();
  const asksName = identity !== "anonymous";
  const isName = trouble === "malformed" || trouble === "too-long";

  const join = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (identity === "named" && name === "") return setTrouble("malformed");
    if (name.length > NAME_LENGTH) return setTrouble("too-long");
    startTransition(async () => {
      const outcome = await askForSeat(code, name);
      if (outcome === null) startTransition(() => router.refresh());
      else startTransition(() => setTrouble(outcome));
    });
  };

  return (
    <form
      method="post"
      action={`/api/sessions/${code}/join`}
      onSubmit={join}
      noValidate
      className="grid gap-5"
    >
      {trouble && !(asksName && isName) && (
        <Notice kind="error">
          <JoinTrouble trouble={trouble} />
        </Notice>
      )}
      {asksName && (
        <Field
          name="name"
          dir="auto"
          autoComplete={identity === "named" ? "name" : "off"}
          label={t(`name.${identity}`)}
          hint={t(`nameHint.${identity}`)}
          optional={identity === "pseudonym"}
          required={identity === "named"}
          error={isName && t(trouble === "too-long" ? "nameTooLong" : "nameMissing")}
        />
      )}
      <Button type="submit" variant="primary" size="large" pending={isPending} className="w-full">
        {t("join")}
      </Button>
    </form>
  );
}

function JoinTrouble({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("student.join");
  const tRefusals = useTranslations("refusals");
  if (trouble === "unreachable") return <>{t("unreachable")}</>;
  // A form that was sent while the door was being locked.
  return <>{trouble === "closed" ? t("shut") : tRefusals(trouble)}</>;
}

/** Null once seated. */
async function askForSeat(code: string, name: string): Promise<Trouble | null> {
  try {
    const response = await fetch(`/api/sessions/${code}/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(name === "" ? {} : { name }),
    });
    if (response.ok) return null;
    const { error } = (await response.json()) as { error: { code: Refusal } };
    return error.code;
  } catch {
    return "unreachable";
  }
}
