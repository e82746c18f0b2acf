"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { GradeList } from "#app/host/course/GradeList.tsx";
import { type GradesWork, useGrades } from "#app/host/course/use-grades.ts";
import { BookOpen, LoaderCircle } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { GRADED, type Graded } from "#debate/rules/grades.ts";

/** [Q60] Sends grades to the gradebook of a course, once the host has seen them. `first`: what is shown first. */
export function SendGrades({ code, first }: { code: string; first: Graded }) {
  const t = useTranslations("grades");
  const shared = useTranslations("shared");
  const work = useGrades(code, first);
  const [isOpen, setOpen] = useState(false);
  const { preview, sent, isSending } = work;
  const isDone = sent !== null && sent.refused.length === 0;
  const open = (next: boolean) => {
    setOpen(next);
    // [Q60] What is on its way goes on where the dialog is closed meanwhile.
    if (next && !isSending) void work.look();
  };
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      open={isOpen}
      onOpenChange={open}
      trigger={
        <Button>
          <BookOpen aria-hidden="true" className="size-4.5" />
          {t("title")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{shared("close")}</Button>} />
          {preview && preview.length > 0 && !isDone && (
            <Button variant="primary" pending={isSending} onClick={() => void work.send()}>
              {sent ? t("again") : t("send", { count: preview.length })}
            </Button>
          )}
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <Choice work={work} />
        <Problem work={work} />
        <Sent work={work} />
        <p role="status" className="flex items-center gap-2 empty:hidden">
          {(isSending || (!preview && !work.problem)) && (
            <>
              <LoaderCircle aria-hidden="true" className="size-5 animate-spin" />
              {t(isSending ? "sending" : "looking")}
            </>
          )}
        </p>
        {preview && !sent && <GradeList what={work.what} grades={preview} />}
      </div>
    </Dialog>
  );
}

function Choice({ work: { what, look, isSending } }: { work: GradesWork }) {
  const t = useTranslations("grades");
  const group = useId();
  return (
    <fieldset className="grid gap-1" disabled={isSending}>
      <legend className="mb-1 font-semibold">{t("what")}</legend>
      {GRADED.map((each) => (
        <label key={each} className="flex min-h-touch cursor-pointer items-start gap-3 py-1">
          <input
            type="radio"
            name={group}
            checked={what === each}
            onChange={() => void look(each)}
            className="mt-0.5 size-5 shrink-0 accent-ink"
          />
          <span className="grid">
            {t(`${each}.name`)}
            <span className="text-sm text-ink-soft text-pretty">{t(`${each}.body`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Problem({ work: { problem, preview, look } }: { work: GradesWork }) {
  const t = useTranslations("grades");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  if (!problem) return null;
  if (problem === "wrong-phase") return <Notice>{t("notClosed")}</Notice>;
  // After a lost answer, a platform may have all grades or none.
  const isLost = preview !== null && (problem === "offline" || problem === "internal");
  return (
    <Notice
      kind={problem === "offline" ? "offline" : "error"}
      title={t(preview ? "notSent" : "notRead")}
      action={
        !preview && (
          <Button size="small" onClick={() => void look()}>
            {shared("retry")}
          </Button>
        )
      }
    >
      {isLost ? t("lost") : refusals(problem)}
    </Notice>
  );
}

/** [Q62] Who was refused stands here by name, with why. */
function Sent({ work: { sent } }: { work: GradesWork }) {
  const t = useTranslations("grades");
  const id = useId();
  if (!sent) return null;
  const { refused } = sent;
  return (
    <>
      <Notice kind={refused.length === 0 ? "success" : "warning"} title={t("sent", { count: sent.sent })}>
        {refused.length > 0 && t("refused", { count: refused.length })}
      </Notice>
      {refused.length > 0 && (
        <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
          <h3 id={id} className="font-semibold">
            {t("refusedTitle")}
          </h3>
          <ul className="border-y border-line">
            {refused.map(({ participantId, name, why }) => (
              <li key={participantId} className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
                <Written className="font-semibold wrap-anywhere">{name}</Written>
                <span className="text-sm">{why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
