"use client";
import { useTranslations } from "next-intl";
import { Download } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { saveFile } from "#app/shared/save-file.ts";
import { spacedSignInCode } from "#debate/rules/sign-in-codes.ts";

type BackupCodesProps = { codes: string[]; email: string; onDone: () => void };

/** [I36] Codes for a lost phone, which are shown once. */
export function BackupCodes({ codes, email, onDone }: BackupCodesProps) {
  const t = useTranslations("instructor.secondFactor");
  const spaced = codes.map(spacedSignInCode);
  const save = () =>
    saveFile(
      "resolved-backup-codes.txt",
      new Blob([`${t("codesFile", { email })}\n\n${spaced.join("\n")}\n`], { type: "text/plain" }),
    );
  return (
    <Notice kind="success" title={t("codesTitle")}>
      <p>{t("codesBody")}</p>
      <ul className="my-3 grid gap-x-6 gap-y-1 font-mono text-lg sm:grid-cols-2">
        {spaced.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={save}>
          <Download aria-hidden="true" className="size-5" />
          {t("codesDownload")}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t("codesDone")}
        </Button>
      </div>
    </Notice>
  );
}
