"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ManagedInstructor } from "#app/instructor/managed/ManagedInstructor.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { folded } from "#app/shared/text/folded.ts";
import type { InstructorsPage } from "#debate/protocol/pages.ts";

/** From how many accounts on the list can be searched. */
const MANY = 8;

export function ManagedInstructors(props: InstructorsPage & { oidcOnly: boolean }) {
  const { instructors, secondFactorRequired, oidcOnly } = props;
  const t = useTranslations("instructor.managed");
  const [sought, setSought] = useState("");
  const found = instructors.filter(({ name, email }) => folded(`${name} ${email}`).includes(folded(sought)));
  return (
    <>
      {!oidcOnly && <Required isRequired={secondFactorRequired} />}
      <Card as="section" padding="roomy" className="mt-8 grid gap-4" aria-label={t("title")}>
        {instructors.length >= MANY && (
          <Field
            label={t("search")}
            type="search"
            value={sought}
            onChange={({ target }: { target: { value: string } }) => setSought(target.value)}
          />
        )}
        <p role="status" className="text-sm text-ink-soft">
          {t("count", { count: found.length })}
        </p>
        <ul className="divide-y divide-line border-y border-line">
          {found.map((each) => (
            <ManagedInstructor key={each.id} {...each} />
          ))}
        </ul>
      </Card>
    </>
  );
}

/** [I39] */
function Required({ isRequired }: { isRequired: boolean }) {
  const t = useTranslations("instructor.managed");
  const why = useWhy();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const change = async () => {
    setPending(true);
    const reply = await ask("PUT", "/api/instructors/second-factor", { required: !isRequired });
    setPending(false);
    if (!reply.ok) return toast.error(why(reply.code));
    toast.success(t(isRequired ? "nowOptional" : "nowRequired"));
    return router.refresh();
  };
  return (
    <Card as="section" padding="roomy" className="mt-8 flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="font-serif text-2xl">{t("requireTitle")}</h2>
        <p className="text-sm text-ink-soft">{t(isRequired ? "required" : "optional")}</p>
      </div>
      <Button pending={pending} onClick={change}>
        {t(isRequired ? "stopRequiring" : "require")}
      </Button>
    </Card>
  );
}
