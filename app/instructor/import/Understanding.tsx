"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useJoined } from "#app/i18n/use-joined.ts";
import { RotateCcw } from "#app/icons/icons.ts";
import { DebateEditor } from "#app/instructor/editor/DebateEditor.tsx";
import { RemarkList } from "#app/instructor/editor/Remarks.tsx";
import { goToFirstFault, SaveBar } from "#app/instructor/editor/SaveBar.tsx";
import { UNKNOWN } from "#app/instructor/editor/versions/set-aside.ts";
import { FoundPictures } from "#app/instructor/import/FoundPictures.tsx";
import { filesLimitIn, keepFile } from "#app/instructor/import/file.ts";
import { LEFT_OVER } from "#app/instructor/import/remarks.ts";
import { SameTitle, useDebates } from "#app/instructor/import/SameTitle.tsx";
import type { Import } from "#app/instructor/import/use-import.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { DebatePage } from "#debate/protocol/pages.ts";

type UnderstandingProps = {
  work: Import;
  onVisit: (words: string) => void;
  onReadAgain: () => void;
  onStartOver: () => void;
};

/** What was understood, each part in a field to correct it. */
export function Understanding({ work, onVisit, onReadAgain, onStartOver }: UnderstandingProps) {
  const t = useTranslations("instructor.import");
  const { editing, remarks, reading, outdated } = work;
  const { pending, problem, save } = useSave(work);
  const byHand = reading?.text === null;
  const { form } = editing;
  const debates = useDebates();
  return (
    <section aria-labelledby="understood" className="grid min-w-0 grid-cols-1 content-start gap-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div role="status">
          <h2 id="understood" tabIndex={-1} className="scroll-mt-4 font-serif text-2xl outline-none">
            {t(byHand ? "byHandPart" : "understoodPart")}
          </h2>
          <p className="mt-1 text-ink-soft">
            {byHand
              ? t("byHandHint")
              : t("understoodHint", {
                  for: form.positions[0].paragraphs.length,
                  against: form.positions[1].paragraphs.length,
                  remarks: remarks.length,
                })}
          </p>
        </div>
        {byHand && (
          <Button variant="quiet" className="px-3! text-sm!" onClick={onStartOver}>
            <RotateCcw aria-hidden="true" className="size-4.5" />
            {t("startOver")}
          </Button>
        )}
      </div>
      {outdated && (
        <Notice
          kind="warning"
          title={t("outdated")}
          action={
            <Button size="small" onClick={onReadAgain}>
              {t("readAgainYes")}
            </Button>
          }
        >
          {t("outdatedBody")}
        </Notice>
      )}
      <SameTitle title={form.resolution} debates={debates} />
      <RemarkList remarks={remarks.filter(({ at }) => at === LEFT_OVER)} onDismiss={work.dismiss} />
      <FoundPictures pictures={work.pictures} editing={editing} />
      <DebateEditor
        editing={editing}
        remarks={remarks}
        onDismiss={work.dismiss}
        onVisit={onVisit}
        bar={
          <SaveBar
            editing={editing}
            remarksLeft={remarks.length}
            pending={pending}
            problem={problem}
            onSave={save}
          />
        }
      />
    </section>
  );
}

function useSave(work: Import) {
  const t = useTranslations("instructor.editor");
  const fileWords = useTranslations("instructor.import.file");
  const router = useRouter();
  const why = useWhy();
  const { sentences } = useJoined();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const { draft, form, insist } = work.editing;
    setProblem(null);
    if (draft === null) {
      flushSync(insist);
      goToFirstFault();
      return;
    }
    setPending(true);
    const id = work.send();
    const reply = await work.saveDebate({ id, etag: null }, { debate: draft });
    if (!reply.ok && reply.code !== "stale") {
      setPending(false);
      setProblem(sentences(why(reply.code), t("stillHere")));
      return;
    }
    // The debate is stored; without its file, too, it is whole.
    const kept = work.file === null ? null : await keepFile(id, work.file, work.by);
    // [D12] Stored before, and changed since: the editor compares both.
    const { isAll, isOther } = reply.ok
      ? work.become(reply.value, form)
      : work.become({ ...(reply.answer as DebatePage), etag: UNKNOWN }, null);
    if (kept?.ok === false) {
      const limit = filesLimitIn(kept.answer);
      toast.error(limit === null ? fileWords("notKept") : fileWords("filesFull", { limit }));
    } else if (reply.ok) toast.success(t(isAll || isOther ? "savedNow" : "savedBefore"));
    if (isOther) setPending(false);
    else router.push(isAll ? `/debates/${id}` : `/debates/${id}/edit`);
  };
  return { pending, problem, save };
}
