"use client";
import { useTranslations } from "next-intl";
import { FileText, LoaderCircle } from "#app/icons/icons.ts";
import type { Refused } from "#app/instructor/import/file.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";

/** While the server reads a file; it takes a moment, and at most half a minute. */
export function ReadingFile({ name, onCancel }: { name: string; onCancel: () => void }) {
  const t = useTranslations("instructor.import.file");
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-line-strong bg-surface px-4 py-2"
    >
      <LoaderCircle aria-hidden="true" className="size-5 shrink-0 animate-spin" />
      <p className="min-w-0 flex-1 basis-40 text-sm font-semibold wrap-anywhere">
        {t.rich("reading", { name: inSentence(name) })}
      </p>
      <Button size="small" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </div>
  );
}

/** Why a file was not read, and what to do about it. */
export function FileProblem({ refused }: { refused: Refused }) {
  const t = useTranslations("instructor.import");
  const why = useWhy();
  const { name } = refused;
  if (!("why" in refused))
    return (
      <Notice kind="error" title={t.rich("file.notRead", { name: inSentence(name) })}>
        {why(refused.code)}
      </Notice>
    );
  const words =
    refused.why === "several"
      ? "file.several"
      : refused.why === "wrong-address"
        ? "address.wrong"
        : (`missing.${refused.why}` as const);
  return (
    <Notice
      kind="error"
      title={t.rich("file.problem", { name: inSentence(name), what: t(`${words}.title`) })}
    >
      {t(`${words}.body`)}
    </Notice>
  );
}

/** Which file the text is from, and whether it is kept: an exported one never is. [D31] */
export function WhatFile({ name, fate }: { name: string; fate: "kept" | "forgotten" | "exported" }) {
  const t = useTranslations("instructor.import.file");
  return (
    <p className="flex items-start gap-2 text-sm text-ink-soft">
      <FileText aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{t.rich(fate, { name: inSentence(name) })}</span>
    </p>
  );
}
