"use client";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { entryOf } from "#app/host/marks/marks-state.ts";
import { SavedLine } from "#app/host/marks/SavedLine.tsx";
import { Conflict } from "#app/host/marks/student/Conflict.tsx";
import { LevelRow } from "#app/host/marks/student/LevelRow.tsx";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { ChevronLeft, ChevronRight, MessageSquareText } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { COMMENT_LENGTH } from "#debate/rules/mark-limits.ts";

type MarkingPanelProps = {
  ref: Ref<HTMLElement>;
  id: string;
  /** The place of the criterion that keys are for; after the last one the comment. */
  current: number;
  onCurrent: (place: number) => void;
  onPrevious: (() => void) | null;
  onNext: () => void;
  isLast: boolean;
};

/** How many characters are left when it begins to say so. */
const NEARLY_FULL = 200;

export function MarkingPanel(props: MarkingPanelProps) {
  const { ref, id, current, onCurrent, onPrevious, onNext, isLast } = props;
  const t = useTranslations("marks.student");
  const { state, store } = useMarking();
  const { criteria } = state;
  const { levels, comment } = entryOf(state, id);
  const isCommenting = current >= criteria.length;
  return (
    <section
      ref={ref}
      aria-label={t("marks")}
      data-bar="end"
      className={classNames(
        "z-10 grid content-start gap-1 bg-surface max-lg:gap-2 shadow-float max-lg:sticky max-lg:bottom-0 max-lg:-mx-gutter max-lg:max-h-[60dvh] max-lg:overflow-y-auto max-lg:border-t max-lg:border-line-strong max-lg:px-gutter max-lg:py-2 short:static! short:max-h-none!",
        "lg:sticky lg:top-3 lg:self-start lg:my-3 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:rounded-card lg:border lg:border-line lg:p-3",
      )}
    >
      {state.conflicts.includes(id) && <Conflict id={id} />}
      {criteria.length > 0 && <Steps current={current} onCurrent={onCurrent} levels={levels} />}
      {criteria.map((criterion, place) => (
        <LevelRow
          key={`${id} ${criterion.id}`}
          criterion={criterion}
          id={id}
          level={levels[criterion.id]}
          isCurrent={place === current}
          onFocus={() => onCurrent(place)}
          onPicked={() => onCurrent(place + 1)}
        />
      ))}
      {criteria.length === 0 && (
        <p className="text-sm text-ink-soft">
          {t("noCriteria")}{" "}
          <button type="button" className="soft-underline" onClick={() => goTo({ at: "criteria" })}>
            {t("chooseCriteria")}
          </button>
        </p>
      )}
      <Field
        multiline
        label={<span className="max-lg:sr-only">{t("comment")}</span>}
        placeholder={t("commentHint")}
        rows={3}
        value={comment}
        onFocus={() => onCurrent(criteria.length)}
        onChange={(event) => store.comment(id, event.target.value)}
        onBlur={store.saveNow}
        style={{ maxHeight: "30vh", minHeight: "4rem" }}
        className={classNames("px-1", !isCommenting && "max-lg:hidden")}
        {...([...comment].length > COMMENT_LENGTH - NEARLY_FULL && { limit: COMMENT_LENGTH })}
      />
      <div className="flex flex-wrap items-center justify-between gap-2 lg:mt-1">
        <SavedLine />
        <div className="ml-auto flex gap-2">
          {onPrevious && (
            <Button onClick={onPrevious} aria-keyshortcuts="PageUp" aria-label={t("previous")}>
              <ChevronLeft aria-hidden="true" className="size-5" />
            </Button>
          )}
          <Button variant="primary" onClick={onNext} aria-keyshortcuts="PageDown Control+Enter">
            {t(isLast ? "finish" : "next")}
            <ChevronRight aria-hidden="true" className="size-5" />
          </Button>
        </div>
      </div>
    </section>
  );
}

type StepsProps = {
  current: number;
  onCurrent: (place: number) => void;
  levels: Readonly<Record<string, number>>;
};

/** On a phone one criterion is in sight, and these lead to the others. */
function Steps({ current, onCurrent, levels }: StepsProps) {
  const t = useTranslations("marks.student");
  const { state } = useMarking();
  const { criteria } = state;
  return (
    <div className="flex flex-wrap gap-1.5 lg:hidden">
      {[...criteria, null].map((criterion, place) => {
        const level = criterion && levels[criterion.id];
        return (
          <button
            key={criterion?.id ?? "comment"}
            type="button"
            aria-current={place === current ? "step" : undefined}
            aria-label={
              criterion
                ? t("step", { name: criterion.name, level: level === undefined ? "none" : `${level}` })
                : t("comment")
            }
            onClick={() => onCurrent(place)}
            className={classNames(
              "min-h-10 min-w-10 flex-1 rounded-control border px-1 text-sm tabular-nums",
              place === current ? "border-2 border-ink font-semibold" : "border-line-strong",
            )}
          >
            {criterion ? (level ?? "–") : <MessageSquareText aria-hidden="true" className="mx-auto size-5" />}
          </button>
        );
      })}
    </div>
  );
}
