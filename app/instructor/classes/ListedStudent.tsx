"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Pencil, Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";

type ListedStudentProps = {
  classId: string;
  id: string;
  name: string;
  number: string | undefined;
  hasLeft: boolean;
  /** [Q16] Whether another one has the name, and nothing tells them apart. */
  isTwin: boolean;
  onCorrect: (id: string) => void;
  onRemove: (id: string) => void;
  onPutBack: (id: string) => void;
};

/** One student of a class. Its parts come one by one, so that of a thousand only those that changed are drawn. */
export const ListedStudent = memo(function ListedStudent(props: ListedStudentProps) {
  const { classId, id, number, hasLeft, isTwin, onCorrect, onRemove, onPutBack } = props;
  const t = useTranslations("classes.people");
  const name = isolated(props.name);
  return (
    <>
      <div className="grid min-w-0 flex-1 gap-0.5 py-1.5 leading-tight">
        <Link
          href={`/classes/${classId}/students/${id}`}
          prefetch={false}
          className="justify-self-start font-semibold underline-offset-4 hover:underline wrap-anywhere"
        >
          <Written>{props.name}</Written>
        </Link>
        {(number !== undefined || hasLeft || isTwin) && (
          <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {number !== undefined && (
              <span className="tabular-nums wrap-anywhere">{t("number", { number })}</span>
            )}
            {hasLeft && <span>{t("left")}</span>}
            {isTwin && <span className="font-semibold text-warn">{t("twin")}</span>}
          </span>
        )}
      </div>
      {hasLeft && (
        <Button size="small" aria-label={t("putBackNamed", { name })} onClick={() => onPutBack(id)}>
          {t("putBack")}
        </Button>
      )}
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
