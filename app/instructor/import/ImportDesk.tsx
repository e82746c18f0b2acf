"use client";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PenLine } from "#app/icons/icons.ts";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";
import { LeavingQuestion } from "#app/instructor/editor/leaving.tsx";
import { ExportedFile } from "#app/instructor/import/ExportedFile.tsx";
import { type FileRead, type Refused, textAt, textOf } from "#app/instructor/import/file.ts";
import { MissingParts } from "#app/instructor/import/MissingParts.tsx";
import { Question } from "#app/instructor/import/Question.tsx";
import { TextPanel } from "#app/instructor/import/TextPanel.tsx";
import { Understanding } from "#app/instructor/import/Understanding.tsx";
import { useImport } from "#app/instructor/import/use-import.ts";
import { classNames } from "#app/shared/class-names.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { FileText } from "#debate/content/file-remarks.ts";

/** A file with the text that the server found in it. */
type Readable = { file: File; text: FileText };

/** `by`: the instructor who imports. */
type ImportDeskProps = { by: string };

export function ImportDesk({ by }: ImportDeskProps) {
  const [times, setTimes] = useState(0);
  if (!useHydrated()) return <DeskSkeleton />;
  return <Desk key={times} by={by} onStartOver={() => setTimes(times + 1)} />;
}

/** The text at the left, what was understood at the right; on a phone one above the other. */
function Desk({ by, onStartOver }: ImportDeskProps & { onStartOver: () => void }) {
  const t = useTranslations("instructor.import");
  const work = useImport(by);
  const { text, reading, missing, exported } = work;
  /** While a file is read, corrections go on. */
  const latest = useRef(work);
  latest.current = work;
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<Refused | null>(null);
  const [pending, setPending] = useState<{ name: string; cancel: AbortController } | null>(null);
  const [writing, setWriting] = useState(reading === null);
  const [asking, setAsking] = useState<"read-again" | "read-file" | "start-over" | null>(null);
  /** A file that was read, and would replace corrections. */
  const [offered, setOffered] = useState<Readable | null>(null);
  const alone = reading === null && missing.length === 0 && exported === null;
  const byHand = reading !== null && text === "";

  const take = (next: string, atOnce: boolean) => {
    setProblem(null);
    if (flushSync(() => work.write(next)) && atOnce) showReading();
  };
  const showReading = () => {
    setWriting(false);
    showUnderstood();
  };
  const takeFiles = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return setProblem({ why: "several", name: file.name });
    await takeFrom(
      file.name,
      (cancelled) => textOf(file, cancelled),
      () => file,
    );
  };
  const takeAddress = (address: string) =>
    takeFrom(
      address,
      (cancelled) => textAt(address, cancelled),
      ({ text: found }) => new File([found], address.split("/").at(-1) || "debate.json"),
    );
  const takeFrom = async (
    name: string,
    read: (cancelled: AbortSignal) => Promise<FileRead>,
    fileOf: (text: FileText) => File,
  ) => {
    pending?.cancel.abort();
    const cancel = new AbortController();
    setProblem(null);
    setPending({ name, cancel });
    const found = await read(cancel.signal);
    if (cancel.signal.aborted) return;
    setPending(null);
    if (!found.ok) return setProblem(found.refused);
    const readable = { file: fileOf(found.file), text: found.file };
    if (!latest.current.corrected) return takeRead(readable);
    setOffered(readable);
    setAsking("read-file");
  };
  const takeRead = ({ file, text }: Readable) => {
    if (flushSync(() => latest.current.take(file, text))) showReading();
    else setWriting(true);
  };
  const readAgain = () => {
    setAsking(null);
    const [lacking] = work.readAgain();
    if (lacking) toast.error(t("notReadAgain", { why: t(`missing.${lacking.code}.title`, lacking) }));
    else setWriting(false);
  };
  const writeByHand = () => {
    flushSync(work.writeByHand);
    showUnderstood();
  };

  return (
    <DropPlace
      onFiles={takeFiles}
      className={classNames("mx-auto grid grid-cols-1 gap-6", alone ? "max-w-3xl" : "max-w-[100rem]")}
    >
      <header className="grid max-w-prose gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">
          {t(byHand ? "byHandTitle" : "title")}
        </h1>
        {alone && <p className="text-ink-soft">{t("lead")}</p>}
        {!alone && work.restored && (
          <p role="status" className="text-ink-soft">
            {t("restored")}
          </p>
        )}
      </header>
      <div
        className={classNames(
          "grid grid-cols-1 gap-8",
          byHand
            ? "mx-auto w-full max-w-page"
            : !alone && "lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-10",
        )}
      >
        {!byHand && (
          <TextPanel
            text={text}
            words={words}
            problem={problem}
            pending={pending?.name ?? null}
            file={
              work.source && {
                name: work.source.name,
                fate: exported ? "exported" : work.file ? "kept" : "forgotten",
              }
            }
            onCancel={() => {
              pending?.cancel.abort();
              setPending(null);
            }}
            writing={writing}
            alone={alone}
            understood={reading !== null}
            onWriting={setWriting}
            onText={take}
            onProblem={setProblem}
            onFiles={takeFiles}
            onAddress={takeAddress}
            onStartOver={() => setAsking("start-over")}
          />
        )}
        {exported && (
          <ExportedFile by={by} text={text} drafts={exported} send={work.send} onImported={work.finish} />
        )}
        {missing.length > 0 && <MissingParts missing={missing} onByHand={writeByHand} />}
        {reading !== null && (
          <Understanding
            work={work}
            onVisit={setWords}
            onReadAgain={() => setAsking("read-again")}
            onStartOver={() => setAsking("start-over")}
          />
        )}
      </div>
      {alone && (
        <LinkButton variant="quiet" className="justify-self-start" href="/debates/new">
          <PenLine aria-hidden="true" className="size-5" />
          {t("byHand")}
        </LinkButton>
      )}
      <Question
        kind="readAgain"
        open={asking === "read-again"}
        onAnswer={(yes) => (yes ? readAgain() : setAsking(null))}
      />
      <Question
        kind="readFile"
        open={asking === "read-file"}
        onAnswer={(yes) => {
          setAsking(null);
          if (yes && offered) takeRead(offered);
        }}
      />
      <Question
        kind="startOver"
        open={asking === "start-over"}
        onAnswer={(yes) => {
          setAsking(null);
          if (!yes) return;
          work.finish();
          onStartOver();
        }}
      />
      <LeavingQuestion unsaved={work.unsaved} />
    </DropPlace>
  );
}

/** Where what was understood begins: for a screen reader, and on a phone, that is far from the pasted text. */
function showUnderstood(): void {
  requestAnimationFrame(() => document.getElementById("understood")?.focus());
}

type DropPlaceProps = {
  onFiles: (files: readonly File[]) => void;
  className: string;
  children: React.ReactNode;
};

/** A file may be dropped anywhere on the page: beside a target, the browser would open it and leave. */
function DropPlace({ onFiles, className, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button "Choose a file" does the same
    <div
      className={classNames(
        className,
        over && "rounded-card outline-3 outline-offset-8 outline-ink outline-dashed",
      )}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
