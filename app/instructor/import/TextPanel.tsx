"use client";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type ComponentProps, type FormEvent, useRef, useState } from "react";
import { Highlighter, PencilLine, RotateCcw } from "#app/icons/icons.ts";
import { FileProblem, ReadingFile, WhatFile } from "#app/instructor/import/FileNotices.tsx";
import type { Refused } from "#app/instructor/import/file.ts";
import { SourceText } from "#app/instructor/import/SourceText.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { FileButton } from "#app/shared/controls/FileButton.tsx";
import { NEWSLETTER_LIMIT } from "#debate/content/newsletter-text.ts";

const KINDS = ".docx,.pdf,.txt,.text,.md,.markdown,.html,.htm,.json,application/json";

type TextPanelProps = {
  text: string;
  words: string;
  /** Why the last file was not read. */
  problem: Refused | null;
  /** The name of the file that the server is reading. */
  pending: string | null;
  /** The file that the text is from, and whether it will be kept. */
  file: ComponentProps<typeof WhatFile> | null;
  /** The text in a field, rather than marked. */
  writing: boolean;
  /** Nothing else is on the page yet. */
  alone: boolean;
  understood: boolean;
  onWriting: (writing: boolean) => void;
  /** `pasted`: all at once, rather than typed. */
  onText: (text: string, pasted: boolean) => void;
  onProblem: (problem: Refused) => void;
  onCancel: () => void;
  onFiles: (files: readonly File[]) => void;
  /** [D46] The address of a file on another server. */
  onAddress: (address: string) => void;
  onStartOver: () => void;
};

/** The newsletter's text: given here, shown here, changed here. */
export function TextPanel(props: TextPanelProps) {
  const { text, words, problem, pending, file, writing, alone, understood } = props;
  const { onWriting, onFiles, onCancel, onStartOver } = props;
  const t = useTranslations("instructor.import");
  return (
    <section
      aria-labelledby="text-part"
      className={classNames("flex flex-col gap-3", !alone && "lg:sticky lg:top-4 lg:h-[calc(100dvh-2rem)]")}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="text-part" className="font-serif text-xl">
          {t("textPart")}
        </h2>
        <div className="flex flex-wrap gap-1">
          {understood && (
            <Button variant="quiet" className="px-3! text-sm!" onClick={() => onWriting(!writing)}>
              {writing ? (
                <Highlighter aria-hidden="true" className="size-4.5" />
              ) : (
                <PencilLine aria-hidden="true" className="size-4.5" />
              )}
              {t(writing ? "doneWriting" : "changeText")}
            </Button>
          )}
          {!alone && (
            <Button variant="quiet" className="px-3! text-sm!" onClick={onStartOver}>
              <RotateCcw aria-hidden="true" className="size-4.5" />
              {t("startOver")}
            </Button>
          )}
          {!understood && (
            <FileButton accept={KINDS} main={alone} onFiles={onFiles}>
              {t("chooseFile")}
            </FileButton>
          )}
        </div>
      </div>
      {pending !== null && <ReadingFile name={pending} onCancel={onCancel} />}
      {problem && <FileProblem refused={problem} />}
      {file && <WhatFile {...file} />}
      <div
        className={classNames(
          "min-h-0 shrink-0 overflow-hidden rounded-card border border-line-strong bg-surface focus-within:border-ink",
          alone ? "h-[min(60dvh,36rem)]" : "h-[45dvh] lg:h-auto lg:flex-1 lg:shrink",
        )}
      >
        {writing ? (
          <TextField {...props} />
        ) : (
          <SourceText text={text} label={t("textAsGiven")} words={words} />
        )}
      </div>
      {!understood && alone && <FromAddress onAddress={props.onAddress} />}
    </section>
  );
}

/** [D46] A colleague on another server has sent a link. */
function FromAddress({ onAddress }: { onAddress: (address: string) => void }) {
  const t = useTranslations("instructor.import.address");
  const [address, setAddress] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() !== "") onAddress(address.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field
        type="url"
        className="min-w-0 flex-1 basis-60"
        label={t("label")}
        placeholder="https://"
        autoComplete="off"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      <Button type="submit">{t("open")}</Button>
    </form>
  );
}

function TextField({ text, alone, onText, onFiles, onProblem }: TextPanelProps) {
  const t = useTranslations("instructor.import");
  const pasted = useRef(false);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { files } = event.clipboardData;
    // Words copied from a document may bring a picture of themselves along.
    if (files.length > 0 && event.clipboardData.getData("text") === "") {
      event.preventDefault();
      onFiles([...files]);
      return;
    }
    // Millions of characters would freeze the field before anybody could say no.
    if (event.clipboardData.getData("text").length > NEWSLETTER_LIMIT) {
      event.preventDefault();
      onProblem({ why: "file-too-large", name: t("pastedText") });
      return;
    }
    // A text in place of all of another is no longer the one of its file.
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (value !== "" && selectionStart === 0 && selectionEnd === value.length) onText("", false);
    pasted.current = true;
  };
  return (
    <textarea
      id="newsletter"
      dir="auto"
      aria-labelledby="text-part"
      placeholder={alone ? t("placeholder") : undefined}
      value={text}
      spellCheck={false}
      onPaste={onPaste}
      onChange={({ target }) => {
        onText(target.value, pasted.current);
        pasted.current = false;
      }}
      className="block h-full w-full resize-none bg-transparent p-4 font-serif text-base -outline-offset-3! placeholder:text-ink-soft sm:p-5"
    />
  );
}
