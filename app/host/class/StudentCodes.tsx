"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { StudentCodeList } from "#app/host/class/StudentCodeList.tsx";
import { CodesLink } from "#app/host/codes/CodesLink.tsx";
import { isNamed } from "#app/host/moderation/seats.ts";
import { KeyRound } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";

type StudentCodesProps = { code: string; students: SessionClass["students"] };

/** [Q7] Every student's code, for who lost a phone or a slip. */
export function StudentCodes({ code, students }: StudentCodesProps) {
  const t = useTranslations("host.class");
  const [typed, setTyped] = useState("");
  const sought = useDeferredValue(typed);
  const shown = sought.trim() === "" ? students : students.filter((student) => isNamed(student, sought));
  return (
    <Dialog
      title={t("codesTitle")}
      description={t("codesBody")}
      onOpenChange={() => setTyped("")}
      trigger={
        <Button size="small">
          <KeyRound aria-hidden="true" className="size-4.5" />
          {t("codes")}
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-3 pb-2">
        <Field
          type="search"
          dir="auto"
          autoComplete="off"
          label={t("find")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <CodesLink code={code} className="justify-self-start" />
        {shown.length === 0 && <p className="text-ink-soft">{t("noMatch")}</p>}
        {shown.length > 0 && <StudentCodeList students={shown} label={t("codesTitle")} saysWhere />}
      </div>
    </Dialog>
  );
}
