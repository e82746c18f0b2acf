"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ChevronDown, LoaderCircle } from "#app/icons/icons.ts";
import { ListPreviewed } from "#app/instructor/classes/list/ListPreviewed.tsx";
import type { PreviewRead, Refused } from "#app/instructor/classes/list/list-request.ts";
import { type ListWork, useList } from "#app/instructor/classes/list/use-list.ts";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { FileButton } from "#app/shared/controls/FileButton.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { STUDENTS } from "#debate/rules/classes.ts";

/** In characters. Browsers take half a minute to insert thousands of lines themselves. */
const LONG_PASTE = 20_000;

/** [Q3] [Q17] A list of students, pasted or from a file: shown as it was read, and stored once that is confirmed. */
export function AddList({ work }: { work: ClassWork }) {
  const t = useTranslations("classes.import");
  const [isOpen, setOpen] = useState(work.now.students.length === 0);
  const isHydrated = useHydrated();
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/list rounded-card border border-line bg-surface"
    >
      <summary className="grid min-h-touch cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 rounded-card px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <h2 className="font-serif text-xl">{t("title")}</h2>
        <ChevronDown
          aria-hidden="true"
          className="size-5 text-ink-soft transition-transform group-open/list:rotate-180"
        />
      </summary>
      <div className="border-t border-line p-[min(1rem,5vw)]">
        {isHydrated && (
          <Panel
            work={work}
            onRestored={() => setOpen(true)}
            onAdded={() => {
              setOpen(false);
              document.getElementById("students")?.focus();
            }}
          />
        )}
      </div>
    </details>
  );
}

type PanelProps = { work: ClassWork; onRestored: () => void; onAdded: () => void };

function Panel({ work, onRestored, onAdded }: PanelProps) {
  const t = useTranslations("classes.import");
  const people = useTranslations("classes.people");
  const why = useWhy();
  const list = useList(work.now.id, useSignedIn());
  const { text, file, preview, refused, pending } = list;
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const found = useRef<HTMLHeadingElement>(null);
  const restored = useEffectEvent(() => text !== "" && onRestored());
  useEffect(() => void restored(), []);
  const show = (read: PreviewRead | null) => {
    if (read?.ok) requestAnimationFrame(() => found.current?.focus());
  };
  const check = async () => {
    setMissing(text.trim() === "" && !file);
    if (text.trim() === "" && !file) return document.getElementById("list")?.focus();
    show(await list.check());
  };
  const add = async () => {
    if (!preview || isAdding) return;
    setAdding(true);
    setProblem(null);
    const reply = await work.add(
      preview.students.map(({ name, number }) => ({ name, ...(number !== undefined && { number }) })),
    );
    setAdding(false);
    if (!reply.ok)
      return setProblem(reply.code === "too-many" ? people("full", { most: STUDENTS }) : why(reply.code));
    const { added: count, known } = reply.value;
    list.clear();
    toast.success(t("added", { count }), { description: t("known", { count: known }) });
    onAdded();
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="max-w-prose text-ink-soft text-pretty">{t("lead")}</p>
      <Field
        multiline
        id="list"
        rows={6}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        label={t("text")}
        placeholder={t("placeholder")}
        value={text}
        error={isMissing && t("empty")}
        style={{ maxHeight: "40vh" }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text");
          if (pasted.length < LONG_PASTE) return;
          event.preventDefault();
          const { value, selectionStart, selectionEnd } = event.currentTarget;
          list.write(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
        }}
        onChange={({ target }) => {
          setMissing(false);
          list.write(target.value);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant={preview ? "secondary" : "primary"} pending={pending} onClick={check}>
          {t("check")}
        </Button>
        <FileButton
          accept=".csv,.tsv,.txt,.zip,text/csv,text/plain,application/zip"
          onFiles={([next]) => {
            if (!next) return;
            setMissing(false);
            void list.choose(next).then(show);
          }}
        >
          {t("file")}
        </FileButton>
        {(text !== "" || file) && (
          <Button
            variant="quiet"
            onClick={() => {
              list.clear();
              document.getElementById("list")?.focus();
            }}
          >
            {t("clear")}
          </Button>
        )}
      </div>
      {file && (
        <p className="text-sm text-ink-soft wrap-anywhere">
          {t.rich("from", { name: inSentence(file.name) })}
        </p>
      )}
      <p role="status" className="flex items-center gap-2 text-sm empty:hidden">
        {pending && (
          <>
            <LoaderCircle aria-hidden="true" className="size-5 animate-spin" />
            {t("reading")}
          </>
        )}
      </p>
      {refused && <NotRead refused={refused} file={file} />}
      {preview && (
        <ListPreviewed
          preview={preview}
          heading={found}
          isReading={pending}
          isAdding={isAdding}
          problem={problem}
          onChoose={(choices) => void list.again(choices)}
          onAdd={add}
        />
      )}
    </div>
  );
}

function NotRead({ refused, file }: { refused: Refused } & Pick<ListWork, "file">) {
  const words = useTranslations("classes.import.refused");
  const why = useWhy();
  return (
    <Notice kind="error" title={words.rich("title", { name: inSentence(file?.name ?? words("pasted")) })}>
      {"fault" in refused ? words(`why.${refused.fault}`) : why(refused.code)}
    </Notice>
  );
}
