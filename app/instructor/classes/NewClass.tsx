"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { useSubmission } from "#app/instructor/account/submission.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { newId } from "#app/shared/new-id.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { ClassAnswer } from "#debate/protocol/answers/class-answers.ts";
import { CLASS_NAME_LENGTH, CLASSES } from "#debate/rules/classes.ts";

/** [Q15] Makes a class and goes to it. Sent again after a lost answer, it is the same class. */
export function NewClass() {
  const t = useTranslations("classes.new");
  const router = useRouter();
  const why = useWhy();
  const by = useSignedIn();
  const [id] = useState(newId);
  const { errors, pending, submit } = useSubmission(["name"], async ({ name }) => {
    if (name.trim() === "") return { name: t("missing") };
    const reply = await ask<z.infer<typeof ClassAnswer>>("POST", "/api/classes", { id, name }, { by });
    if (!reply.ok)
      return { form: reply.code === "too-many" ? t("tooMany", { most: CLASSES }) : why(reply.code) };
    router.push(`/classes/${reply.value.class.id}`);
    return null;
  });
  return (
    <Card as="section" aria-labelledby="new-class" padding="roomy">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <h2 id="new-class" className="font-serif text-2xl">
          {t("title")}
        </h2>
        {errors.form && <Notice kind="error">{errors.form}</Notice>}
        <Field
          id="name"
          name="name"
          dir="auto"
          autoComplete="off"
          label={t("name")}
          hint={t("hint")}
          limit={CLASS_NAME_LENGTH}
          error={errors.name}
        />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t("create")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
