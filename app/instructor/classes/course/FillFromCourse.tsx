"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BookOpen, LoaderCircle } from "#app/icons/icons.ts";
import { type RosterWork, useRoster } from "#app/instructor/classes/course/use-roster.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import type { RosterFilled } from "#debate/protocol/answers/platform-answers.ts";
import { CLASSES, STUDENTS } from "#debate/rules/classes.ts";

type FillFromCourseProps = {
  /** The class to fill; without one a new class, or the one that was filled from the course. */
  classId?: string;
  /** Of the course that the class was filled from. */
  linkId?: string | null;
  onFilled: (filled: RosterFilled) => void;
};

/** [Q58] Fills a class with the students of a course on a learning platform, once the instructor has seen what it changes. */
export function FillFromCourse({ classId, linkId = null, onFilled }: FillFromCourseProps) {
  const t = useTranslations("classes.course");
  const shared = useTranslations("shared");
  const [isOpen, setOpen] = useState(false);
  const work = useRoster({ classId, linkId });
  const { preview, isFilling, start } = work;
  const title = t(linkId === null ? "fill" : "refresh");
  const isNew = preview !== null && classId === undefined && preview.classId === null;
  const open = (next: boolean) => {
    setOpen(next);
    if (next) void start();
  };
  const fill = async () => {
    const filled = await work.fill();
    if (!filled) return;
    setOpen(false);
    toast.success(t("done", { students: filled.students }), { id: "course" });
    onFilled(filled);
  };
  return (
    <Dialog
      title={title}
      description={t("lead")}
      open={isOpen}
      onOpenChange={open}
      trigger={
        <Button>
          <BookOpen aria-hidden="true" className="size-4.5" />
          {title}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          {preview && preview.students > 0 && (
            <Button variant="primary" pending={isFilling} onClick={() => void fill()}>
              {t(isNew ? "create" : linkId === null ? "confirm" : "confirmRefresh")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <ChooseCourse work={work} />
        {work.problem ? (
          <Problem work={work} />
        ) : (
          <p role="status" className="flex items-center gap-2 empty:hidden">
            {!preview && work.courses?.length !== 0 && (
              <>
                <LoaderCircle aria-hidden="true" className="size-5 animate-spin" />
                {t(work.courses || linkId !== null ? "reading" : "looking")}
              </>
            )}
          </p>
        )}
        {preview && (
          <Changes
            preview={preview}
            isNew={isNew}
            into={classId === undefined ? work.course?.class?.name : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}

function ChooseCourse({ work: { courses, chosen, choose, isFilling } }: { work: RosterWork }) {
  const t = useTranslations("classes.course");
  if (!courses) return null;
  if (courses.length === 0) return <Notice title={t("none")}>{t("noneBody")}</Notice>;
  return (
    <SelectField
      label={t("course")}
      value={chosen ?? ""}
      disabled={isFilling}
      onChange={(link) => void choose(link)}
    >
      {courses.map(({ linkId, course }) => (
        <option key={linkId} value={linkId}>
          {course ?? t("untitled")}
        </option>
      ))}
    </SelectField>
  );
}

function Problem({ work: { problem, preview, start } }: { work: RosterWork }) {
  const t = useTranslations("classes.course");
  const shared = useTranslations("shared");
  const why = useWhy();
  if (!problem) return null;
  const own = {
    busy: "busy",
    forbidden: "forbidden",
    "not-found": "notFound",
    "too-many": "tooMany",
  } as const;
  const words = own[problem as keyof typeof own];
  return (
    <Notice
      kind={problem === "offline" ? "offline" : "error"}
      title={t(preview ? "notFilled" : "notRead")}
      action={
        !preview && (
          <Button size="small" onClick={() => void start()}>
            {shared("retry")}
          </Button>
        )
      }
    >
      {words ? t(`why.${words}`, { students: STUDENTS, classes: CLASSES }) : why(problem)}
    </Notice>
  );
}

/** `into`: the name of the class, where the page doesn't say it. */
type ChangesProps = { preview: RosterFilled; isNew: boolean; into: string | undefined };

function Changes({ preview: { students, added, renamed, left }, isNew, into }: ChangesProps) {
  const t = useTranslations("classes.course");
  if (students === 0) return <Notice>{t("empty")}</Notice>;
  return (
    <div role="status" className="grid gap-2">
      <p className="font-semibold">{t("found", { students })}</p>
      {isNew && <p className="text-sm">{t("new")}</p>}
      {into !== undefined && <p className="text-sm">{t.rich("into", { name: inSentence(into) })}</p>}
      {!isNew && (
        <ul className="list-disc pl-5 text-sm">
          {added + renamed + left === 0 && <li>{t("same")}</li>}
          {added > 0 && <li>{t("added", { count: added })}</li>}
          {renamed > 0 && <li>{t("renamed", { count: renamed })}</li>}
          {left > 0 && <li>{t("left", { count: left })}</li>}
        </ul>
      )}
    </div>
  );
}
