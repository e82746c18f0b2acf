"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Pencil, Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { ClassStudent } from "#debate/protocol/answers/classes.ts";

type StudentRowProps = {
  classId: string;
  student: ClassStudent;
  /** [Q2] Whether another one has the name, and nothing tells them apart. */
  isTwin: boolean;
  onCorrect: (id: string) => void;
  onRemove: (id: string) => void;
};

/** One student of a class: of a thousand, only those in sight are drawn. */
export const StudentRow = memo(function StudentRow(props: StudentRowProps) {
  const { classId, student, isTwin, onCorrect, onRemove } = props;
  const t = useTranslations("classes.people");
  const { id, number, left } = student;
  const name = isolated(student.name);
  return (
    <>
      <div className="grid min-w-0 flex-1 gap-0.5 py-1.5 leading-tight">
        <Link
          href={`/classes/${classId}/students/${id}`}
          prefetch={false}
          className="justify-self-start font-semibold underline-offset-4 hover:underline wrap-anywhere"
        >
          <Written>{student.name}</Written>
        </Link>
        {(number !== undefined || left || isTwin) && (
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {number !== undefined && (
              <span className="tabular-nums wrap-anywhere">{t("number", { number })}</span>
            )}
            {left && <span>{t("left")}</span>}
            {isTwin && <span className="font-semibold text-warn">{t("twin")}</span>}
          </span>
        )}
      </div>
      <Button
        variant="quiet"
        className="touch px-3!"
        data-same="correct"
        data-student={id}
        aria-label={t("correct", { name })}
        onClick={() => onCorrect(id)}
      >
        <Pencil aria-hidden="true" className="size-5" />
      </Button>
      <Button
        variant="quiet"
        className="touch px-3!"
        data-same="remove"
        aria-label={t("remove", { name })}
        onClick={() => onRemove(id)}
      >
        <Trash2 aria-hidden="true" className="size-5" />
      </Button>
    </>
  );
});
