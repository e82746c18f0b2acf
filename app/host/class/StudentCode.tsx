"use client";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import { spacedPass } from "#debate/rules/passes.ts";

type StudentCodeProps = {
  student: SessionClass["students"][number];
  /** Whether it says who has joined: in a list of all. */
  saysWhere?: boolean;
};

/** One student of the class; the code is shown on a press, since others may see the screen. */
export const StudentCode = memo(function StudentCode({ student, saysWhere = false }: StudentCodeProps) {
  const t = useTranslations("host.class");
  const [isShown, setShown] = useState(false);
  const { name, number, code, participantId } = student;
  const named = { name: isolated(name) };
  return (
    <li className="flex min-h-touch flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] last:border-0">
      <span className="grid min-w-[min(8rem,100%)] flex-1 leading-tight">
        <Written className="wrap-anywhere">{name}</Written>
        <span className="flex flex-wrap gap-x-3 text-xs text-ink-soft empty:hidden">
          {number !== undefined && <span className="wrap-anywhere">{t("number", { number })}</span>}
          {saysWhere && <span>{t(participantId === null ? "notHere" : "here")}</span>}
        </span>
      </span>
      {isShown && (
        <output
          aria-label={t("codeOf", named)}
          className="font-mono text-lg font-semibold whitespace-nowrap select-all"
        >
          {spacedPass(code)}
        </output>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-expanded={isShown}
        aria-label={t(isShown ? "hideCodeOf" : "showCodeOf", named)}
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? "hideCode" : "showCode")}
      </Button>
    </li>
  );
});
