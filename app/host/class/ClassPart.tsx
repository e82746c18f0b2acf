"use client";
import { useTranslations } from "next-intl";
import { AddLateStudent } from "#app/host/class/AddLateStudent.tsx";
import { StudentCodeList } from "#app/host/class/StudentCodeList.tsx";
import { StudentCodes } from "#app/host/class/StudentCodes.tsx";
import { useSessionClass } from "#app/host/class/session-class.tsx";
import { Copy } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import type { Entry } from "#debate/rules/session-options.ts";

type Students = SessionClass["students"];
export const missingOf = (students: Students): Students =>
  students.filter(({ participantId }) => participantId === null);

type ClassPartProps = { code: string; entry: Entry };

/** [Q9] Who of the class is missing, its word to say aloud, codes, and late students. For the host alone. */
export function ClassPart({ code, entry }: ClassPartProps) {
  const t = useTranslations("host.class");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const of = useSessionClass();
  if (!of) return null;
  if (!of.now)
    return of.problem === null ? (
      <p role="status" className="text-sm text-ink-soft">
        {t("loading")}
      </p>
    ) : (
      <Notice
        kind="error"
        title={t("failed")}
        action={
          <Button size="small" onClick={() => void of.reload()}>
            {shared("retry")}
          </Button>
        }
      >
        {refusals(of.problem)}
      </Notice>
    );
  const { class: own, students } = of.now;
  const missing = missingOf(students);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {entry === "open" && (
        <div>
          <p className="text-sm text-ink-soft">{t("word")}</p>
          <Written as="p" className="text-xl font-semibold select-all wrap-anywhere">
            {own.word}
          </Written>
          <p className="text-sm text-ink-soft">{t("wordHint")}</p>
        </div>
      )}
      {missing.length > 0 && (
        <StudentCodeList students={missing} label={t("missingList")} className="max-h-80 overflow-y-auto" />
      )}
      <div className="flex flex-wrap gap-2">
        {missing.length > 0 && <CopyNames missing={missing} />}
        <AddLateStudent of={of} name={own.name} />
        <StudentCodes code={code} students={students} />
      </div>
    </div>
  );
}

function CopyNames({ missing }: { missing: Students }) {
  const t = useTranslations("host.class");
  return (
    <Button
      size="small"
      onClick={async () => {
        if (await copyText(missing.map(({ name }) => name).join("\n"))) toast.success(t("copied"));
        else toast.warning(t("copyFailed"));
      }}
    >
      <Copy aria-hidden="true" className="size-4.5" />
      {t("copy")}
    </Button>
  );
}
