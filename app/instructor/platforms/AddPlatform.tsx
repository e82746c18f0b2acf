"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import {
  FIELDS,
  type FieldName,
  findFault,
  requestOf,
  wrongFieldIn,
} from "#app/instructor/platforms/platform-form.ts";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";

/** [Q40] Registers a platform by hand. */
export function AddPlatform() {
  const t = useTranslations("platforms.add");
  const [saved, setSaved] = useState(0);
  return (
    <Card as="section" aria-labelledby="add-platform" padding="roomy">
      <div className="mb-5 grid gap-1">
        <h2 id="add-platform" className="font-serif text-2xl">
          {t("title")}
        </h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <PlatformForm key={saved} onSaved={() => setSaved(saved + 1)} />
    </Card>
  );
}

function PlatformForm({ onSaved }: { onSaved: () => void }) {
  const t = useTranslations("platforms.add");
  const why = useWhy();
  const router = useRouter();
  const by = useSignedIn();
  const { errors, pending, submit } = useSubmission(FIELDS, async (values) => {
    const faults = FIELDS.map((name) => [name, findFault(name, values[name])] as const);
    const wrong = faults.flatMap(([name, fault]) => (fault ? [[name, t(fault.why, fault.values)]] : []));
    if (wrong.length > 0) return Object.fromEntries(wrong);
    const reply = await ask("POST", "/api/lti/platforms", requestOf(values), { by });
    if (!reply.ok) {
      const field = wrongFieldIn(reply.answer);
      return field ? { [field]: t("address") } : { form: why(reply.code) };
    }
    toast.success(t("saved"));
    onSaved();
    router.refresh();
    return {};
  });
  const field = (name: FieldName) => ({
    id: name,
    name,
    label: t(name),
    error: errors[name],
    autoComplete: "off",
    spellCheck: false,
    dir: "ltr",
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field {...field("issuer")} hint={t("issuerHint")} inputMode="url" />
      <Field {...field("clientId")} />
      <Field {...field("deploymentIds")} hint={t("deploymentIdsHint")} multiline rows={2} />
      <Field {...field("authorizationEndpoint")} inputMode="url" />
      <Field {...field("tokenEndpoint")} inputMode="url" />
      <Field {...field("jwksUri")} inputMode="url" />
      <div>
        <Button type="submit" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
