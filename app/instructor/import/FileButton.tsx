"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FileText } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";

type FileButtonProps = { main: boolean; onFiles: (files: readonly File[]) => void };

export function FileButton({ main, onFiles }: FileButtonProps) {
  const t = useTranslations("instructor.import");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={main ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        <FileText aria-hidden="true" className="size-5" />
        {t("chooseFile")}
      </Button>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label={t("chooseFile")}
        className="hidden"
        accept=".docx,.pdf,.txt,.text,.md,.markdown,.html,.htm,.json,application/json"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file again, corrected meanwhile, is a change too.
          target.value = "";
        }}
      />
    </>
  );
}
