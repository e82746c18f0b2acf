"use client";
import { useTranslations } from "next-intl";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { ArrowLeft, Keyboard } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { StudentMark } from "#debate/protocol/answers/mark-answers.ts";

type StudentHeadProps = { mark: StudentMark; place: number; onKeys: () => void };

export function StudentHead({ mark, place, onKeys }: StudentHeadProps) {
  const t = useTranslations("marks");
  const { state } = useMarking();
  const { name, realName, number } = mark;
  return (
    <header className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button size="small" variant="quiet" className="-ml-3" onClick={() => goTo({ at: "list" })}>
          <ArrowLeft aria-hidden="true" className="size-4.5" />
          {t("toList")}
        </Button>
        <span className="flex items-center gap-2 text-sm text-ink-soft tabular-nums">
          <span>{t("student.place", { place: place + 1, count: state.marks.length })}</span>
          <Button size="small" className="max-lg:hidden" onClick={onKeys}>
            <Keyboard aria-hidden="true" className="size-4.5" />
            {t("keys.open")}
          </Button>
        </span>
      </div>
      <Written as="h1" className="font-serif text-3xl wrap-anywhere">
        {realName ?? name}
      </Written>
      {(realName !== undefined || number !== undefined) && (
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft wrap-anywhere">
          {realName !== undefined && <Written>{name}</Written>}
          {number !== undefined && <bdi>{number}</bdi>}
        </p>
      )}
    </header>
  );
}
