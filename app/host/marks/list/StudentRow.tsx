"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { type Entry, progressOf } from "#app/host/marks/marks-state.ts";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { Check, CircleDashed, MessageSquareText, Minus, TriangleAlert } from "#app/icons/icons.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Criterion, StudentMark } from "#debate/protocol/answers/mark-answers.ts";

const ICONS = { none: Minus, part: CircleDashed, all: Check, conflict: TriangleAlert } as const;

type StudentRowProps = {
  mark: StudentMark;
  criteria: readonly Criterion[];
  entry: Entry;
  isConflict: boolean;
};

export const StudentRow = memo(function StudentRow({ mark, criteria, entry, isConflict }: StudentRowProps) {
  const t = useTranslations("marks");
  const { participantId, name, realName, number } = mark;
  const progress = isConflict ? "conflict" : progressOf(criteria, entry);
  const Icon = ICONS[progress];
  return (
    <li className="border-t border-line [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
      <button
        type="button"
        onClick={() => goTo({ at: "student", id: participantId })}
        className="flex min-h-touch w-full flex-wrap items-center gap-x-4 gap-y-1 px-2 py-1.5 text-left -outline-offset-2! hover:bg-sunken"
      >
        <span className="min-w-0 flex-1 basis-48">
          <Written className="block font-semibold wrap-anywhere">{realName ?? name}</Written>
          {(realName !== undefined || number !== undefined) && (
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              {realName !== undefined && <Written>{name}</Written>}
              {number !== undefined && <bdi>{number}</bdi>}
            </span>
          )}
        </span>
        {criteria.length > 0 && (
          <span className="flex gap-1 tabular-nums">
            {criteria.map(({ id, name }) => (
              <span
                key={id}
                title={name}
                className="grid size-7 place-items-center rounded-control bg-sunken"
              >
                <span className="sr-only">{name}: </span>
                {entry.levels[id] ?? "–"}
              </span>
            ))}
          </span>
        )}
        <span className="w-5">
          {entry.comment.trim() !== "" && (
            <MessageSquareText aria-label={t("hasComment")} role="img" className="size-4.5 text-ink-soft" />
          )}
        </span>
        <span className="flex w-32 items-center gap-1.5 text-sm">
          <Icon
            aria-hidden="true"
            className={progress === "all" ? "size-4 text-good" : "size-4 text-ink-soft"}
          />
          {t(`progress.${progress}`)}
        </span>
      </button>
    </li>
  );
});
